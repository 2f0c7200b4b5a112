"""The best passages of a text, with what matched in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from indexer.engine import MarkKind, Snippet
from indexer.passages.cutting import cut, one_line
from indexer.passages.needles import Needle, Sought, needles
from indexer.passages.sightings import Sightings, sightings
from indexer.passages.spans import joined
from indexer.passages.windows import best
from indexer.query.nodes import Node, Scope, Span

# About two lines of a result list.
LENGTH_CHARACTERS = 200

# What a mark is where several overlap: the last of these.
STRONGER = {MarkKind.WORD: 0, MarkKind.PHRASE: 1, MarkKind.NEAR: 2}


def snippets(
    node: Node | None, text: str, language: str, most: int = 3, *, scope: Scope = Scope.ANYWHERE
) -> tuple[Snippet, ...]:
    """At most `most` passages, in the order of the text, none overlapping.

    Words near each other are shown in one passage where it can hold them. Without anything to
    mark, the beginning of the text; nothing for an empty text. Newlines show as spaces; marks are
    relative to the passage.
    """
    sought = needles(node, scope)
    found = sightings(text, sought, language, every=False)
    windows = best(found, most, LENGTH_CHARACTERS)
    if not windows:
        start, end = cut(text, (0, 0), (0, len(text)), LENGTH_CHARACTERS)
        if end <= start:
            return ()
        return (Snippet(one_line(text[start:end]), (), start, ends=_ends(text, end)),)
    cores = [(window.start, window.end) for window in windows]
    shown = _Shown(text, sought, found)
    made: list[Snippet] = []
    taken = 0
    for place, core in enumerate(cores):
        limit = cores[place + 1][0] if place + 1 < len(cores) else len(text)
        start, taken = cut(text, core, (taken, limit), LENGTH_CHARACTERS)
        made.append(shown.between(start, taken))
    return tuple(made)


def passage(text: str, spans: Sequence[Span], kind: MarkKind) -> Snippet:
    """A passage around spans of a text, which are in order; what it cannot hold is cut off."""
    start, end = cut(text, (spans[0][0], spans[-1][1]), (0, len(text)), LENGTH_CHARACTERS)
    inside = ((first, min(last, end)) for first, last in spans if start <= first < end)
    marks = joined((first - start, last - start) for first, last in inside)
    return Snippet(
        one_line(text[start:end]), marks, start, (kind,) * len(marks), (), _ends(text, end)
    )


class _Shown:
    """What matched in a text, for its passages."""

    def __init__(self, text: str, sought: Sequence[Sought], found: Sightings) -> None:
        self._text, self._found = text, found.all
        self._kinds = [_kind(each) for each in sought]
        self._starts = [sighting.start for sighting in found.all]
        self._longest = max((s.end - s.start for s in found.all), default=0)
        self._wholes = joined(sorted((w.spans[0][0], w.spans[-1][1]) for w in found.wholes))

    def between(self, start: int, end: int) -> Snippet:
        """The passage from one place to another; marks are cut at its ends."""
        marks, kinds = self._marks(start, end)
        together = tuple(
            (first - start, last - start)
            for first, last in self._wholes
            if start <= first and last <= end
        )
        ends = _ends(self._text, end)
        return Snippet(one_line(self._text[start:end]), marks, start, kinds, together, ends)

    def _marks(self, start: int, end: int) -> tuple[tuple[Span, ...], tuple[MarkKind, ...]]:
        first = bisect_left(self._starts, start - self._longest)
        spans: list[Span] = []
        kinds: list[MarkKind] = []
        for begin, stop, needle in self._found[first : bisect_right(self._starts, end)]:
            if begin >= end or stop <= start:
                continue
            begin, stop, kind = (
                max(begin, start) - start,
                min(stop, end) - start,
                self._kinds[needle],
            )
            if spans and begin < spans[-1][1]:
                spans[-1] = spans[-1][0], max(stop, spans[-1][1])
                kinds[-1] = max(kinds[-1], kind, key=STRONGER.__getitem__)
            else:
                spans.append((begin, stop))
                kinds.append(kind)
        return tuple(spans), tuple(kinds)


def _ends(text: str, end: int) -> bool:
    return not text[end:].strip()


def _kind(sought: Sought) -> MarkKind:
    if not isinstance(sought, Needle):
        return MarkKind.NEAR
    return MarkKind.PHRASE if len(sought.steps) > 1 else MarkKind.WORD
