"""Near-copies: pages of a source that are one text, printed, edited or published again.

Short lines say little here: menus are the same all over, headings are few words. Running text that
the source repeats anyway (a notice, a motto) is left out as soon as it is known for that:

1. Pages are joined where they share most of the running text of the longer one; copies of copies
   too. (`close`)
2. Pages are joined where one stands in the other, by the lines that are not on many of these
   texts: a part of a story, a story with its readers' comments. (`parts`)
3. A page with hardly a line of its own (an empty list, a photo) stands in all the others; it joins
   the one that it shares most with, and makes no two others one. (`stubs`)
4. Lines that stand on enough of these texts are furniture (see `counting`).
5. Joined again without the furniture, until nothing changes.

Where furniture is most of every page, this joins too many pages rather than too few; then fewer
lines count as repeated: the safe side. A page with hardly any running text is compared by all its
lines, and must share nearly all to be a copy.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.repeats.marks import PageMarks

# The share of a page's running text that must stand on the other.
SAME_TEXT = 0.6
# The same of all lines, for a page with fewer words of running text than MIN_PROSE_WORDS.
SAME_LINES = 0.8
MIN_PROSE_WORDS = 30
# A line of so many words is running text.
PROSE_WORDS = 10

Places = npt.NDArray[np.intp]
Weights = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Pair = tuple[int, int]


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


def joined(count: int, pairs: Iterable[Pair]) -> Places:
    """For each page, the number of its text: the same for pairs, 0-based, without gaps."""
    texts = np.arange(count)
    for first, second in pairs:
        one, other = texts[first], texts[second]
        if one != other:
            texts[texts == max(one, other)] = min(one, other)
    numbered: Places = np.unique(texts, return_inverse=True)[1]
    return numbered


def close(pages: Sequence[PageMarks], found: Occurrences, furniture: Bools) -> list[Pair]:
    """Pairs of pages that say the same from begin to end, or stand at one address.

    furniture: by line, whether it is left out
    """
    return [*same_stems(pages), *alike(len(pages), found, furniture, np.maximum)]


def parts(count: int, found: Occurrences, common: Bools) -> list[Pair]:
    """Pairs of pages of which one stands in the other.

    common: by line, whether it is left out, as it may be furniture
    """
    table, said = compared(count, found, ~common[found.lines] & (found.words >= PROSE_WORDS))
    least = np.minimum.outer(said, said)
    return pairs_in((least >= MIN_PROSE_WORDS) & (table >= SAME_TEXT * least))


def stubs(found: Occurrences, furniture: Bools, common: Bools, text_of: Places) -> list[Pair]:
    """Each text with hardly any running text of its own, with the page that it stands in, if any.

    text_of: the text of each page, as found by now
    """
    count = len(text_of)
    prose = found.words >= PROSE_WORDS
    own = np.bincount(found.pages, found.words * (prose & ~common[found.lines]), count)
    most_own = np.zeros(int(text_of.max()) + 1)
    np.maximum.at(most_own, text_of, own)
    table, _ = compared(count, found, ~furniture[found.lines])
    within = np.zeros_like(table)
    for first, second in alike(count, found, furniture, np.minimum):
        within[first, second] = within[second, first] = table[first, second]
    within[text_of[:, None] == text_of[None, :]] = 0
    pairs: list[Pair] = []
    for text in np.flatnonzero(most_own < MIN_PROSE_WORDS):
        here = np.flatnonzero(text_of == text)
        at, other = np.unravel_index(within[here].argmax(), within[here].shape)
        if within[here[at], other]:
            pairs.append((int(here[at]), int(other)))
    return pairs


def alike(count: int, found: Occurrences, furniture: Bools, base: np.ufunc) -> list[Pair]:
    """Pairs of pages that share most of the longer (np.maximum) or shorter (np.minimum) one."""
    counted = ~furniture[found.lines]
    table, said = compared(count, found, counted & (found.words >= PROSE_WORDS))
    short = np.minimum.outer(said, said) < MIN_PROSE_WORDS
    same = ~short & (table >= SAME_TEXT * base.outer(said, said))
    if short.any():
        table, whole = compared(count, found, counted)
        same |= short & (table >= SAME_LINES * base.outer(whole, whole))
    return pairs_in(same)


def compared(count: int, found: Occurrences, counted: Bools) -> tuple[Weights, Weights]:
    """Pages × pages: how many words stand on both; and how many on each; in lines that count."""
    said = np.bincount(found.pages, found.words * counted, count).astype(np.float32)
    return shared(count, found, counted), said


def pairs_in(same: Bools) -> list[Pair]:
    """The pairs of a table of pages × pages, each once."""
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
