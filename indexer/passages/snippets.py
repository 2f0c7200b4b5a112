"""The best passages of a text: those with the most of the query's different words."""

from dataclasses import dataclass

from indexer.engine import Snippet
from indexer.passages.cutting import cut, one_line
from indexer.passages.needles import needles
from indexer.passages.sightings import Sighting, sightings
from indexer.passages.spans import joined
from indexer.query.nodes import Node, Scope, Span

# About two lines of a result list.
LENGTH_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Window:
    """Sightings near enough to be shown together: `first` to `last` in the list of all."""

    first: int
    last: int
    needles: frozenset[int]


def snippets(
    node: Node | None, text: str, language: str, most: int = 3, *, scope: Scope = Scope.ANYWHERE
) -> tuple[Snippet, ...]:
    """At most `most` passages, in the order of the text, none overlapping.

    Without anything to mark, the beginning of the text; nothing for an empty text. Newlines show
    as spaces; marks are relative to the passage.
    """
    found = sightings(text, needles(node, scope), language)
    windows = _best(found, most)
    if not windows:
        start, end = cut(text, (0, 0), (0, len(text)), LENGTH_CHARACTERS)
        return (Snippet(one_line(text[start:end]), (), start),) if end > start else ()
    cores = [_core(found, window) for window in windows]
    marks = joined((sighting.start, sighting.end) for sighting in found)
    made: list[Snippet] = []
    taken = 0
    for place, core in enumerate(cores):
        limit = cores[place + 1][0] if place + 1 < len(cores) else len(text)
        start, end = cut(text, core, (taken, limit), LENGTH_CHARACTERS)
        made.append(Snippet(one_line(text[start:end]), _inside(marks, start, end), start))
        taken = end
    return tuple(made)


def _best(found: list[Sighting], most: int) -> list[Window]:
    """Windows with the most words not shown yet, then the most words, then the first."""
    chosen: list[Window] = []
    shown: set[int] = set()
    windows = _windows(found)
    while windows and len(chosen) < most:
        best = max(
            windows,
            key=lambda w: (len(w.needles - shown), len(w.needles), w.last - w.first, -w.first),
        )
        chosen.append(best)
        shown |= best.needles
        windows = [w for w in windows if _apart(found, w, best)]
    return sorted(chosen, key=lambda window: window.first)


def _windows(found: list[Sighting]) -> list[Window]:
    """One beginning at each sighting, as long as a passage may be."""
    windows: list[Window] = []
    last = 0
    for first, sighting in enumerate(found):
        last = max(last, first)
        while last + 1 < len(found) and found[last + 1].end - sighting.start <= LENGTH_CHARACTERS:
            last += 1
        inside = frozenset(each.needle for each in found[first : last + 1])
        windows.append(Window(first, last, inside))
    return windows


def _apart(found: list[Sighting], one: Window, other: Window) -> bool:
    (start, end), (other_start, other_end) = _core(found, one), _core(found, other)
    return end <= other_start or other_end <= start


def _core(found: list[Sighting], window: Window) -> Span:
    """From the first sighting's start to the last end."""
    inside = found[window.first : window.last + 1]
    return inside[0].start, max(sighting.end for sighting in inside)


def _inside(marks: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The marks of a passage, cut at its ends, relative to its start."""
    return tuple(
        (max(first, start) - start, min(last, end) - start)
        for first, last in marks
        if first < end and last > start
    )
