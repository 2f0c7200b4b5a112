"""What the judge knows of each line: its shape, its words, its neighbours, its page."""

from collections.abc import Mapping, Set
from functools import cache

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge import glyphs
from indexer.cleaning.judge.shape import Floats, Shapes, line_hashes, shapes_of
from indexer.cleaning.judge.tags import tag_features
from indexer.cleaning.judge.vocabulary import Scores
from indexer.cleaning.line import read_line
from indexer.cleaning.page import Page

# How far up and down the page a line's surroundings are summed, in lines.
REACHES = (2, 6, 20)
SHORT_UNITS = 8
PROSE_UNITS = 10
LONG_UNITS = 25
FAR_LINES = 200
# What a line of more words than this adds to sums is no more.
MAX_UNITS = 200
STEPS = (-2, -1, 1, 2)


def features_of(page: Page, taken: Set[int], suspects: Mapping[int, str], scores: Scores) -> Floats:
    """A matrix, features × lines of `page.content`; see `names_of`.

    taken:    the lines that rules took for certain
    suspects: the rules that would take others by their tags alone
    """
    return np.stack(list(rows_of(page, taken, suspects, scores).values()))


def rows_of(
    page: Page, taken: Set[int], suspects: Mapping[int, str], scores: Scores
) -> dict[str, Floats]:
    """The features by name."""
    content = page.content
    shapes = shapes_of([line.text for line in content], [line.words for line in content])
    tags = tag_features(page, suspects, scores)
    gone = np.zeros(len(content), np.float32)
    gone[list(taken)] = 1
    own = own_features(shapes, scores)
    near = neighbour_features(shapes, own, tags, gone)
    place = place_features(page, shapes, own)
    return own | tags | near | place | page_features(shapes, own, tags, gone)


@cache
def names_of() -> tuple[str, ...]:
    """The names of the features, in their order."""
    line = read_line(1, "A line.", "A line.")
    scores = Scores(np.zeros(2, np.float32), np.zeros(2, np.float32))
    return tuple(rows_of(Page([line]), frozenset(), {}, scores))


def own_features(shapes: Shapes, scores: Scores) -> dict[str, Floats]:
    """What a line says by itself."""
    counts, words = shapes.counts, np.maximum(shapes.words, 1)
    units = np.maximum(shapes.units, 1)
    letters = counts[:, [glyphs.LOWER, glyphs.UPPER, glyphs.LETTER]].sum(1)
    chars = counts.sum(1) - counts[:, glyphs.SPACE]
    solid = np.maximum(chars, 1)
    spoken = scores.words[shapes.hashes >> scores.word_shift]
    said = shapes.per_line(spoken)
    stops, lasts, firsts = counts[:, glyphs.STOP], shapes.lasts, shapes.firsts
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
        "capital letters": counts[:, glyphs.UPPER] / np.maximum(letters, 1),
        "digits": counts[:, glyphs.DIGIT] / solid,
        "money": counts[:, glyphs.MONEY],
        "separators": counts[:, glyphs.SEPARATOR] / words,
        "symbols": counts[:, glyphs.SYMBOL] / solid,
        "quotes": counts[:, glyphs.QUOTE] / solid,
        "dashes": counts[:, glyphs.DASH] / words,
        "stops": np.minimum(stops, 20),
        "stops a word": stops / words,
        "commas a word": counts[:, glyphs.COMMA] / words,
        "colons": np.minimum(counts[:, glyphs.COLON], 5),
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
    }


def first_rank() -> Floats:
    """Kinds of characters in an order that a threshold can part: how far from running text."""
    rank = np.full(glyphs.KINDS, 3, np.float32)
    for place, kind in enumerate((glyphs.LOWER, glyphs.LETTER, glyphs.UPPER)):
        rank[kind] = place
    rank[glyphs.IDEOGRAPH] = 1
    for place, kind in enumerate((glyphs.QUOTE, glyphs.DIGIT, glyphs.DASH, glyphs.SEPARATOR), 4):
        rank[kind] = place
    return rank


def neighbour_features(
    shapes: Shapes, own: dict[str, Floats], tags: dict[str, Floats], gone: Floats
) -> dict[str, Floats]:
    """What stands above and below."""
    stepped = {
        name: own[name]
        for name in ("units", "small words", "ends a sentence", "said", "capitals", "first kind")
    } | {
        "link share": tags["link share"],
        "suspect": tags["suspect"],
        "gone": gone,
    }
    units = np.minimum(shapes.units, MAX_UNITS)
    summed = {
        "prose words": units * own["prose"],
        "words": units,
        "small": units * own["small words"],
        "said": own["said"],
        "linked words": units * tags["link share"],
        "gone": gone,
        "suspects": units * (tags["suspect"] > 0),
    }
    return stepped_rows(stepped) | summed_rows(summed)


def stepped_rows(series: dict[str, Floats]) -> dict[str, Floats]:
    """The values of the lines one and two up and down; -1 beyond the page."""
    stacked = np.stack(list(series.values()))
    rows: dict[str, Floats] = {}
    for step in STEPS:
        moved = np.full_like(stacked, -1)
        if step > 0:
            moved[:, :-step] = stacked[:, step:]
        else:
            moved[:, -step:] = stacked[:, :step]
        rows |= {f"{name} {step:+d}": row for name, row in zip(series, moved, strict=True)}
    return rows


def summed_rows(series: dict[str, Floats]) -> dict[str, Floats]:
    """The sums over some lines above and below each, as a share of how many were asked."""
    stacked = np.stack(list(series.values())).astype(np.float64)
    total = np.concatenate([np.zeros((len(stacked), 1)), np.cumsum(stacked, axis=1)], axis=1)
    lines = stacked.shape[1]
    places = np.arange(lines)
    rows: dict[str, Floats] = {}
    for reach in REACHES:
        first = np.maximum(places - reach, 0)
        end = np.minimum(places + 1 + reach, lines)
        above = ((total[:, places] - total[:, first]) / reach).astype(np.float32)
        below = ((total[:, end] - total[:, places + 1]) / reach).astype(np.float32)
        for name, up, down in zip(series, above, below, strict=True):
            rows[f"{name} in {reach} above"] = up
            rows[f"{name} in {reach} below"] = down
    return rows


def place_features(page: Page, shapes: Shapes, own: dict[str, Floats]) -> dict[str, Floats]:
    """Where a line stands, and whether others say the same."""
    lines = shapes.lines
    at = np.arange(lines, dtype=np.float32)
    units = np.minimum(shapes.units, MAX_UNITS)
    total = max(float(units.sum()), 1)
    prose = np.flatnonzero(own["prose"])
    hashes = line_hashes(shapes)
    _, back, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    stated = page.title.strip()
    title = shapes_of([stated], [1]).hashes if stated else shapes.hashes[shapes.line_of == 0]
    shared = shapes.per_line(np.isin(shapes.hashes, title))
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
        "repeated": np.minimum(counts[back], 10).astype(np.float32),
        "in title": shared / np.maximum(shapes.words, 1),
        "in title, number": np.minimum(shared, 10),
    }


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


def page_features(
    shapes: Shapes, own: dict[str, Floats], tags: dict[str, Floats], gone: Floats
) -> dict[str, Floats]:
    """What the page is like; the same for each of its lines."""
    units = np.minimum(shapes.units, MAX_UNITS)
    total = max(float(units.sum()), 1)
    numbers = {
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
    return {name: np.full(shapes.lines, value, np.float32) for name, value in numbers.items()}
