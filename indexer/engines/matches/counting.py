"""What a search selects, and the counts of its facets, each without its own selection."""

from collections.abc import Mapping
from functools import reduce

import numpy as np

from indexer import fields
from indexer.engine import Facet, Search
from indexer.engines.matches import facets
from indexer.engines.matches.arrays import Mask
from indexer.engines.matches.rows import Columns

Chosen = Mapping[str, frozenset[str]]


def selected(search: Search) -> Chosen:
    """The selected values by facet; an empty selection narrows nothing."""
    chosen: dict[str, frozenset[str]] = {}
    for selection in search.selections:
        if selection.field not in fields.BY_NAME:
            raise ValueError(f"There is no facet {selection.field!r}.")
        if selection.values:
            chosen[selection.field] = chosen.get(selection.field, frozenset()) | selection.values
    return chosen


def narrowed(queried: Mask, narrowing: Mapping[str, Mask], without: str = "") -> Mask:
    """What the query means, narrowed by all selections but those of one facet."""
    masks = (mask for name, mask in narrowing.items() if name != without)
    return reduce(np.logical_and, masks, queried)


def count(
    columns: Columns,
    name: str,
    queried: Mask,
    narrowing: Mapping[str, Mask],
    chosen: Chosen,
    size: int,
) -> Facet:
    """The counts of one facet, as if nothing were selected in it."""
    if name not in fields.BY_NAME:
        raise ValueError(f"There is no facet {name!r}.")
    within = narrowed(queried, narrowing, without=name)
    return facets.facet(name, columns.column(name), within, chosen.get(name, frozenset()), size)
