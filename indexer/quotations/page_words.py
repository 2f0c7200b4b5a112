"""The words of a page, and where each stands: exactly where it is asked for, quickly elsewhere."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain

from indexer.analysis import Token, terms_between, words

# A text is cut at spaces, so that offsets are sought near what is shown only. No word crosses one.
CUT_CHARACTERS = 400
SPACE = re.compile(r"\s")


def cuts_of(text: str) -> Iterator[int]:
    """Where a text is cut: behind the first space after so many characters, again and again."""
    found = SPACE.search(text, CUT_CHARACTERS)
    while found:
        yield found.end()
        found = SPACE.search(text, found.end() + CUT_CHARACTERS)


class PageWords:
    """The folded words of a text in order; a word is named by its place in that order."""

    def __init__(self, text: str) -> None:
        self.text = text
        cuts = list(cuts_of(text))
        said = terms_between(text, cuts)
        self._starts = [0, *cuts]
        self._firsts = [0, *accumulate(map(len, said))]  # the first word of each cut, then the end
        self.terms = list(chain.from_iterable(said))

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words from one place to another, with where they stand in the text."""
        if start >= end:
            return []
        first = bisect_right(self._firsts, start) - 1
        last = bisect_right(self._firsts, end - 1) - 1
        begins = self._starts[first]
        ends = self._starts[last + 1] if last + 1 < len(self._starts) else len(self.text)
        found = words(self.text[begins:ends])
        skipped = start - self._firsts[first]
        return [
            Token(term, begins + a, begins + b)
            for term, a, b in found[skipped : skipped + end - start]
        ]

    def sequence(self, wanted: Sequence[str], after: int = 0) -> int | None:
        """Where these words first stand next to each other, at or after a place; or None."""
        sought = f" {' '.join(wanted)} "
        begin = self._place_in_joined(after)
        found = self._joined.find(sought, begin)
        return None if found < 0 else after + self._joined.count(" ", begin, found)

    @cached_property
    def _joined(self) -> str:
        return f" {' '.join(self.terms)} "

    def _place_in_joined(self, place: int) -> int:
        """Where the space before a word stands."""
        return sum(map(len, self.terms[:place])) + place
