"""What a source repeats: lines that stand on enough of its different texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np

from indexer.repeats.copies import (
    Bools,
    Occurrences,
    Places,
    close,
    joined,
    occurrences,
    parts,
    stubs,
)
from indexer.repeats.marks import PageMarks

# A source with fewer different texts shows too little.
MIN_TEXTS = 5
# A line counts as repeated when it stands on so many of them, and on so many times their number's
# root: on half of ten pages, a fifth of sixty, a tenth of two hundred and fifty. Few pages are
# often of one section, and what they share is theirs.
MIN_REPEATS = 4
MIN_ROOTS = 1.6
# What travels to workers with each page is kept small.
MOST_LINES = 4_000
# Leaving furniture out shows more texts, and more texts show more furniture: that soon ends.
MAX_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Repeats:
    """What a source repeats.

    pages: how many pages were looked at
    texts: how many different texts they are
    lines: on how many of them a line stands, by its mark; only lines that are repeated
    """

    pages: int
    texts: int
    lines: Mapping[int, int]


def repeats(pages: Sequence[PageMarks]) -> Repeats:
    """What these pages of one source repeat; nothing where they are too few."""
    # In an order of their own, so that no tie is decided by the order in which pages came in.
    pages = sorted((page for page in pages if len(page.lines)), key=PageMarks.packed)
    if len(pages) < MIN_TEXTS:
        return Repeats(len(pages), len(pages), {})
    found = occurrences(pages)
    furniture = np.zeros(len(found.marks), np.bool_)
    for _ in range(MAX_ROUNDS):
        text_of = texts(pages, found, furniture)
        counts = texts_with(found, text_of)
        known = furniture
        furniture = known | is_repeated(counts, text_of)
        if (furniture == known).all():
            break
    often = np.flatnonzero(is_repeated(counts, text_of))
    most = often[np.argsort(-counts[often], kind="stable")][:MOST_LINES]
    lines = {int(found.marks[at]): int(counts[at]) for at in most}
    return Repeats(len(pages), int(text_of.max()) + 1, lines)


def texts(pages: Sequence[PageMarks], found: Occurrences, furniture: Bools) -> Places:
    """For each page, the number of its text: the same for near-copies, 0-based, without gaps.

    furniture: by line, whether it is left out
    """
    pairs = close(pages, found, furniture)
    text_of = joined(len(pages), pairs)
    common = furniture | is_repeated(texts_with(found, text_of), text_of)
    pairs += parts(len(pages), found, common)
    text_of = joined(len(pages), pairs)
    pairs += stubs(found, furniture, common, text_of)
    return joined(len(pages), pairs)


def is_repeated(counts: Places, text_of: Places) -> Bools:
    """By line, whether it stands on enough texts; none where the texts are too few."""
    size = int(text_of.max()) + 1
    enough: Bools = counts >= needed(size)
    return enough if size >= MIN_TEXTS else np.zeros_like(enough)


def needed(count: int) -> int:
    """On how many of so many texts a line must stand."""
    return max(MIN_REPEATS, ceil(MIN_ROOTS * sqrt(count)))


def texts_with(found: Occurrences, text_of: Places) -> Places:
    """On how many different texts each line stands."""
    size = int(text_of.max()) + 1
    pairs = np.unique(found.lines * size + text_of[found.pages])
    return np.bincount(pairs // size, minlength=len(found.marks))
