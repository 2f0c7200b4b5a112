"""Every place of a text where a query's words stand, found without splitting all of the text.

A long text has few different words. Each is looked at once; only where one that can begin a
match stands, are the words after it looked at.
"""

from collections.abc import Iterator
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from indexer.analysis import (
    Token,
    stem,
    terms,
    words,
    words_from,
)
from indexer.passages.needles import Needle
from indexer.pieces import different_pieces, places_of_piece


class Sighting(NamedTuple):
    """Where a needle stands in a text, and which one: its number in the query."""

    start: int
    end: int
    needle: int


Numbered = list[tuple[int, Needle]]

START_AND_END = itemgetter(0, 1)


def sightings(text: str, needles: tuple[Needle, ...], language: str) -> list[Sighting]:
    """All of them, in the order of the text."""
    found: list[Sighting] = []
    for piece, numbers in _beginnings(text, needles, language).items():
        of_piece = [(number, needles[number]) for number in numbers]
        if all(len(needle.steps) == 1 for _, needle in of_piece):
            found.extend(_alone(text, piece, of_piece, language))
        else:
            found.extend(_with_what_follows(text, piece, of_piece, language))
    found.sort(key=START_AND_END)
    return found


def _alone(text: str, piece: str, needles: Numbered, language: str) -> Iterator[Sighting]:
    """The sightings of needles of one word, which need no look at what follows."""
    inside = [
        (token.start, token.end, number)
        for token in words(piece)
        for number, needle in needles
        if needle.fits(0, token.term, language)
    ]
    for place in places_of_piece(text, piece):
        for start, end, number in inside:
            yield Sighting(place + start, place + end, number)


def _with_what_follows(
    text: str, piece: str, needles: Numbered, language: str
) -> Iterator[Sighting]:
    longest = max(len(needle.steps) for _, needle in needles)
    for place in places_of_piece(text, piece):
        end = place + len(piece)
        tokens = _from_piece(text, place, end, longest)
        for number, needle in needles:
            for here in _fitting(tokens, end, needle, language):
                yield Sighting(here[0].start, here[-1].end, number)


def _beginnings(text: str, needles: tuple[Needle, ...], language: str) -> dict[str, list[int]]:
    """The pieces of the text with a word that can be the first of a needle, and of which ones.

    A needle is left out when the text has no word at all for one of its steps.
    """
    steps_of = _steps_by_word(needles)
    beginnings: dict[str, set[int]] = {}
    missing = [set(range(len(needle.steps))) for needle in needles]
    for piece in different_pieces(text) if needles else ():
        for term in terms(piece):
            exact = steps_of.get((True, term), ())
            any_form = steps_of.get((False, stem(term, language)), ())
            for number, step in chain(exact, any_form):
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


def _fitting(tokens: list[Token], end: int, needle: Needle, language: str) -> Iterator[list[Token]]:
    """The words among these in which the needle stands, beginning before `end`."""
    length = len(needle.steps)
    for first in range(len(tokens) - length + 1):
        if tokens[first].start >= end:
            return
        here = tokens[first : first + length]
        if all(needle.fits(step, token.term, language) for step, token in enumerate(here)):
            yield here
