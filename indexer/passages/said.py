"""A text word by word: where words, phrases and patterns stand in it, by the words' numbers."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

import numpy as np

from indexer.analysis import words
from indexer.languages import parts
from indexer.nearness import Occurrences, Places
from indexer.passages.needles import Needle
from indexer.query.nodes import Span, Unit
from indexer.sentences import Sentence, sentences


class Said:
    """The words of a text. Every word is stemmed by the language of the part it stands in.

    whole: whether all of the text is one sentence and paragraph: a title
    """

    def __init__(self, text: str, language: str, *, whole: bool = False) -> None:
        self.text, self.whole = text, whole
        self.tokens = words(text)
        self._parts = parts(text, language)
        self._starts = [part.start for part in self._parts]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The numbers of the words that are each term."""
        found: dict[str, list[int]] = {}
        for place, token in enumerate(self.tokens):
            found.setdefault(token.term, []).append(place)
        return found

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the text."""
        return list(sentences(self.text))

    @cached_property
    def bounds(self) -> dict[Unit, Places]:
        """The number of the first word of each sentence and paragraph; empty for a title."""
        if self.whole:
            return {}
        starts = [token.start for token in self.tokens]
        found = [(bisect_left(starts, each.start), each.opens) for each in self.sentences]
        return {
            Unit.SENTENCE: np.array([place for place, _ in found], np.int64),
            Unit.PARAGRAPH: np.array([place for place, opens in found if opens], np.int64),
        }

    def span(self, first: int, last: int) -> Span:
        """From the beginning of one word to the end of another, in characters."""
        return self.tokens[first].start, self.tokens[last].end

    def standing(self, needles: tuple[Needle, ...]) -> Occurrences:
        """Where any of these stands, ascending, each place once."""
        found = sorted({stand for needle in needles for stand in self._standing(needle)})
        starts, ends = zip(*found, strict=True) if found else ((), ())
        return Occurrences(np.array(starts, np.int64), np.array(ends, np.int64))

    def _standing(self, needle: Needle) -> Iterator[Span]:
        """The numbers of the first and last word of each occurrence."""
        more = range(1, len(needle.steps))
        for first in self._firsts(needle):
            last = first + len(needle.steps) - 1
            if last < len(self.tokens) and all(self._fits(needle, n, first + n) for n in more):
                yield first, last

    def _firsts(self, needle: Needle) -> Iterator[int]:
        """The words that can be its first."""
        if needle.exact:
            for term in needle.steps[0]:
                yield from self.places.get(term, ())
            return
        for own in {part.language for part in self._parts}:
            for term, places in self.places.items():
                if needle.fits(0, term, own):
                    yield from (place for place in places if self._language(place) == own)

    def _fits(self, needle: Needle, step: int, place: int) -> bool:
        return needle.fits(step, self.tokens[place].term, self._language(place))

    def _language(self, place: int) -> str:
        if len(self._parts) == 1:
            return self._parts[0].language
        return self._parts[bisect_right(self._starts, self.tokens[place].start) - 1].language
