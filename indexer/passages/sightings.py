"""Every place of a text where a query's words stand, found without splitting all of the text.

A long text has few different words. Each is looked at once; only where one that can begin a
match stands, are the words after it looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from indexer.analysis import (
    Token,
    different_pieces,
    places_of_piece,
    stem,
    terms,
    words_from,
)
from indexer.passages.needles import Needle


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """Where a needle stands in a text, and which one: its number in the query."""

    start: int
    end: int
    needle: int


def sightings(text: str, needles: tuple[Needle, ...], language: str) -> list[Sighting]:
    """All of them, in the order of the text."""
    found: set[Sighting] = set()
    for piece, numbers in _beginnings(text, needles, language).items():
        longest = max(len(needles[number].steps) for number in numbers)
        for place in places_of_piece(text, piece):
            tokens = _from_piece(text, place, place + len(piece), longest)
            for number in numbers:
                found.update(
                    _fitting(tokens, place + len(piece), needles[number], number, language)
                )
    return sorted(found)


def _beginnings(text: str, needles: tuple[Needle, ...], language: str) -> dict[str, list[int]]:
    """The pieces of the text with a word that can be the first of a needle, and of which ones.

    A needle is left out when the text has no word at all for one of its steps.
    """
    steps_of = _steps_by_word(needles)
    beginnings: dict[str, set[int]] = {}
    missing = [set(range(len(needle.steps))) for needle in needles]
    for piece in different_pieces(text) if needles else ():
        for term in terms(piece):
            fitting = (
                steps_of.get((True, term), ()),
                steps_of.get((False, stem(term, language)), ()),
            )
            for number, step in chain(*fitting):
                missing[number].discard(step)
                if step == 0:
                    beginnings.setdefault(piece, set()).add(number)
    kept = {piece: sorted(n for n in ns if not missing[n]) for piece, ns in beginnings.items()}
    return {piece: numbers for piece, numbers in kept.items() if numbers}


def _steps_by_word(needles: tuple[Needle, ...]) -> dict[tuple[bool, str], list[tuple[int, int]]]:
    """(whether exact, term or tagged stem) -> which needles, at which step, it fits."""
    steps_of: dict[tuple[bool, str], list[tuple[int, int]]] = {}
    for number, needle in enumerate(needles):
        for step, accepted in enumerate(needle.steps):
            for word in accepted:
                steps_of.setdefault((needle.exact, word), []).append((number, step))
    return steps_of


def _from_piece(text: str, start: int, end: int, longest: int) -> list[Token]:
    """The words of the piece from `start` to `end`, and enough after it for the longest needle."""
    tokens: list[Token] = []
    after = 0
    for token in words_from(text, start):
        after += token.start >= end
        if after >= longest:
            break
        tokens.append(token)
    return tokens


def _fitting(
    tokens: list[Token], end: int, needle: Needle, number: int, language: str
) -> Iterator[Sighting]:
    """Where the needle stands in these words, beginning before `end`."""
    length = len(needle.steps)
    for first in range(len(tokens) - length + 1):
        if tokens[first].start >= end:
            return
        here = tokens[first : first + length]
        if all(needle.fits(step, token.term, language) for step, token in enumerate(here)):
            yield Sighting(here[0].start, here[-1].end, number)
