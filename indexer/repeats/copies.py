"""Near-copies: pages of a source that are one text, printed, edited or published again.

Two pages are near-copies where most of the running text of the shorter one stands on the other.
Short lines say nothing here: menus are the same all over, headings are few words. Running text
that the source repeats anyway (a notice, a motto) is left out as soon as it is known for that:

1. Pages are joined where they share most of their running text; near-copies of near-copies too.
2. Lines that stand on enough of these texts are furniture (see `counting`).
3. Joined again without the furniture, until nothing changes.

Where furniture is most of a short page, this joins too many pages rather than too few; then fewer
lines count as repeated: the safe side. A page with hardly any running text is compared by all its
lines, and must share nearly all to be a copy.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.repeats.marks import PageMarks

# The share of the shorter page's running text that must stand on the other.
SAME_TEXT = 0.6
# The same of all lines, for a page with fewer words of running text than MIN_PROSE_WORDS.
SAME_LINES = 0.8
MIN_PROSE_WORDS = 30
# A line of so many words is running text.
PROSE_WORDS = 10

Places = npt.NDArray[np.intp]
Weights = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]


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


def texts(pages: Sequence[PageMarks], found: Occurrences, furniture: Bools) -> Places:
    """For each page, the number of its text: the same for near-copies, 0-based, without gaps.

    furniture: by line, whether it is left out
    """
    joined = np.arange(len(pages))
    for first, second in (*same_stems(pages), *alike(len(pages), found, furniture)):
        one, other = joined[first], joined[second]
        if one != other:
            joined[joined == max(one, other)] = min(one, other)
    numbered: Places = np.unique(joined, return_inverse=True)[1]
    return numbered


def alike(count: int, found: Occurrences, furniture: Bools) -> list[tuple[int, int]]:
    """Pairs of pages that say the same."""
    counted = ~furniture[found.lines]
    prose = counted & (found.words >= PROSE_WORDS)
    said = np.bincount(found.pages, found.words * prose, count)
    least = np.minimum(said[:, None], said[None, :])
    same = (least >= MIN_PROSE_WORDS) & (shared(count, found, prose) >= SAME_TEXT * least)
    if said.min() < MIN_PROSE_WORDS:
        whole = np.bincount(found.pages, found.words * counted, count)
        all_least = np.maximum(np.minimum(whole[:, None], whole[None, :]), 1)
        same |= (least < MIN_PROSE_WORDS) & (
            shared(count, found, counted) >= SAME_LINES * all_least
        )
    return [(int(first), int(second)) for first, second in np.argwhere(np.triu(same, 1))]


def shared(count: int, found: Occurrences, counted: Bools) -> Weights:
    """Pages × pages: how many words stand on both, in the lines that are counted."""
    often = counted & (found.known[found.lines] > 1)
    numbers, columns = np.unique(found.lines[often], return_inverse=True)
    table = np.zeros((count, len(numbers)), np.float32)
    table[found.pages[often], columns] = np.sqrt(found.words[often])
    both: Weights = table @ table.T
    return both


def same_stems(pages: Sequence[PageMarks]) -> list[tuple[int, int]]:
    """Pairs of pages whose addresses differ in the part or the dress of one text only."""
    first: dict[int, int] = {}
    return [(first.setdefault(page.stem, at), at) for at, page in enumerate(pages) if page.stem]
