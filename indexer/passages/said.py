"""A text word by word: where words, phrases and patterns stand in it, by the words' numbers.

The text is read in blocks, as terms alone. Only of blocks whose words are shown are places read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np

from indexer.analysis import Token, stems, terms_between, words
from indexer.languages import Part, parts
from indexer.nearness import Occurrences, Places
from indexer.passages.needles import Needle
from indexer.query.nodes import Span, Unit
from indexer.sentences import BLANK_LINE, sentences

# Longer blocks are parted at the next space: few enough to skip, short enough to read for a word.
BLOCK_CHARACTERS = 2_000
SPACE = re.compile(r"\s")


class Said:
    """The words of a text. Every word is stemmed by the language of the part it stands in.

    whole: whether all of the text is one sentence and paragraph: a title
    """

    def __init__(self, text: str, language: str, *, whole: bool = False) -> None:
        self.text, self.whole = text, whole
        spoken = parts(text, language)
        # Where sentences can be told apart without looking further: after blank lines.
        self._regions = [0, *(gap.end() for gap in BLANK_LINE.finditer(text))]
        self._starts = list(_block_starts(text, spoken, self._regions))
        self._blocks = terms_between(text, self._starts[1:])
        self._firsts = [0, *accumulate(map(len, self._blocks))]
        self._languages = _languages(self._starts, spoken)
        self._tokens: dict[int, list[Token]] = {}
        self._known: dict[tuple[Needle, ...], Occurrences] = {}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its different terms."""
        return frozenset().union(*self._blocks)

    @cached_property
    def of_stem(self) -> dict[str, set[str]]:
        """Its terms by their stems in any language."""
        found: dict[str, set[str]] = {}
        for term in self.vocabulary:
            for each in stems(term):
                found.setdefault(each, set()).add(term)
        return found

    def bounds(self, things: Sequence[Occurrences] | None = None) -> dict[Unit, Places]:
        """The number of the first word of each sentence and paragraph; empty for a title.

        things: where only these are asked about, the sentences that no two of them share are left
                out
        """
        if self.whole:
            return {}
        firsts = [self._firsts[bisect_right(self._starts, at) - 1] for at in self._regions]
        asked = self._shared(firsts, things)
        found = [each for region in asked for each in self._sentences(region, firsts[region])]
        others = [(first, True) for region, first in enumerate(firsts) if region not in asked]
        bounds = sorted({*found, *others})
        return {
            Unit.SENTENCE: np.array([place for place, _ in bounds], np.int64),
            Unit.PARAGRAPH: np.array([place for place, opens in bounds if opens], np.int64),
        }

    def span(self, first: int, last: int) -> Span:
        """From the beginning of one word to the end of another, in characters."""
        return self._span(first)[0], self._span(last)[1]

    def places(self, terms: frozenset[str], language: str | None = None) -> Iterator[int]:
        """The numbers of the words that are one of these terms, in parts of that language."""
        for number, block in enumerate(self._blocks):
            if language not in (None, self._languages[number]) or terms.isdisjoint(block):
                continue
            first = self._firsts[number]
            yield from (first + at for at, term in enumerate(block) if term in terms)

    def standing(self, needles: tuple[Needle, ...]) -> Occurrences:
        """Where any of these stands, ascending, each place once."""
        if needles not in self._known:
            found = sorted({stand for needle in needles for stand in self._standing(needle)})
            starts, ends = zip(*found, strict=True) if found else ((), ())
            self._known[needles] = Occurrences(np.array(starts, np.int64), np.array(ends, np.int64))
        return self._known[needles]

    def _standing(self, needle: Needle) -> Iterator[Span]:
        """The numbers of the first and last word of each occurrence."""
        more = range(1, len(needle.steps))
        for first in self._beginnings(needle):
            last = first + len(needle.steps) - 1
            if last < self._firsts[-1] and all(self._fits(needle, n, first + n) for n in more):
                yield first, last

    def _beginnings(self, needle: Needle) -> Iterator[int]:
        """The words that can be its first."""
        if needle.exact:
            yield from self.places(needle.steps[0])
            return
        for own in set(self._languages):
            fitting = frozenset(term for term in self.vocabulary if needle.fits(0, term, own))
            yield from self.places(fitting, own)

    def _fits(self, needle: Needle, step: int, place: int) -> bool:
        number = bisect_right(self._firsts, place) - 1
        term = self._blocks[number][place - self._firsts[number]]
        return needle.fits(step, term, self._languages[number])

    def _span(self, place: int) -> Span:
        number = bisect_right(self._firsts, place) - 1
        start = self._starts[number]
        if number not in self._tokens:
            end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
            self._tokens[number] = words(self.text[start:end])
        token = self._tokens[number][place - self._firsts[number]]
        return start + token.start, start + token.end

    def _shared(self, firsts: list[int], things: Sequence[Occurrences] | None) -> set[int]:
        """The regions in which two of the things stand, or all."""
        if things is None:
            return set(range(len(firsts)))
        held = [np.unique(np.searchsorted(firsts, t.starts, side="right") - 1) for t in things]
        regions, times = np.unique(np.concatenate(held), return_counts=True)
        return set(regions[times > 1].tolist())

    def _sentences(self, region: int, first: int) -> Iterator[tuple[int, bool]]:
        """The number of the first word of each sentence of a region; whether it opens a paragraph.

        first: the number of the region's first word
        """
        last = self._regions[region + 1] if region + 1 < len(self._regions) else len(self.text)
        text = self.text[self._regions[region] : last]
        found = list(sentences(text))
        counts = map(len, terms_between(text, [each.start for each in found]))
        for each, before in zip(found, accumulate(counts), strict=False):
            yield first + before, each.opens


def _block_starts(text: str, spoken: Sequence[Part], regions: Sequence[int]) -> Iterator[int]:
    """Where blocks begin: never inside a word, each in one region and in one language."""
    starts = sorted({*regions, *(part.start for part in spoken)})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield start
        while start + BLOCK_CHARACTERS < end:
            space = SPACE.search(text, start + BLOCK_CHARACTERS, end)
            if space is None or space.end() >= end:
                break
            start = space.end()
            yield start


def _languages(starts: Sequence[int], spoken: Sequence[Part]) -> list[str]:
    """The language of each block."""
    begun = [part.start for part in spoken]
    return [spoken[bisect_right(begun, start) - 1].language for start in starts]
