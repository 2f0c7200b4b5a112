"""The best passages of a text: those with the most of the query's different words."""

from collections import Counter
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from indexer.engine import Snippet
from indexer.passages.cutting import cut, one_line
from indexer.passages.needles import needles
from indexer.passages.sightings import Sighting, sightings
from indexer.passages.spans import joined
from indexer.query.nodes import Node, Scope, Span

# About two lines of a result list.
LENGTH_CHARACTERS = 200

# More sightings of one word than this are not compared: the first are as good.
MOST_SIGHTINGS = 500

START = attrgetter("start")


class Window(NamedTuple):
    """Sightings near enough to be shown together, from the first one's start to the last end.

    needles:   which of the query's words and phrases stand in it, as bits by number
    worth:     how many those are, how many sightings, then the earlier the better
    """

    start: int
    end: int
    needles: int
    worth: tuple[int, int, int]


def snippets(
    node: Node | None, text: str, language: str, most: int = 3, *, scope: Scope = Scope.ANYWHERE
) -> tuple[Snippet, ...]:
    """At most `most` passages, in the order of the text, none overlapping.

    Without anything to mark, the beginning of the text; nothing for an empty text. Newlines show
    as spaces; marks are relative to the passage.
    """
    found = sightings(text, needles(node, scope), language)
    windows = _best(_thinned(found), most)
    if not windows:
        start, end = cut(text, (0, 0), (0, len(text)), LENGTH_CHARACTERS)
        return (Snippet(one_line(text[start:end]), (), start),) if end > start else ()
    cores = [(window.start, window.end) for window in windows]
    made: list[Snippet] = []
    taken = 0
    for place, core in enumerate(cores):
        limit = cores[place + 1][0] if place + 1 < len(cores) else len(text)
        start, end = cut(text, core, (taken, limit), LENGTH_CHARACTERS)
        made.append(Snippet(one_line(text[start:end]), _marks(found, start, end), start))
        taken = end
    return tuple(made)


def _thinned(found: list[Sighting]) -> list[Sighting]:
    """Without the later sightings of words that are everywhere: they tell passages apart least."""
    if len(found) <= MOST_SIGHTINGS:
        return found
    seen: Counter[int] = Counter()
    kept = []
    for sighting in found:
        seen[sighting.needle] += 1
        if seen[sighting.needle] <= MOST_SIGHTINGS:
            kept.append(sighting)
    return kept


def _best(found: list[Sighting], most: int) -> list[Window]:
    """Windows with the most words not shown yet, then the most words, then the first."""
    chosen: list[Window] = []
    missing = -1  # the words not shown yet: all bits
    windows = _windows(found)
    while windows and len(chosen) < most:
        best = max(windows, key=partial(_worth, missing))
        chosen.append(best)
        missing &= ~best.needles
        windows = [w for w in windows if w.end <= best.start or best.end <= w.start]
    return sorted(chosen, key=START)


def _worth(missing: int, window: Window) -> tuple[int, tuple[int, int, int]]:
    """What orders windows: the highest is best."""
    return (window.needles & missing).bit_count(), window.worth


def _windows(found: list[Sighting]) -> list[Window]:
    """One beginning at each sighting, as long as a passage may be."""
    windows: list[Window] = []
    make = tuple.__new__  # half the time of calling Window
    ends = [sighting.end for sighting in found]
    inside: Counter[int] = Counter()  # sightings of the window by needle
    needles = after = 0  # the window's needles as bits; where it ends in `found`
    for first, (start, _, needle) in enumerate(found):
        latest = start + LENGTH_CHARACTERS
        while after <= first or (after < len(found) and ends[after] <= latest):
            inside[found[after].needle] += 1
            needles |= 1 << found[after].needle
            after += 1
        worth = needles.bit_count(), after - first, -start
        windows.append(make(Window, (start, max(ends[first:after]), needles, worth)))
        inside[needle] -= 1
        if not inside[needle]:
            needles &= ~(1 << needle)
    return windows


def _marks(found: list[Sighting], start: int, end: int) -> tuple[Span, ...]:
    """The marks of a passage, cut at its ends, relative to its start."""
    return joined(
        (max(first, start) - start, min(last, end) - start)
        for first, last, _ in found
        if first < end and last > start
    )
