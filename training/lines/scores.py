"""How much words speak for text or furniture, counted over pages of other sites."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.cleaning.judge.shape import shapes_of
from indexer.cleaning.judge.tags import class_words
from indexer.cleaning.judge.vocabulary import Scores, hash_names
from indexer.cleaning.page import Page

WORD_BITS = 14
CLASS_BITS = 12
# Only short lines are told by their words; in long ones every word stands.
MAX_COUNTED_WORDS = 15
# A word counts when so many pages have it: fewer would be names of sites, not furniture.
MIN_PAGES = 20
PRIOR_PAGES = 8.0
MAX_SCORE = 3.0

Counts = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tally:
    """Pages that have a word among their text (row 0) and among their furniture (row 1)."""

    words: Counts
    classes: Counts

    def __add__(self, other: "Tally") -> "Tally":
        """Both counts together."""
        return Tally(self.words + other.words, self.classes + other.classes)


def no_tally() -> Tally:
    """Nothing counted yet."""
    return Tally(
        np.zeros((2, 1 << WORD_BITS), np.float32), np.zeros((2, 1 << CLASS_BITS), np.float32)
    )


def count(page: Page, shares: Sequence[float]) -> tuple[list[npt.NDArray[np.intp]], ...]:
    """The places in a tally to raise by one for a page: words, then classes; text, then not."""
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
            hash_names(sorted({word for name in names for word in class_words(name)}))
            >> np.uint32(32 - CLASS_BITS)
        ).astype(np.intp)
        for names in named
    ]
    return words, classes


def scores_of(tally: Tally) -> Scores:
    """The scores that these counts give."""
    return Scores(log_odds(tally.words), log_odds(tally.classes))


def log_odds(counts: Counts) -> npt.NDArray[np.float32]:
    """How much each word leans to text, smoothed, in natural logs; 0 for rare words."""
    text, other = counts
    lean = np.log((text + PRIOR_PAGES) / (other + PRIOR_PAGES))
    common = text + other >= MIN_PAGES
    centre = float(np.median(lean[common])) if common.any() else 0.0
    lean = np.where(common, np.clip(lean - centre, -MAX_SCORE, MAX_SCORE), 0)
    return (np.round(lean * 32) / 32).astype(np.float32)
