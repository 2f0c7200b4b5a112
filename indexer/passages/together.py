"""Where words of a text stand near each other, as a query asks: the text is read word by word."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from indexer import nearness
from indexer.analysis import Token, words
from indexer.languages import Part, language_at, parts
from indexer.nearness import Occurrences, Places
from indexer.passages.needles import Chain, Needle, Stretch
from indexer.query.nodes import Span, Unit
from indexer.sentences import sentences


def standing_together(text: str, sought: Chain | Stretch, language: str) -> Iterator[Span]:
    """The spans of all words and phrases that stand near enough to each other."""
    said = words(text)
    if isinstance(sought, Stretch):
        return _stretched(said, sought)
    return _chained(text, said, sought, language)


def _chained(text: str, said: Sequence[Token], chain: Chain, language: str) -> Iterator[Span]:
    places: dict[str, list[int]] = {}
    for place, token in enumerate(said):
        places.setdefault(token.term, []).append(place)
    spoken = parts(text, language)
    things = [
        nearness.joined(
            [each for needle in thing for each in _spoken(said, places, needle, spoken)]
        )
        if thing
        else _none()
        for thing in chain.things
    ]
    if not all(len(thing.starts) for thing in things):
        return
    bounds = {} if chain.whole else _bounds(text, said)
    for thing in nearness.in_chains(things, chain.links, bounds):
        for first, last in zip(thing.starts.tolist(), thing.ends.tolist(), strict=True):
            yield said[first].start, said[last].end


def _spoken(
    said: Sequence[Token], places: dict[str, list[int]], needle: Needle, spoken: tuple[Part, ...]
) -> Iterator[Occurrences]:
    """The places of a word or phrase, those of each language that the text is in."""
    for own in {part.language for part in spoken}:
        found = _occurrences(said, places, needle, own)
        if len(spoken) > 1:
            first = found.starts.tolist()
            here = np.array([language_at(spoken, said[at].start) == own for at in first], bool)
            found = Occurrences(found.starts[here], found.ends[here])
        yield found


def _occurrences(
    said: Sequence[Token], places: dict[str, list[int]], needle: Needle, language: str
) -> Occurrences:
    """The places of a word or phrase; `places` tells where each term stands."""
    firsts = [place for term in places if needle.fits(0, term, language) for place in places[term]]
    steps = len(needle.steps)
    starts = np.array(
        sorted(
            first
            for first in firsts
            if first + steps <= len(said)
            and all(
                needle.fits(step, said[first + step].term, language) for step in range(1, steps)
            )
        ),
        np.int64,
    )
    return Occurrences(starts, starts + (steps - 1))


def _none() -> Occurrences:
    nothing: Places = np.empty(0, np.int64)
    return Occurrences(nothing, nothing)


def _bounds(text: str, said: Sequence[Token]) -> dict[Unit, Places]:
    """The number of the first word of each sentence and paragraph."""
    starts = [token.start for token in said]
    found = [(bisect_left(starts, each.start), each.opens) for each in sentences(text)]
    return {
        Unit.SENTENCE: np.array([place for place, _ in found], np.int64),
        Unit.PARAGRAPH: np.array([place for place, opens in found if opens], np.int64),
    }


def _stretched(said: Sequence[Token], stretch: Stretch) -> Iterator[Span]:
    wanted = Counter(stretch.terms)
    places: dict[str, list[int]] = {term: [] for term in wanted}
    for place, token in enumerate(said):
        if token.term in places:
            places[token.term].append(place)
    if not all(places.values()):
        return
    of_terms = [np.array(places[term], np.int64) for term in wanted]
    starts = nearness.stretches(of_terms, list(wanted.values()), stretch.length)
    if not len(starts):
        return
    for found in of_terms:
        before = np.searchsorted(starts, found, side="right") - 1
        inside = (before >= 0) & (found - starts[np.maximum(before, 0)] < stretch.length)
        for place in found[inside].tolist():
            yield said[place].start, said[place].end
