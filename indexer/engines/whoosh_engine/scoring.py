"""BM25F: how well a document fits, over the words of its title and text.

Each part's count is divided by how long the part is against the mean, then weighted and summed;
only the sum saturates (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted
fields", CIKM 2004). The forms of a word count as one word.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indexer.engines.matches.arrays import Mask, Scores
from indexer.engines.matches.entry import PARTS
from indexer.engines.whoosh_engine.resolve import Leaf
from indexer.engines.whoosh_engine.snapshot import Snapshot

# k1 and b as is usual (Robertson and Zaragoza 2009, section 3.5.2). How much a title weighs was
# tried on other pages than those of the benchmark: docs/ranking.md.
SATURATION = 1.2
LENGTH_SHARE = {"title": 0.75, "text": 0.75, "removed": 0.75}  # b, the usual value
WEIGHT = {"title": 5.0, "text": 1.0, "removed": 1.0}  # a title tells what a page is about

# Scores are rounded, so that a cursor finds its place again and ties are ties.
SCORE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Statistics:
    """The numbers that scores rest on.

    documents:    how many there are
    mean_lengths: words of the mean title, text and removed text
    holding:      for each leaf, how many documents hold it
    """

    documents: float
    mean_lengths: tuple[float, ...]
    holding: tuple[float, ...]

    def flat(self) -> tuple[float, ...]:
        """As one row of numbers, for a cursor."""
        return (self.documents, *self.mean_lengths, *self.holding)


def statistics(snapshot: Snapshot, leaves: Sequence[Leaf]) -> Statistics:
    """The statistics of this commit."""
    holding = tuple(float(holders(snapshot, leaf)) for leaf in leaves)
    return Statistics(float(snapshot.count), snapshot.mean_lengths, holding)


def holders(snapshot: Snapshot, leaf: Leaf) -> int:
    """How many live documents hold a leaf in any part."""
    holding: Mask = np.zeros(snapshot.size, bool)
    for _, postings in leaf.parts:
        holding[postings.docs] = True
    return int(np.count_nonzero(holding & snapshot.live))


def of_cursor(row: Sequence[float], leaves: Sequence[Leaf]) -> Statistics:
    """The statistics that a cursor carries. Raise ValueError where they are not of this query."""
    lengths = tuple(row[1 : 1 + len(PARTS)])
    made = Statistics(row[0] if row else 0.0, lengths, tuple(row[1 + len(PARTS) :]))
    if len(made.holding) != len(leaves) or len(lengths) != len(PARTS) or min(row) < 0:
        raise ValueError("statistics of another query")
    return made


def scores(snapshot: Snapshot, leaves: Sequence[Leaf], rest_on: Statistics) -> Scores:
    """The score of every document, 0 where it holds none of the words."""
    total: Scores = np.zeros(snapshot.size)
    for leaf, holding in zip(leaves, rest_on.holding, strict=True):
        count = weighted_count(snapshot, leaf, rest_on.mean_lengths)
        rarity = math.log1p(max(0.0, rest_on.documents - holding + 0.5) / (holding + 0.5))
        docs = np.flatnonzero(count)
        count = count[docs]
        total[docs] += rarity * count * (SATURATION + 1) / (SATURATION + count)
    return np.round(total, SCORE_DIGITS)


def weighted_count(snapshot: Snapshot, leaf: Leaf, mean_lengths: Sequence[float]) -> Scores:
    """How often each document holds a leaf: weighted by part, against the part's length."""
    counts: Scores = np.zeros(snapshot.size)
    for part, postings in leaf.parts:
        share, mean = LENGTH_SHARE[part], max(1.0, mean_lengths[PARTS.index(part)])
        docs = postings.docs.astype(np.intp)  # as wide as numpy wants an index
        lengths = snapshot.records[part][docs] / mean
        counts[docs] += WEIGHT[part] * postings.counts / (1 - share + share * lengths)
    return counts
