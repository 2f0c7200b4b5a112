"""The best passages of a text: those with the most of the query's different words."""

from collections import Counter
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Window:
    """Sightings near enough to be shown together, from the first one's start to the last end.

    needles:   which of the query's words and phrases stand in it, by number
    sightings: how many there are
    """

    start: int
    end: int
    needles: frozenset[int]
    sightings: int

    def worth(self, shown: frozenset[int]) -> tuple[int, int, int, int]:
        """What orders windows when these words are shown already: the highest is best."""
        return len(self.needles - shown), len(self.needles), self.sightings, -self.start


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
    marks = joined((sighting.start, sighting.end) for sighting in found)
    made: list[Snippet] = []
    taken = 0
    for place, core in enumerate(cores):
        limit = cores[place + 1][0] if place + 1 < len(cores) else len(text)
        start, end = cut(text, core, (taken, limit), LENGTH_CHARACTERS)
        made.append(Snippet(one_line(text[start:end]), _inside(marks, start, end), start))
        taken = end
    return tuple(made)


def _thinned(found: list[Sighting]) -> list[Sighting]:
    """Without the later sightings of words that are everywhere: they tell passages apart least."""
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
    shown: frozenset[int] = frozenset()
    windows = _windows(found)
    while windows and len(chosen) < most:
        best = max(windows, key=lambda window: window.worth(shown))
        chosen.append(best)
        shown |= best.needles
        windows = [w for w in windows if w.end <= best.start or best.end <= w.start]
    return sorted(chosen, key=lambda window: window.start)


def _windows(found: list[Sighting]) -> list[Window]:
    """One beginning at each sighting, as long as a passage may be."""
    windows: list[Window] = []
    last = 0
    for first, sighting in enumerate(found):
        last = max(last, first)
        while last + 1 < len(found) and found[last + 1].end - sighting.start <= LENGTH_CHARACTERS:
            last += 1
        inside = found[first : last + 1]
        windows.append(
            Window(
                start=sighting.start,
                end=max(each.end for each in inside),
                needles=frozenset(each.needle for each in inside),
                sightings=len(inside),
            )
        )
    return windows


def _inside(marks: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The marks of a passage, cut at its ends, relative to its start."""
    return tuple(
        (max(first, start) - start, min(last, end) - start)
        for first, last in marks
        if first < end and last > start
    )
