"""How well a document fits: BM25 over its words, those of the title three times.

Tantivy sums BM25 over terms, with k1 and b fixed in it. Title and text are one field in which the
title stands TITLE_TIMES over, so that only the sum saturates (Robertson, Zaragoza and Taylor,
"Simple BM25 extension to multiple weighted fields", CIKM 2004). The forms of a word weigh as much
as one word that stands wherever any of them does.

Tantivy's scores have 24 bits, differ in the last by the order of summing, and change with every
commit. So they only choose the candidates; those are scored once more here, from how often each
holds each word, by the statistics of the first page.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import tantivy

from indexer.engines.tantivy_engine.explaining import told
from indexer.engines.tantivy_engine.schema import SCHEMA, STEMS, TERM_FIELDS, TITLE_TIMES
from indexer.engines.tantivy_engine.snapshot import Snapshot

Scores = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

SATURATION = 1.2  # k1, fixed in Tantivy (src/query/bm25.rs)
LENGTH_SHARE = 0.75  # b, fixed there too
SCORE_DIGITS = 6  # ties are ties, whatever the order of summing

# How far Tantivy's score can be from ours, as a share of it: 24 bits, a few operations.
IMPRECISION = 1e-5

SCORED_FIELDS = (STEMS, *TERM_FIELDS)

# Tantivy keeps a field's length in one byte (src/fieldnorm/code.rs): exact up to 40, then the
# first four bits of what is above 24.
NORMS = np.array(
    [n if n < 24 else 24 + ((n - 24) if n < 32 else (((n - 24) & 7) | 8) << ((n - 24 >> 3) - 1))
     for n in range(256)], np.float64,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ScoredTerm:
    """A term, or a phrase, that counts for the score.

    query: finds it, with Tantivy's own score
    field: where it is looked for
    leaf:  the number of the word or phrase of the query that it is a form of
    own:   the rarity that Tantivy gives it
    """

    query: tantivy.Query
    field: str
    leaf: int
    own: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """The numbers that scores rest on.

    commit:   whose they are
    offset:   matches before the page
    rarities: of each leaf of the query
    lengths:  the mean lengths of SCORED_FIELDS, in terms; 1 for one that was not asked for
    """

    commit: float
    offset: float
    rarities: tuple[float, ...]
    lengths: tuple[float, ...]

    def flat(self) -> tuple[float, ...]:
        """As one row of numbers, for a cursor."""
        return (self.commit, self.offset, *self.lengths, *self.rarities)


def idf(documents: float, holding: float) -> float:
    """How much a term tells that so many documents hold."""
    return math.log1p(max(0.0, documents - holding + 0.5) / (holding + 0.5))


def weight(field: str) -> float:
    """How much more a word of a field tells: of a title, as much as TITLE_TIMES times the word.

    That is what saturation leaves of so many: a title that is scored alone has no other brake.
    """
    if not field.startswith("title_"):
        return 1.0
    return TITLE_TIMES * (1 + SATURATION) / (TITLE_TIMES + SATURATION)


def statistics(
    snapshot: Snapshot, units: Sequence[ScoredTerm], rarities: Sequence[float]
) -> Statistics:
    """Those of this commit, for the first page."""
    for unit in units:
        mean_length(snapshot, unit)
    lengths = tuple(snapshot.mean_lengths.get(field, 1.0) for field in SCORED_FIELDS)
    return Statistics(snapshot.state.commit, 0.0, tuple(rarities), lengths)


def of_cursor(row: Sequence[float], leaves: int) -> Statistics:
    """Those that a cursor carries. Raise ValueError where they are not of this query."""
    first = 2 + len(SCORED_FIELDS)
    lengths, rarities = tuple(row[2:first]), tuple(row[first:])
    if len(row) != first + leaves or min(row) < 0 or min(lengths) <= 0:
        raise ValueError("statistics of another query")
    return Statistics(row[0], row[1], rarities, lengths)


def mean_length(snapshot: Snapshot, unit: ScoredTerm) -> float:
    """The mean length of a unit's field as Tantivy reckons it: it is told with any match."""
    known = snapshot.mean_lengths
    if unit.field not in known:
        hits = snapshot.searcher.search(unit.query, 1, count=False).hits
        if not hits:
            return 1.0
        known[unit.field] = told(snapshot.searcher, unit.query, hits[0][1], "avgdl")
    return known[unit.field]


def scores(
    snapshot: Snapshot,
    units: Sequence[ScoredTerm],
    rest_on: Statistics,
    among: tantivy.Query,
) -> Scores:
    """The score of each row; 0 where it holds no unit or `among` does not match it."""
    total: Scores = np.zeros(snapshot.size)
    for unit in units:
        rows, times = frequencies(snapshot, unit, among)
        mean = rest_on.lengths[SCORED_FIELDS.index(unit.field)]
        rarity = rest_on.rarities[unit.leaf] * weight(unit.field)
        norm = norms(snapshot, unit.field, rows, mean)
        total[rows] += rarity * (1 + SATURATION) * times / (times + norm)
    return np.round(total, SCORE_DIGITS)


def frequencies(snapshot: Snapshot, unit: ScoredTerm, among: tantivy.Query) -> tuple[Rows, Scores]:
    """The rows that hold a unit, and how often each does: Tantivy's score, reckoned back."""
    narrowed = tantivy.Query.const_score_query(among, 0.0)
    must = [(tantivy.Occur.Must, unit.query), (tantivy.Occur.Must, narrowed)]
    query = tantivy.Query.boolean_query(must)
    hits = snapshot.searcher.search(query, snapshot.size, count=False).hits
    rows = rows_of(snapshot, [address for _, address in hits])
    share = np.array([score for score, _ in hits]) / (unit.own * (1 + SATURATION))
    norm = norms(snapshot, unit.field, rows, mean_length(snapshot, unit))
    return rows, np.maximum(1.0, np.rint(norm * share / np.maximum(1e-9, 1 - share)))


def rows_of(snapshot: Snapshot, addresses: Sequence[tantivy.DocAddress]) -> Rows:
    """The rows of Tantivy's documents."""
    values = snapshot.searcher.fast_field_values("row", list(addresses))
    return np.array(values, np.int64)


def norms(snapshot: Snapshot, field: str, rows: Rows, mean: float) -> Scores:
    """What the length of a field adds to how often a term stands in it, before they are divided."""
    records = snapshot.records[rows]
    if field == STEMS:
        lengths = TITLE_TIMES * records["title"].astype(np.int64) + records["text"]
    else:
        lengths = records[field.partition("_")[0]].astype(np.int64)
    kept = NORMS[np.searchsorted(NORMS, lengths, side="right") - 1]
    added: Scores = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * kept / mean)
    return added


def among_rows(rows: Rows) -> tantivy.Query:
    """The documents of these rows. (For so few, a set of terms takes ten times as long.)"""
    terms = [tantivy.Query.term_query(SCHEMA, "row", row) for row in rows.tolist()]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in terms])
