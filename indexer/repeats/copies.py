"""Near-copies: pages of a source that are one text, printed, edited or published again.

Two pages are near-copies where most of what is said on the shorter one is said on the other.
What all pages of the source say tells nothing about two of them, so each line weighs its words
times how rare it is: words · ln((pages + 1) / pages that have it). Near-copies of near-copies are
one text, too. Where a source's pages have little of their own, this finds too many rather than
too few, and then fewer lines count as repeated: the safe side.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.repeats.marks import PageMarks

# The share of the lighter page that must stand on the other.
SAME_TEXT = 0.5

Places = npt.NDArray[np.intp]
Weights = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Which line stands on which page, one row for each.

    pages: the number of a page, 0-based, ascending
    lines: the number of a line in `marks`
    words: how many words it has
    marks: the different lines of all pages, ascending
    known: on how many pages each of them stands
    """

    pages: Places
    lines: Places
    words: Weights
    marks: npt.NDArray[np.uint64]
    known: Places


def occurrences(pages: Sequence[PageMarks]) -> Occurrences:
    """The lines of these pages, numbered."""
    lines = np.concatenate([page.lines for page in pages])
    marks, number, known = np.unique(lines, return_inverse=True, return_counts=True)
    sizes = [len(page.lines) for page in pages]
    words = np.concatenate([page.words for page in pages]).astype(np.float32)
    return Occurrences(np.repeat(np.arange(len(pages)), sizes), number, words, marks, known)


def texts(pages: Sequence[PageMarks], found: Occurrences) -> Places:
    """For each page, the number of its text: the same for near-copies, 0-based, without gaps."""
    joined = np.arange(len(pages))
    for first, second in (*same_stems(pages), *alike(len(pages), found)):
        one, other = joined[first], joined[second]
        if one != other:
            joined[joined == max(one, other)] = min(one, other)
    numbered: Places = np.unique(joined, return_inverse=True)[1]
    return numbered


def alike(count: int, found: Occurrences) -> list[tuple[int, int]]:
    """Pairs of pages that say the same."""
    rare = np.log((count + 1) / found.known).astype(np.float32)
    weights = found.words * rare[found.lines]
    whole = np.bincount(found.pages, weights, count)
    column = np.cumsum(found.known > 1) - 1
    shared = found.known[found.lines] > 1
    table = np.zeros((count, int(column[-1]) + 1 if len(column) else 0), np.float32)
    table[found.pages[shared], column[found.lines[shared]]] = np.sqrt(weights[shared])
    both = table @ table.T
    least = np.minimum(whole[:, None], whole[None, :])
    pairs = np.argwhere(np.triu(both >= np.maximum(SAME_TEXT * least, 1e-6), 1))
    return [(int(first), int(second)) for first, second in pairs]


def same_stems(pages: Sequence[PageMarks]) -> list[tuple[int, int]]:
    """Pairs of pages whose addresses differ in the part or the dress of one text only."""
    first: dict[int, int] = {}
    return [(first.setdefault(page.stem, at), at) for at, page in enumerate(pages) if page.stem]
