"""Which stretches of a text are worth showing: those with the most of the words asked for."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from indexer.passages.sightings import Sighting, Sightings

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


def best(found: Sightings, most: int, length: int) -> list[Window]:
    """Windows of `length` characters with the most words not shown yet, then the most, in order."""
    chosen: list[Window] = []
    missing = -1  # the words not shown yet: all bits
    windows = _windows(_thinned(_worth_showing(found, length)), length)
    while windows and len(chosen) < most:
        winner = max(windows, key=partial(_worth, missing))
        chosen.append(winner)
        missing &= ~winner.needles
        windows = [w for w in windows if w.end <= winner.start or winner.end <= w.start]
    return sorted(chosen, key=START)


def _worth_showing(found: Sightings, length: int) -> list[Sighting]:
    """A chain as one sighting where it fits in a window, else its words, each for itself."""
    if not found.wholes:
        return found.all
    chained = {whole.needle for whole in found.wholes}
    shown = [sighting for sighting in found.all if sighting.needle not in chained]
    wide = max(sighting.needle for sighting in found.all) + 1
    for spans, needle in found.wholes:
        start, end = spans[0][0], max(last for _, last in spans)
        if end - start <= length:
            shown.append(Sighting(start, end, needle))
        else:  # the number of a word of a chain: above those of all needles
            apart = enumerate(spans, 1)
            shown += (Sighting(*span, place * wide + needle) for place, span in apart)
    return sorted(set(shown))


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


def _worth(missing: int, window: Window) -> tuple[int, tuple[int, int, int]]:
    """What orders windows: the highest is best."""
    return (window.needles & missing).bit_count(), window.worth


def _windows(found: Sequence[Sighting], length: int) -> list[Window]:
    """One beginning at each sighting, as long as a passage may be."""
    windows: list[Window] = []
    make = tuple.__new__  # half the time of calling Window
    ends = [sighting.end for sighting in found]
    inside: Counter[int] = Counter()  # sightings of the window by needle
    needles = after = 0  # the window's needles as bits; where it ends in `found`
    for first, (start, _, needle) in enumerate(found):
        latest = start + length
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
