"""What the elements around each line say: their names, how they repeat, how dense their text is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge.names import words_of
from indexer.cleaning.judge.shape import Floats, Places
from indexer.cleaning.judge.vocabulary import Scores, hash_names
from indexer.cleaning.markup.evidence import Elements
from indexer.cleaning.page import Page

# Elements further out than this say the same of every line.
MAX_LEVELS = 40
BLOCK_LEVELS = (1, 2, 3, 4)
# So many alike elements side by side are a series: posts, cards, rows.
MIN_SERIES = 3
# A block that holds more of the page's words than this is the page.
MOST = 0.5
FAR_STEPS = 20
BLOCK_FACTS = ("lines", "words", "links", "prose")
SERIES_FACTS = ("members", "words a member", "links", "prose", "place")
NAMES = (
    *(f"block {level}, {fact}" for level in BLOCK_LEVELS for fact in BLOCK_FACTS),
    *(f"outer block, {fact}" for fact in (*BLOCK_FACTS, "said")),
    *(f"{which} series, {fact}" for which in ("near", "large") for fact in SERIES_FACTS),
    "around said",
    "around said, near",
    "around said, lowest",
    "around said, highest",
    "depth",
    "steps to text block",
    "steps from text block",
    "text block's side",
    "text block's share",
)


Numbers = npt.NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Nest:
    """The elements of a page, and the lines that each holds.

    at:      for each line, its element
    parents: for each element, the one around it
    first:   for each element, its first line
    end:     the line after its last; not after `first` where it holds none
    sums:    running sums over lines: 1, words, linked words, words of running text
    """

    at: Places
    parents: Places
    first: Places
    end: Places
    sums: npt.NDArray[np.float64]

    def held(self, elements: Places) -> npt.NDArray[np.float64]:
        """Lines, words, linked words and words of running text in each of some elements."""
        return self.sums[:, self.end[elements]] - self.sums[:, self.first[elements]]


def nest_features(
    page: Page, units: Floats, prose: Floats, links: Floats, scores: Scores
) -> Mapping[str, Floats | float]:
    """One value a line for each name; -1 throughout where the page has lost its tags."""
    elements = page.elements
    if elements is None or not page.is_html:
        return dict.fromkeys(NAMES, -1.0)
    nest = nest_of(page, elements, units, prose, links)
    near, back = np.unique(nest.at, return_inverse=True)
    named: dict[tuple[str, str], int] = {}
    which = np.array(
        [
            named.setdefault(key, len(named))
            for key in zip(elements.tags, elements.names, strict=True)
        ]
    )
    words = [(f"<{tag}", *words_of(names)) for tag, names in named]
    said = said_by_names(words, scores)[:, which]
    kinds: dict[tuple[str, ...], int] = {}
    kind = np.array([kinds.setdefault(some, len(kinds)) for some in words])[which]
    rows = [
        *block_rows(nest, near, said),
        *series_rows(nest, near, kind),
        *around_rows(nest, near, said),
    ]
    by_line = [row.astype(np.float32)[back] for row in rows]
    by_line += [row.astype(np.float32) for row in text_block_rows(nest, units * prose)]
    return dict(zip(NAMES, by_line, strict=True))


def nest_of(page: Page, elements: Elements, units: Floats, prose: Floats, links: Floats) -> Nest:
    """The elements with their lines."""
    lines = len(units)
    at = np.fromiter((line.markup.element if line.markup else 0 for line in page.content), np.intp)
    parents = np.array(elements.parents, np.intp)
    first = np.full(len(parents), lines, np.intp)
    last = np.full(len(parents), -1, np.intp)
    number = np.arange(lines)
    level = at
    for _ in range(MAX_LEVELS):
        np.minimum.at(first, level, number)
        np.maximum.at(last, level, number)
        if not level.any():
            break
        level = parents[level]
    first[0], last[0] = 0, lines - 1
    values = np.stack([np.ones(lines), units, units * links, units * prose])
    sums = np.concatenate([np.zeros((4, 1)), np.cumsum(values, axis=1)], axis=1)
    return Nest(at, parents, first, np.maximum(last + 1, first), sums)


def facts_of_blocks(nest: Nest, blocks: Places) -> list[Numbers]:
    """How many lines, which share of the page's words, how much linked, how much running text."""
    lines, words, linked, prose = nest.held(blocks)
    some = np.maximum(words, 1)
    return [np.log1p(lines), words / max(1.0, nest.sums[1, -1]), linked / some, prose / some]


def block_rows(nest: Nest, near: Places, said: Floats) -> list[Numbers]:
    """The blocks that a line lies in, from the inside: each holds more lines than the last."""
    parents = nest.parents
    same = (nest.first[parents] == nest.first) & (nest.end[parents] == nest.end)
    widest = np.where(same, parents, np.arange(len(parents)))
    for _ in range(6):
        widest = widest[widest]
    rows: list[Numbers] = []
    block = widest[near]
    outer = block
    most = MOST * nest.sums[1, -1]
    for level in range(1, MAX_LEVELS):
        if level in BLOCK_LEVELS:
            rows += facts_of_blocks(nest, block)
        if level > BLOCK_LEVELS[-1] and not block.any():
            break
        block = widest[parents[block]]
        outer = np.where(nest.held(block)[1] <= most, block, outer)
    return [*rows, *facts_of_blocks(nest, outer), said[0][outer]]


def series_rows(nest: Nest, near: Places, kind: Places) -> list[Numbers]:
    """The series that a line is part of: the nearest, and the one with the most words.

    kind: for each element, a number that those of the same tag and names share
    """
    keys = nest.parents * (int(kind.max()) + 1) + kind
    holds = nest.end > nest.first
    keys[~holds] = -1
    _, group = np.unique(keys, return_inverse=True)
    size = np.bincount(group)
    held = nest.held(np.arange(len(kind)))
    words, linked, prose = (np.bincount(group, held[i]) for i in (1, 2, 3))
    order = np.argsort(group, kind="stable")
    starts = np.cumsum(size) - size
    place = np.empty(len(group))
    place[order] = np.arange(len(group)) - np.repeat(starts, size)
    size[group[0]] = 1
    found = [np.zeros(len(near), np.intp), np.zeros(len(near), np.intp)]
    level = near
    for _ in range(MAX_LEVELS):
        if not level.any():
            break
        series = size[group[level]] >= MIN_SERIES
        found[0] = np.where(series & (found[0] == 0), level, found[0])
        larger = words[group[level]] > np.where(found[1] > 0, words[group[found[1]]], 0)
        found[1] = np.where(series & larger, level, found[1])
        level = nest.parents[level]
    rows: list[Numbers] = []
    for member in found:
        of, known = group[member], member > 0
        some = np.maximum(words[of], 1)
        rows += [
            np.where(known, np.log1p(size[of]), 0),
            np.where(known, np.log1p(words[of] / size[of]), 0),
            np.where(known, linked[of] / some, -1),
            np.where(known, prose[of] / some, -1),
            np.where(known, place[member] / size[of], -1),
        ]
    return rows


def around_rows(nest: Nest, near: Places, said: Floats) -> list[Numbers]:
    """What the names of all elements around a line speak for, and how deep it lies."""
    total, close = np.zeros(len(near)), np.zeros(len(near))
    lowest, highest = np.zeros(len(near)), np.zeros(len(near))
    depth = np.zeros(len(near))
    level = near
    for up in range(MAX_LEVELS):
        inside = level > 0
        if not inside.any():
            break
        total += said[0][level]
        if up < 3:
            close += said[0][level]
        lowest = np.minimum(lowest, said[1][level])
        highest = np.maximum(highest, said[2][level])
        depth += inside
        level = nest.parents[level]
    return [total, close, lowest, highest, depth]


def text_block_rows(nest: Nest, prose: Floats) -> list[Numbers]:
    """How far each line lies from the block that holds the most running text, in elements."""
    count = len(nest.parents)
    above = nest.parents[nest.at]
    held = np.bincount(above, prose, count) + 0.5 * np.bincount(nest.parents[above], prose, count)
    best = int(np.argmax(held))
    steps = np.full(count, -1, np.intp)
    element = best
    for up in range(FAR_STEPS * 5):
        steps[element] = up
        if element == 0:
            break
        element = int(nest.parents[element])
    steps[0] = max(steps[0], 0)
    walked, level = np.zeros(len(nest.at)), nest.at
    for _ in range(MAX_LEVELS):
        outside = steps[level] < 0
        if not outside.any():
            break
        walked += outside
        level = np.where(outside, nest.parents[level], level)
    number = np.arange(len(nest.at))
    side = np.where(number < nest.first[best], -1, np.where(number >= nest.end[best], 1, 0))
    share = nest.held(np.array([best]))[1] / max(1.0, nest.sums[1, -1])
    return [walked, np.minimum(steps[level], FAR_STEPS), side, np.full(len(number), share[0])]


def said_by_names(words: Sequence[tuple[str, ...]], scores: Scores) -> Floats:
    """What the words of some names speak for: in all, at the lowest, at the highest."""
    sizes = np.fromiter(map(len, words), np.intp, len(words))
    hashes = hash_names([word for some in words for word in some])
    spoken = scores.around[hashes >> scores.around_shift]
    starts = np.cumsum(sizes) - sizes
    return np.stack(
        [
            np.add.reduceat(spoken, starts),
            np.minimum(0, np.minimum.reduceat(spoken, starts)),
            np.maximum(0, np.maximum.reduceat(spoken, starts)),
        ]
    )
