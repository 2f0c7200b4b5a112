"""What a cleaning rule is."""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass

from indexer.cleaning.page import Page

# Whether the line at this index of `page.content` goes. `taken` holds the indexes of lines that
# are already gone; rules of the first round look at none of them.
Drops = Callable[[Page, int, Set[int]], bool]

# How many of the lines after a dropped one go with it.
Follows = Callable[[Page, int], int]

# The lines of a page that a rule may take.
Among = Callable[[Page], Iterable[int]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of boilerplate.

    name:    short, in kebab-case; it stands in the ledger
    reason:  why such a line is no part of the page's own words, in a sentence
    source:  where we know it from
    drops:   whether a line goes
    follows: how many of the lines after it go too, or None where never any
    among:   the only lines of a page that it can take, or None where that can be any; it spares
             asking about the rest
    taken:   examples in which the rule takes a line; an example beginning with "<" is HTML
    left:    near misses: it takes nothing from these
    """

    name: str
    reason: str
    source: str
    drops: Drops
    taken: tuple[str, ...]
    left: tuple[str, ...]
    follows: Follows | None = None
    among: Among | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """The verdict on a line: which rule or judge took it, why, and on what share or likelihood."""

    rule: str
    reason: str
    score: float | None = None
