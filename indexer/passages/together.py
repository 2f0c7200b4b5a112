"""Where words of a text stand near each other, as a query asks: the text is read word by word."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from indexer import nearness
from indexer.nearness import Occurrences, Places
from indexer.passages.needles import Chain, Stretch
from indexer.passages.said import Said
from indexer.query.nodes import Link, Span, Unit

# More places of one chain than this are not told apart: the first are as good.
MOST_WHOLE = 500

# Words after the last of them that a passage can hold.
WORDS_BEYOND = 400

# The neighbours on each side among which the nearest partner is sought before all are.
NEIGHBOURS = 8


class Together(NamedTuple):
    """What a chain or stretch finds.

    words:  the span of each word or phrase that stands near enough, in order
    wholes: for the first places where all of it stands together, the spans of its words, in order
    times:  how many such places there are
    """

    words: tuple[Span, ...]
    wholes: tuple[tuple[Span, ...], ...]
    times: int


NOWHERE = Together((), (), 0)


def standing_together(said: Said, sought: Chain | Stretch, *, every: bool = True) -> Together:
    """All words and phrases of a text that stand near enough to each other.

    every: whether the words beyond the last of the wholes are needed too
    """
    if isinstance(sought, Stretch):
        return _stretched(said, sought, every=every)
    things = [said.standing(thing) for thing in sought.things]
    if not all(len(thing.starts) for thing in things):
        return NOWHERE
    asks_units = any(link.unit is not Unit.WORDS for link in sought.links)
    bounds = said.bounds(things) if asks_units else {}
    kept = nearness.in_chains(things, sought.links, bounds)
    shown = kept if every else _first(kept)
    spans = sorted({span for thing in shown for span in _spans(said, thing)})
    wholes = _wholes(said, kept, sought.links, bounds)
    return Together(tuple(spans), tuple(wholes), len(kept[0].starts))


def _first(kept: Sequence[Occurrences]) -> Sequence[Occurrences]:
    """Those that can be in one passage with a whole."""
    if len(kept[0].starts) <= MOST_WHOLE:
        return kept
    last = kept[0].starts[MOST_WHOLE] + WORDS_BEYOND
    return [thing.those(thing.starts <= last) for thing in kept]


def _spans(said: Said, thing: Occurrences) -> Iterator[Span]:
    for first, last in zip(thing.starts.tolist(), thing.ends.tolist(), strict=True):
        yield said.span(first, last)


def _wholes(
    said: Said, kept: Sequence[Occurrences], links: Sequence[Link], bounds: dict[Unit, Places]
) -> Iterator[tuple[Span, ...]]:
    """From each occurrence of the first thing, the nearest chain that it begins."""
    for at in range(min(len(kept[0].starts), MOST_WHOLE)):
        chain = [_one(kept[0], at)]
        for link, thing in zip(links, kept[1:], strict=True):
            chain.append(_nearest(chain[-1], thing, link, bounds))
        yield tuple(sorted(span for each in chain for span in _spans(said, each)))


def _one(thing: Occurrences, at: int) -> Occurrences:
    return Occurrences(thing.starts[at : at + 1], thing.ends[at : at + 1])


def _nearest(
    from_: Occurrences, thing: Occurrences, link: Link, bounds: dict[Unit, Places]
) -> Occurrences:
    """The occurrence that holds the link with this one and is nearest to it; there is one."""
    at = int(np.searchsorted(thing.starts, from_.starts[0]))
    few = slice(max(0, at - NEIGHBOURS), at + NEIGHBOURS)
    for able in (Occurrences(thing.starts[few], thing.ends[few]), thing):
        linked = able.those(nearness.linked(from_, able, link, bounds))
        if len(linked.starts):
            return _one(linked, int(np.argmin(np.abs(linked.starts - from_.starts[0]))))
    raise AssertionError("an occurrence in a chain has no neighbour in it")


def _stretched(said: Said, stretch: Stretch, *, every: bool) -> Together:
    wanted = Counter(stretch.terms)
    places = {term: list(said.places(frozenset({term}))) for term in wanted}
    if not all(places.values()):
        return NOWHERE
    of_terms = [np.array(places[term], np.int64) for term in wanted]
    starts = nearness.stretches(of_terms, list(wanted.values()), stretch.length)
    if not len(starts):
        return NOWHERE
    stretches = (_whole(places, wanted, start) for start in starts.tolist())
    wholes = list(dict.fromkeys(stretches))
    inside = {place for found in of_terms for place in _inside(found, starts, stretch.length)}
    if not every and len(wholes) > MOST_WHOLE:
        last = wholes[MOST_WHOLE][0] + WORDS_BEYOND
        inside = {place for place in inside if place <= last}
    spans = tuple(said.span(place, place) for place in sorted(inside))
    shown = (tuple(said.span(at, at) for at in whole) for whole in wholes[:MOST_WHOLE])
    return Together(spans, tuple(shown), len(wholes))


def _inside(found: Places, starts: Places, length: int) -> list[int]:
    """The places that lie in one of the stretches."""
    before = np.searchsorted(starts, found, side="right") - 1
    inside = (before >= 0) & (found - starts[np.maximum(before, 0)] < length)
    kept: list[int] = found[inside].tolist()
    return kept


def _whole(places: dict[str, list[int]], wanted: Counter[str], start: int) -> tuple[int, ...]:
    """The first words of a stretch that are all that is wanted."""
    chosen = []
    for term, times in wanted.items():
        first = bisect_left(places[term], start)
        chosen += places[term][first : first + times]
    return tuple(sorted(chosen))
