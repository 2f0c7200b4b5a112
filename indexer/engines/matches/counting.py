"""What a search selects, and the counts of its facets, each without its own selection."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from indexer import fields
from indexer.engine import Facet, Search
from indexer.engines.matches import facets
from indexer.engines.matches.arrays import Mask
from indexer.engines.matches.column import Column
from indexer.engines.matches.rows import Columns


@dataclass(frozen=True, slots=True)
class Choice:
    """All that is selected in one facet: `values` of which any holds, `without` of which none."""

    values: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()


NOTHING = Choice()
Chosen = Mapping[str, Choice]


def selected(search: Search) -> Chosen:
    """What is selected by facet; an empty selection narrows nothing."""
    chosen: dict[str, Choice] = {}
    for each in search.selections:
        if each.field not in fields.BY_NAME:
            raise ValueError(f"There is no facet {each.field!r}.")
        before = chosen.get(each.field, NOTHING)
        if each.values or each.without:
            chosen[each.field] = Choice(before.values | each.values, before.without | each.without)
    return chosen


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The documents that one facet's selection leaves.

    all:      what it leaves
    sideways: what it leaves as if no value of it were selected; excluded ones stay left out
    """

    all: Mask
    sideways: Mask


def narrowings(columns: Columns, chosen: Chosen) -> dict[str, Narrowing]:
    """For each facet with a selection, what that leaves."""
    found = {}
    for name, choice in chosen.items():
        column = columns.column(name)
        kept = ~column.having(choice.without)
        found[name] = Narrowing(
            kept & column.having(choice.values) if choice.values else kept, kept
        )
    return found


def narrowed(queried: Mask, narrowing: Mapping[str, Narrowing], sideways: str = "") -> Mask:
    """What the query means, narrowed by all that is selected, but for the values of one facet."""
    masks = (each.sideways if name == sideways else each.all for name, each in narrowing.items())
    return reduce(np.logical_and, masks, queried)


def count(
    columns: Columns,
    name: str,
    queried: Mask,
    narrowing: Mapping[str, Narrowing],
    chosen: Chosen,
    size: int,
) -> Facet:
    """The counts of one facet, as if nothing were selected in it."""
    if name not in fields.BY_NAME:
        raise ValueError(f"There is no facet {name!r}.")
    column, choice = columns.column(name), chosen.get(name, NOTHING)
    within = narrowed(queried, narrowing, sideways=name)
    back: dict[str, int] = {}
    if choice.without:
        others = {each: narrowing[each] for each in narrowing if each != name}
        back = given_back(column, narrowed(queried, others), choice.without)
    return facets.facet(name, column, within, choice.values, back, size)


def given_back(column: Column, around: Mask, without: frozenset[str]) -> dict[str, int]:
    """For each excluded value, how many documents selecting it alone would find."""
    return {
        value: int(
            np.count_nonzero(around & column.having({value}) & ~column.having(without - {value}))
        )
        for value in without
    }
