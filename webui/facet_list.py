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

    missing:  "without a value", where there are such pages: no value, so apart from all of them
    asked:    what is chosen or left out: on every part, so that no tick is lost from part to part
    options:  the others of this part
    matching: how many values the filter lets through, on all parts
    every:    how many values there are, without the filter
    part:     from 1 to `parts`
    """

    missing: Option | None
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
    missing = next((o for o in options if o.value == MISSING), None)
    values = [o for o in options if o is not missing]
    asked = tuple(o for o in values if o.selected or o.excluded)
    wanted = fold(contains.strip())
    let_through = [o for o in values if wanted in fold(o.label)]
    matching = [o for o in let_through if o not in asked]
    if facet.field not in YEARS:
        matching.sort(key=lambda o: sort_key(o.label))
    if order is Order.COUNT:
        matching.sort(key=lambda o: -o.count)
    parts = max(1, -(-len(matching) // PART))
    part = min(part, parts)
    shown = matching[(part - 1) * PART : part * PART]
    return FacetList(missing, asked, tuple(shown), len(let_through), len(values), part, parts)
