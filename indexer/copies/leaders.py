"""Groups of near-copies: each text is near its group's leader, whatever came when.

Near-copies of near-copies need not be near: chains would grow into giants. So a group is a leader
and texts that are all near it. In the order of their keys, each text leads unless it is near one
that leads already; then it follows the leader that it is most like. So

- which texts lead hangs on the set of texts alone, not on the order in which they came;
- two members of a group are each near the same text;
- no two leaders are near each other.

Keys are digests, so the order is by chance, and a text that comes or goes changes who leads in
about one place (K. Censor-Hillel, E. Haramaty and Z. Karnin, "Optimal dynamic distributed MIS",
2016): only texts near one that turned are asked again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Near:
    """A text that is near another one.

    share: how alike they are, 0-1
    leads: whether it leads a group
    """

    key: str
    share: float
    leads: bool


class Known(Protocol):
    """The texts, and which are near."""

    def near(self, key: str, *, leading: bool = False) -> Iterable[Near]:
        """The other texts near this one; `leading` gives leaders only."""
        ...

    def leads(self, key: str) -> bool:
        """Whether a text leads; False for one that is new."""
        ...

    def join(self, key: str, leader: str, share: float) -> None:
        """Write down whose group a text is in: its own where it leads."""
        ...


def settle(known: Known, asked: Iterable[str]) -> None:
    """Bring the groups up to date after texts came or went.

    asked: the texts that came, and those that were near a leader that went; others do no harm
    """
    waiting = sorted(set(asked))
    unsettled = set(waiting)
    done: set[str] = set()
    while waiting:
        key = heappop(waiting)
        if key in done:
            continue
        done.add(key)
        led = known.leads(key)
        leads = not any(one.key < key for one in known.near(key, leading=True))
        if leads == led:
            continue
        unsettled.add(key)
        if leads:
            known.join(key, key, 1.0)
        else:
            follow(known, key)
        for one in known.near(key):
            unsettled.add(one.key)
            if one.key > key:
                heappush(waiting, one.key)
    for key in unsettled:
        if not known.leads(key):
            follow(known, key)


def follow(known: Known, key: str) -> None:
    """Let a text follow the leader that it is most like.

    Where it has none any more it waits to be asked itself, and nothing is written.
    """
    leaders = sorted(known.near(key, leading=True), key=lambda one: (-one.share, one.key))
    for best in leaders[:1]:
        known.join(key, best.key, best.share)
