"""Which of the things that a chain of links names stand near enough to each other.

A place is the number of a word: in one text its position, in many document << 32 | position, so
that no distance that can be asked for leads from one document into another.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.query.nodes import Link, Unit

Places = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

DOCUMENT_BITS = 32


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where something stands: the places of its first and last words."""

    starts: Places
    ends: Places

    def those(self, kept: Mask) -> "Occurrences":
        """Some of them."""
        return Occurrences(self.starts[kept], self.ends[kept])


def joined(parts: Sequence[Occurrences]) -> Occurrences:
    """All occurrences of several things."""
    starts, ends = ([getattr(part, side) for part in parts] for side in ("starts", "ends"))
    return Occurrences(np.concatenate(starts), np.concatenate(ends))


def chained(
    things: Sequence[Occurrences],
    links: Sequence[Link],
    bounds: dict[Unit, Places],
    before_each: Callable[[], None] = lambda: None,
) -> list[Occurrences]:
    """Of each thing, the occurrences that a chain of links leads to from the first thing.

    bounds:      where each unit begins, ascending; absent where a whole document is one unit
    before_each: called before each link; it may raise, to give up
    """
    reached = [things[0]]
    for link, thing in zip(links, things[1:], strict=True):
        before_each()
        reached.append(thing.those(linked(reached[-1], thing, link, bounds)))
    return reached


def in_chains(
    things: Sequence[Occurrences], links: Sequence[Link], bounds: dict[Unit, Places]
) -> list[Occurrences]:
    """Of each thing, the occurrences that stand in a whole chain."""
    reached = chained(things, links, bounds)
    kept = [reached[-1]]
    for link, thing in zip(reversed(links), reversed(reached[:-1]), strict=True):
        kept.append(thing.those(linked(kept[-1], thing, link, bounds, backwards=True)))
    return kept[::-1]


def linked(
    from_: Occurrences,
    asked: Occurrences,
    link: Link,
    bounds: dict[Unit, Places],
    *,
    backwards: bool = False,
) -> Mask:
    """Which of `asked` hold a link with any of `from_`.

    backwards: whether the link leads from `asked` to `from_`
    """
    if not len(from_.starts) or not len(asked.starts):
        return np.zeros(len(asked.starts), bool)
    if link.unit is not Unit.WORDS:
        return in_one_unit(from_, asked, bounds.get(link.unit))
    found: Mask = np.zeros(len(asked.starts), bool)
    if not (link.ordered and backwards):
        found |= follow(from_, asked, link.words)
    if not link.ordered or backwards:
        found |= precede(from_, asked, link.words)
    return found


def follow(from_: Occurrences, asked: Occurrences, words: int) -> Mask:
    """Which begin at most so many words after one of `from_` ends."""
    ends = np.sort(from_.ends, kind="stable")  # nearly always in order: looked over, not sorted
    nearest = np.searchsorted(ends, asked.starts) - 1
    found: Mask = (nearest >= 0) & (asked.starts - ends[nearest] <= words)
    return found


def precede(from_: Occurrences, asked: Occurrences, words: int) -> Mask:
    """Which end at most so many words before one of `from_` begins."""
    starts = np.sort(from_.starts, kind="stable")
    nearest = np.searchsorted(starts, asked.ends, side="right")
    distance = starts[np.minimum(nearest, len(starts) - 1)] - asked.ends
    found: Mask = (nearest < len(starts)) & (distance <= words)
    return found


def in_one_unit(before: Occurrences, after: Occurrences, bounds: Places | None) -> Mask:
    """Which lie wholly in a unit with one that does not overlap them."""
    units, inside = unit_of(before, bounds)
    asked, able = unit_of(after, bounds)
    last = max(units.max(initial=0), asked.max(initial=0))
    first_end = np.full(last + 1, np.iinfo(np.int64).max)
    np.minimum.at(first_end, units[inside], before.ends[inside])
    last_start = np.full(last + 1, -1)
    np.maximum.at(last_start, units[inside], before.starts[inside])
    apart = (first_end[asked] < after.starts) | (last_start[asked] > after.ends)
    found: Mask = able & apart
    return found


def unit_of(found: Occurrences, bounds: Places | None) -> tuple[Places, Mask]:
    """The number of the unit in which each begins, and whether it ends there too."""
    if bounds is None:
        return found.starts >> DOCUMENT_BITS, np.ones(len(found.starts), bool)
    first = np.searchsorted(bounds, found.starts, side="right")
    if found.ends is found.starts:
        return first, np.ones(len(first), bool)
    return first, first == np.searchsorted(bounds, found.ends, side="right")


def stretches(of_terms: Sequence[Places], times: Sequence[int], length: int) -> Places:
    """Where each stretch of so many words begins, at a term, that holds all terms often enough.

    of_terms: the places of each term, ascending
    times:    how often each must stand in the stretch
    """
    starts = np.unique(np.concatenate(of_terms))
    last = starts + (length - 1)
    enough = np.ones(len(starts), bool)
    for found, wanted in zip(of_terms, times, strict=True):
        enough &= stands_until(found, starts, last, wanted)
    begun: Places = starts[enough]
    return begun


def stands_until(found: Places, starts: Places, last: Places, times: int) -> Mask:
    """In which stretches a term stands at least so many times."""
    at = np.searchsorted(found, starts) + (times - 1)
    inside = at < len(found)
    until: Mask = inside & (found[np.minimum(at, max(0, len(found) - 1))] <= last)
    return until
