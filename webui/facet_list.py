"""All values of one facet for a search: filtered, ordered, a part of them at a time."""

from dataclasses import dataclass
from enum import StrEnum

from indexer.analysis import fold
from indexer.engine import MISSING, Facet
from indexer.fields import YEARS
from webui.narrowing import Option, options_of, values_of
from webui.words import sort_key

# What a list asks besides its search. The search page passes it over: one form leads to both.
OF_LIST = frozenset({"contains", "order", "part"})

# More values than any facet has. An engine counts them all in any case.
ALL_VALUES = 10_000_000

# Values on one page of the list.
PART = 100


class Order(StrEnum):
    """The order of values. Years by name begin with the newest."""

    COUNT = "count"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class FacetList:
    """A part of a facet's values.

    asked:    what is chosen or left out, and "without a value": on every part, so that no tick is
              lost from part to part
    options:  the others of this part
    matching: how many of the others the filter lets through, on all parts
    every:    how many values there are, without the filter
    part:     from 1 to `parts`
    """

    asked: tuple[Option, ...]
    options: tuple[Option, ...]
    matching: int
    every: int
    part: int
    parts: int


def usual_order(field: str) -> Order:
    """Years follow each other; of all else the commonest comes first."""
    return Order.NAME if field in YEARS else Order.COUNT


def facet_list(facet: Facet, *, contains: str, order: Order, part: int) -> FacetList:
    """List a facet whose values are all there.

    contains: letters that a value's name must have; case and accents do not count
    part:     a part beyond the last is the last
    """
    options = options_of(facet.field, values_of(facet))
    asked = tuple(o for o in options if o.selected or o.excluded or o.value == MISSING)
    wanted = fold(contains.strip())
    others = [o for o in options if o not in asked]
    matching = [o for o in others if wanted in fold(o.label)]
    if facet.field not in YEARS:
        matching.sort(key=lambda o: sort_key(o.label))
    if order is Order.COUNT:
        matching.sort(key=lambda o: -o.count)
    parts = max(1, -(-len(matching) // PART))
    part = min(part, parts)
    shown = matching[(part - 1) * PART : part * PART]
    return FacetList(asked, tuple(shown), len(matching), len(options), part, parts)
