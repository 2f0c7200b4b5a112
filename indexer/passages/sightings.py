"""Every place of a text where a query's words stand, found without splitting all of the text.

A long text has few different chunks. Only those with a word that can begin a match are looked
for, and only after them is the text read on.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from indexer.analysis import Token, words
from indexer.languages import Part, parts
from indexer.passages.chunks import places_of_chunk, vocabulary
from indexer.passages.needles import Chain, Needle, Sought
from indexer.passages.said import Said
from indexer.passages.together import standing_together
from indexer.query.nodes import Span

CHUNK = re.compile(r"\S+")


class Sighting(NamedTuple):
    """Where a needle stands in a text, and which one: its number in the query."""

    start: int
    end: int
    needle: int


class Whole(NamedTuple):
    """All words of a chain or stretch where they stand together, in order, and its number."""

    spans: tuple[Span, ...]
    needle: int


class Sightings(NamedTuple):
    """What of a query stands in a text.

    all:    every word and phrase that shows, in the order of the text
    wholes: where chains and stretches stand together
    """

    all: list[Sighting]
    wholes: list[Whole]


START_AND_END = itemgetter(0, 1)


def sightings(
    text: str, sought: Sequence[Sought], language: str, *, every: bool = True
) -> Sightings:
    """All of them; `language` is that of the text's page.

    every: whether those are needed that are too many to be compared for passages
    """
    found: list[Sighting] = []
    wholes: list[Whole] = []
    spoken = parts(text, language) if sought else ()
    alone = {number: each for number, each in enumerate(sought) if isinstance(each, Needle)}
    for own in {part.language for part in spoken} if alone else ():
        in_it = _words_and_phrases(text, alone, own)
        found += in_it if len(spoken) == 1 else _kept(in_it, spoken, own)
    said: Said | None = None
    whole = any(isinstance(each, Chain) and each.whole for each in sought)
    for number, each in enumerate(sought):
        if not isinstance(each, Needle):
            said = said or Said(text, language, whole=whole)
            together = standing_together(said, each, every=every)
            found += (Sighting(*span, number) for span in together.words)
            wholes += (Whole(spans, number) for spans in together.wholes)
    found.sort(key=START_AND_END)
    return Sightings(found, wholes)


def _words_and_phrases(text: str, alone: Mapping[int, Needle], language: str) -> list[Sighting]:
    """All of them, every word of the text stemmed by one language."""
    found: list[Sighting] = []
    make = tuple.__new__  # half the time of calling Sighting
    reader = Reader(text, language)
    for number, chunks in _beginnings(text, alone, language).items():
        for chunk in chunks:
            spans = reader.spans(alone[number], chunk)
            found.extend(make(Sighting, (start, end, number)) for start, end in spans)
    return found


def _kept(found: list[Sighting], spoken: tuple[Part, ...], own: str) -> Iterator[Sighting]:
    """Those that begin in a part of the text in that language."""
    starts = [part.start for part in spoken]
    for sighting in found:
        if spoken[bisect_right(starts, sighting.start) - 1].language == own:
            yield sighting


def _beginnings(text: str, needles: Mapping[int, Needle], language: str) -> dict[int, set[str]]:
    """By a needle's number, the chunks of the text with a word that may be its first.

    A needle is left out when the text has no word at all for one of its steps.
    """
    if not needles:
        return {}
    wanted = {
        number: [needle.stems(step, language) for step in range(len(needle.steps))]
        for number, needle in needles.items()
    }
    every = {stem for steps in wanted.values() for stems in steps for stem in stems}
    holding = vocabulary(language).holding(set(text.split()), every)
    beginnings = {}
    for number, steps in wanted.items():
        first, *others = (set().union(*map(holding.__getitem__, stems)) for stems in steps)
        if all(others):
            beginnings[number] = first
    return beginnings


class Reader:
    """Reads a text where it is told to, each different chunk once."""

    def __init__(self, text: str, language: str) -> None:
        self._text, self._language = text, language
        self._words: dict[str, list[Token]] = {}

    def spans(self, needle: Needle, chunk: str) -> Iterator[tuple[int, int]]:
        """Where a needle stands with its first word in this chunk."""
        row = self._read(chunk)
        firsts = [n for n, word in enumerate(row) if needle.fits(0, word.term, self._language)]
        if len(needle.steps) == 1:
            inside = [(row[first].start, row[first].end) for first in firsts]
            for place in places_of_chunk(self._text, chunk):
                for start, end in inside:
                    yield place + start, place + end
            return
        for place in places_of_chunk(self._text, chunk):
            for first in firsts:
                end = self._end(needle, place, chunk, first)
                if end:
                    yield place + row[first].start, end

    def _end(self, needle: Needle, place: int, chunk: str, at: int) -> int:
        """Where a needle ends whose first word has that number in this chunk; 0: it does not."""
        row, after = self._read(chunk), place + len(chunk)
        for step in range(1, len(needle.steps)):
            at += 1
            while at >= len(row):
                following = CHUNK.search(self._text, after)
                if following is None:
                    return 0
                row, at = self._read(following.group()), 0
                place, after = following.span()
            if not needle.fits(step, row[at].term, self._language):
                return 0
        return place + row[at].end

    def _read(self, chunk: str) -> list[Token]:
        row = self._words.get(chunk)
        if row is None:
            row = self._words[chunk] = words(chunk)
        return row
