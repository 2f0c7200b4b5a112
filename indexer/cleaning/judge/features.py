"""What the judge knows of each line: its shape, its words, its neighbours, its page."""

from collections.abc import Mapping, Set
from functools import cache

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge import glyphs
from indexer.cleaning.judge.echoes import echo_features
from indexer.cleaning.judge.near import (
    FAR_LINES,
    MAX_UNITS,
    SHORT_UNITS,
    Rows,
    heading_features,
    neighbour_features,
    neighbour_tags,
)
from indexer.cleaning.judge.nests import nest_features
from indexer.cleaning.judge.same import counts_of_same
from indexer.cleaning.judge.shape import (
    Bools,
    Floats,
    Shapes,
    line_hashes,
    pair_hashes,
    shapes_of,
)
from indexer.cleaning.judge.tags import tag_features
from indexer.cleaning.judge.vocabulary import Hashes, Scores
from indexer.cleaning.line import read_line
from indexer.cleaning.page import Page

PROSE_UNITS = 10
LONG_UNITS = 25


def features_of(page: Page, taken: Set[int], suspects: Mapping[int, str], scores: Scores) -> Floats:
    """A matrix, features × lines of `page.content`; see `names_of`.

    taken:    the lines that rules took for certain
    suspects: the rules that would take others by their tags alone
    """
    rows = rows_of(page, taken, suspects, scores)
    matrix = np.empty((len(rows), len(page.content)), np.float32)
    for at, row in enumerate(rows.values()):
        matrix[at] = row
    return matrix


def rows_of(page: Page, taken: Set[int], suspects: Mapping[int, str], scores: Scores) -> Rows:
    """The features by name; what is the same for all lines is one number."""
    content = page.content
    shapes = shapes_of([line.text for line in content], [line.words for line in content])
    tags = tag_features(page, suspects, scores)
    gone = np.zeros(len(content), np.float32)
    gone[list(taken)] = 1
    own = own_features(shapes, scores)
    near = neighbour_features(shapes, own, gone)
    near |= neighbour_tags(shapes, tags, is_html=page.is_html)
    place = place_features(page, shapes, own)
    headed = heading_features(shapes, own, tags)
    echoes = echo_features(shapes, own, place["in title, number"])
    units = np.minimum(shapes.units, MAX_UNITS)
    nests = nest_features(page, units, own["prose"], np.asarray(tags["link share"]), scores)
    whole = page_features(shapes, own, tags, gone)
    return {**own, **tags, **near, **place, **headed, **echoes, **nests, **whole}


@cache
def names_of() -> tuple[str, ...]:
    """The names of the features, in their order."""
    line = read_line(1, "A line.", "A line.")
    scores = Scores(*(np.zeros(2, np.float32) for _ in range(4)))
    return tuple(rows_of(Page([line]), frozenset(), {}, scores))


def own_features(shapes: Shapes, scores: Scores) -> dict[str, Floats]:
    """What a line says by itself."""
    counts, words = shapes.counts, np.maximum(shapes.words, 1)
    units = np.maximum(shapes.units, 1)
    letters = counts[glyphs.LOWER] + counts[glyphs.UPPER] + counts[glyphs.LETTER]
    chars = counts.sum(0) - counts[glyphs.SPACE]
    solid = np.maximum(chars, 1)
    spoken = scores.words[shapes.hashes >> scores.word_shift]
    said = shapes.per_line(spoken)
    stops, lasts, firsts = counts[glyphs.STOP], shapes.lasts, shapes.firsts
    ends = (lasts == glyphs.STOP).astype(np.float32)
    prose = ((units >= LONG_UNITS) | ((units >= PROSE_UNITS) & (ends > 0))).astype(np.float32)
    lowest = np.zeros(shapes.lines, np.float32)
    np.minimum.at(lowest, shapes.line_of, spoken)
    highest = np.zeros(shapes.lines, np.float32)
    np.maximum.at(highest, shapes.line_of, spoken)
    return {
        "units": np.log1p(shapes.units),
        "chars": np.log1p(chars),
        "letters a word": letters / words,
        "letters": letters / solid,
        "capital letters": counts[glyphs.UPPER] / np.maximum(letters, 1),
        "digits": counts[glyphs.DIGIT] / solid,
        "money": counts[glyphs.MONEY],
        "separators": counts[glyphs.SEPARATOR] / words,
        "symbols": counts[glyphs.SYMBOL] / solid,
        "quotes": counts[glyphs.QUOTE] / solid,
        "dashes": counts[glyphs.DASH] / words,
        "stops": np.minimum(stops, 20),
        "stops a word": stops / words,
        "commas a word": counts[glyphs.COMMA] / words,
        "colons": np.minimum(counts[glyphs.COLON], 5),
        "capitals": shapes.capitals / words,
        "small words": shapes.small / words,
        "small words, number": np.log1p(shapes.small),
        "first kind": first_rank()[firsts],
        "first is bullet": (firsts == glyphs.SEPARATOR).astype(np.float32),
        "ends a sentence": ends,
        "ends in colon": (lasts == glyphs.COLON).astype(np.float32),
        "last kind": first_rank()[lasts],
        "prose": prose,
        "said": said / np.sqrt(words),
        "said, lowest": lowest,
        "said, highest": highest,
    } | pair_features(shapes, scores, words)


def pair_features(shapes: Shapes, scores: Scores, words: Floats) -> dict[str, Floats]:
    """What words side by side speak for; 0 for long lines."""
    hashes, line_of = pair_hashes(shapes)
    spoken = scores.pairs[hashes >> scores.pair_shift]
    lowest, highest = np.zeros((2, shapes.lines), np.float32)
    np.minimum.at(lowest, line_of, spoken)
    np.maximum.at(highest, line_of, spoken)
    said = np.bincount(line_of, spoken, shapes.lines) / np.sqrt(words)
    return {
        "pairs said": said.astype(np.float32),
        "pairs said, lowest": lowest,
        "pairs said, highest": highest,
    }


@cache
def first_rank() -> Floats:
    """Kinds of characters in an order that a threshold can part: how far from running text."""
    rank = np.full(glyphs.KINDS, 3, np.float32)
    for place, kind in enumerate((glyphs.LOWER, glyphs.LETTER, glyphs.UPPER)):
        rank[kind] = place
    rank[glyphs.IDEOGRAPH] = 1
    for place, kind in enumerate((glyphs.QUOTE, glyphs.DIGIT, glyphs.DASH, glyphs.SEPARATOR), 4):
        rank[kind] = place
    return rank


def place_features(page: Page, shapes: Shapes, own: dict[str, Floats]) -> dict[str, Floats]:
    """Where a line stands, and whether others say the same."""
    lines = shapes.lines
    at = np.arange(lines, dtype=np.float32)
    units = np.minimum(shapes.units, MAX_UNITS)
    total = max(float(units.sum()), 1)
    prose = np.flatnonzero(own["prose"])
    hashes = line_hashes(shapes, shapes.hashes)
    stated = page.title.strip()
    title = shapes_of([stated], [1]).hashes if stated else shapes.hashes[shapes.line_of == 0]
    shared = np.bincount(shapes.line_of[are_among(shapes.hashes, title)], minlength=lines).astype(
        np.float32
    )
    return {
        "place": at / lines,
        "lines above": np.log1p(at),
        "lines below": np.log1p(lines - 1 - at),
        "words above": (np.cumsum(units) / total).astype(np.float32),
        "prose above": distance(at, prose, before=True),
        "prose below": distance(at, prose, before=False),
        "prose lines above": (np.cumsum(own["prose"]) / max(1.0, float(own["prose"].sum()))).astype(
            np.float32
        ),
        "repeated": np.minimum(counts_of_same(hashes), 10).astype(np.float32),
        "in title": shared / np.maximum(shapes.words, 1),
        "in title, number": np.minimum(shared, 10),
    }


def are_among(hashes: Hashes, few: Hashes) -> Bools:
    """Which hashes are among a few others."""
    found = np.zeros(len(hashes), np.bool_)
    for known in np.unique(few):
        found |= hashes == known
    return found


def distance(at: Floats, prose: npt.NDArray[np.intp], *, before: bool) -> Floats:
    """How many lines it is to the nearest line of running text above or below."""
    far = np.full(len(at), FAR_LINES, np.float32)
    if not len(prose):
        return far
    if before:
        nearest = np.searchsorted(prose, at, side="left") - 1
        known = nearest >= 0
        far[known] = at[known] - prose[nearest[known]]
    else:
        nearest = np.searchsorted(prose, at, side="right")
        known = nearest < len(prose)
        far[known] = prose[nearest[known]] - at[known]
    return np.minimum(far, FAR_LINES)


def page_features(shapes: Shapes, own: dict[str, Floats], tags: Rows, gone: Floats) -> Rows:
    """What the page is like; the same for each of its lines."""
    units = np.minimum(shapes.units, MAX_UNITS)
    total = max(float(units.sum()), 1)
    return {
        "page lines": np.log1p(shapes.lines),
        "page words": np.log1p(total),
        "page words a line": total / shapes.lines,
        "page short lines": float((shapes.units < SHORT_UNITS).mean()),
        "page one-word lines": float((shapes.units < 2).mean()),
        "page sentences": float(own["ends a sentence"].mean()),
        "page small words": float((units * own["small words"]).sum() / total),
        "page prose": float((units * own["prose"]).sum() / total),
        "page prose lines": float(own["prose"].mean()),
        "page said": float(own["said"].mean()),
        "page gone": float(gone.mean()),
        "page gone words": float((gone * units).sum() / total),
        "page linked words": float((units * np.maximum(tags["link share"], 0)).sum() / total),
        "page suspect words": float((units * (tags["suspect"] > 0)).sum() / total),
        "page longest": float(np.log1p(units.max())),
        "page money": float((own["money"] > 0).mean()),
    }
