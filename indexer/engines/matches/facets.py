"""Counts of the values of a facet, most first, with what was left out."""

from collections.abc import Iterable, Mapping, Set
from itertools import count

import numpy as np

from indexer import fields
from indexer.engine import MISSING, Facet, FacetValue
from indexer.engines.matches.arrays import Mask
from indexer.engines.matches.column import Column


def facet(
    name: str,
    column: Column,
    within: Mask,
    selected: Set[str],
    back: Mapping[str, int],
    size: int,
) -> Facet:
    """The facet of the documents in `within`.

    within: narrowed by the other facets, and by what is excluded in this one
    back:   the excluded values, each with how many documents it has but for its being excluded
    """
    counts = column.counts(within)
    rows = [
        FacetValue(column.values[n], column.labels[n], int(counts[n]), column.values[n] in selected)
        for n in np.flatnonzero(counts).tolist()
    ]
    listed = {row.value for row in rows} | {MISSING}
    rows += [
        FacetValue(value, column.label(value), 0, True)
        for value in selected
        if value not in listed and value not in back
    ]
    rows += [
        FacetValue(value, column.label(value), count, value in selected, True)
        for value, count in back.items()
        if value != MISSING
    ]
    rows.sort(key=newest_first if name in fields.YEARS else most_first)
    values = cut(rows, size)
    return Facet(
        field=name,
        values=values,
        other=int(counts.sum()) - sum(row.count for row in values if not row.excluded),
        missing=back.get(MISSING, column.missing(within)),
        missing_selected=MISSING in selected,
        missing_excluded=MISSING in back,
    )


def cut(rows: Iterable[FacetValue], size: int) -> tuple[FacetValue, ...]:
    """The first `size` values that are neither selected nor excluded, and all that are."""
    shown = count()
    return tuple(row for row in rows if row.selected or row.excluded or next(shown) < size)


def most_first(row: FacetValue) -> tuple[int, str, str]:
    """By count, then label."""
    return (-row.count, row.label, row.value)


def newest_first(row: FacetValue) -> tuple[int, str, str]:
    """By year; what is no year comes last."""
    year = int(row.value) if row.value.isdecimal() else 0
    return (-year, row.label, row.value)
