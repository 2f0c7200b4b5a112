"""How much words speak for text or furniture, counted over pages of other sites."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge.names import words_of
from indexer.cleaning.judge.shape import pair_hashes, shapes_of
from indexer.cleaning.judge.vocabulary import Scores, hash_names
from indexer.cleaning.page import Page

WORD_BITS = 14
CLASS_BITS = 12
AROUND_BITS = 13
PAIR_BITS = 17
# Only short lines are told by their words; in long ones every word stands.
MAX_COUNTED_WORDS = 15
# A word counts when so many pages have it: fewer would be names of sites, not furniture.
MIN_PAGES = 20
PRIOR_PAGES = 8.0
MAX_SCORE = 3.0
# A line of more words adds no more.
MAX_WORDS = 200

Counts = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tally:
    """Pages that have a word among their text (row 0) and among their furniture (row 1)."""

    words: Counts
    classes: Counts
    around: Counts
    pairs: Counts

    def __add__(self, other: "Tally") -> "Tally":
        """Both counts together."""
        return Tally(
            self.words + other.words,
            self.classes + other.classes,
            self.around + other.around,
            self.pairs + other.pairs,
        )


def no_tally() -> Tally:
    """Nothing counted yet."""
    return Tally(
        np.zeros((2, 1 << WORD_BITS), np.float32),
        np.zeros((2, 1 << CLASS_BITS), np.float32),
        np.zeros((2, 1 << AROUND_BITS), np.float32),
        np.zeros((2, 1 << PAIR_BITS), np.float32),
    )


def count(page: Page, shares: Sequence[float]) -> tuple[list[npt.NDArray[np.intp]], ...]:
    """The places in a tally to raise by one for a page: words, classes, pairs; text, then not."""
    shapes = shapes_of([line.text for line in page.content], [line.words for line in page.content])
    short = (shapes.units <= MAX_COUNTED_WORDS)[shapes.line_of]
    text = (np.asarray(shares) >= 0.5)[shapes.line_of]
    places = (shapes.hashes >> np.uint32(32 - WORD_BITS)).astype(np.intp)
    words = [np.unique(places[short & text]), np.unique(places[short & ~text])]
    named: tuple[set[str], set[str]] = (set(), set())
    for line, share in zip(page.content, shares, strict=True):
        if line.markup and line.markup.class_name:
            named[share < 0.5].add(line.markup.class_name)
    classes = [
        np.unique(
            hash_names(sorted({word for name in names for word in words_of(name)}))
            >> np.uint32(32 - CLASS_BITS)
        ).astype(np.intp)
        for names in named
    ]
    hashes, line_of = pair_hashes(shapes)
    pair_places = (hashes >> np.uint32(32 - PAIR_BITS)).astype(np.intp)
    said = (np.asarray(shares) >= 0.5)[line_of]
    pairs = [np.unique(pair_places[said]), np.unique(pair_places[~said])]
    return words, classes, pairs


def around(page: Page, shares: Sequence[float]) -> Counts:
    """Which share of a page's text (row 0) and furniture (row 1) each word stands around."""
    counts = np.zeros((2, 1 << AROUND_BITS), np.float32)
    elements = page.elements
    if elements is None:
        return counts
    held = np.zeros((2, len(elements.parents)), np.float32)
    for line, share in zip(page.content, shares, strict=True):
        if line.markup is not None:
            words = min(line.words, MAX_WORDS) + 1
            held[0, line.markup.element] += words * share
            held[1, line.markup.element] += words * (1 - share)
    for element in range(len(elements.parents) - 1, 0, -1):
        held[:, elements.parents[element]] += held[:, element]
    full = np.flatnonzero(held.sum(0))
    places = [places_of(elements.tags[at], elements.names[at]) for at in full]
    sizes = np.fromiter(map(len, places), np.intp, len(places))
    flat = np.fromiter(chain.from_iterable(places), np.intp, int(sizes.sum()))
    for row in (0, 1):
        np.add.at(counts[row], flat, np.repeat(held[row, full], sizes))
    # A word on two elements, one in the other, would count twice.
    shares_held: Counts = np.minimum(1, counts / np.maximum(held[:, :1], 1))
    return shares_held


@lru_cache(maxsize=100_000)
def places_of(tag: str, names: str) -> tuple[int, ...]:
    """Where the words of an element are counted."""
    hashes = hash_names([f"<{tag}", *words_of(names)])
    return tuple((hashes >> np.uint32(32 - AROUND_BITS)).tolist())


def scores_of(tally: Tally) -> Scores:
    """The scores that these counts give."""
    return Scores(
        log_odds(tally.words),
        log_odds(tally.classes),
        log_odds(tally.around),
        log_odds(tally.pairs),
    )


def log_odds(counts: Counts) -> npt.NDArray[np.float32]:
    """How much each word leans to text, smoothed, in natural logs; 0 for rare words."""
    text, other = counts
    lean = np.log((text + PRIOR_PAGES) / (other + PRIOR_PAGES))
    common = text + other >= MIN_PAGES
    centre = float(np.median(lean[common])) if common.any() else 0.0
    lean = np.where(common, np.clip(lean - centre, -MAX_SCORE, MAX_SCORE), 0)
    return (np.round(lean * 32) / 32).astype(np.float32)
