"""What narrows a search, as a reader sees it: chips to take away, boxes to tick."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from indexer.engine import MISSING, UNCERTAIN, Facet, FacetValue
from webui.dates import day_words
from webui.state import SearchState
from webui.words import heading, t, value_label

# Values in sight, beside what is ticked; one more is shown if it is the last.
IN_SIGHT = 7
ALWAYS = frozenset({MISSING, UNCERTAIN})
# Facets that are open from the start; the others open when something in them is ticked.
OPEN = frozenset({"city", "year", "source", "language"})


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that the reader asked for, and the search without it."""

    kind: str
    label: str
    without: SearchState


@dataclass(frozen=True, slots=True)
class Option:
    """One box of a facet.

    count:   pages that choosing it alone finds
    """

    value: str
    label: str
    count: int
    selected: bool
    excluded: bool


@dataclass(frozen=True, slots=True)
class Box:
    """One facet's boxes.

    options: what is in sight; what is no value as others ("undated", "year uncertain") always is
    other:   pages in values that are not in sight; /facets/FIELD lists them all
    every:   how many values there are; pages without one are none
    """

    field: str
    heading: str
    options: tuple[Option, ...]
    other: int
    every: int
    open: bool


def chips(state: SearchState, labels: Mapping[tuple[str, str], str]) -> tuple[Chip, ...]:
    """A chip for each thing asked; `labels` tells (facet, value) in words."""
    return tuple(chips_of(state, labels))


def chips_of(state: SearchState, labels: Mapping[tuple[str, str], str]) -> Iterator[Chip]:
    """The words, then the facets' values, then the days."""
    if state.text.strip():
        yield Chip(t("Words"), state.text.strip(), state.without_text())
    for box_field, value in sorted(state.chosen):
        label = value_label(box_field, value, labels.get((box_field, value)))
        yield Chip(heading(box_field), label, state.toggle(box_field, value))
    for box_field, value in sorted(state.excluded):
        label = value_label(box_field, value, labels.get((box_field, value)))
        without = state.let_in(box_field, value)
        yield Chip(heading(box_field), t("not {value}", value=label), without)
    if state.published_from:
        yield Chip(t("Published from"), day_words(state.published_from), state.without_from())
    if state.published_to:
        yield Chip(t("Published up to"), day_words(state.published_to), state.without_to())


def labels_of(facets: tuple[Facet, ...]) -> dict[tuple[str, str], str]:
    """What the index calls each value that is chosen or left out."""
    return {
        (f.field, v.value): v.label for f in facets for v in f.values if v.selected or v.excluded
    }


def boxes(facets: tuple[Facet, ...]) -> tuple[Box, ...]:
    """A box for each facet that has anything to choose."""
    return tuple(box for box in map(box_of, facets) if box.options or box.other)


def box_of(facet: Facet) -> Box:
    """What is chosen or left out of a facet, its commonest values, and the sum of the rest."""
    values = values_of(facet)
    others = [v for v in values if not always(v)]
    cut = len(others) if len(others) <= IN_SIGHT + 1 else IN_SIGHT
    left = frozenset(v.value for v in others[:cut])
    return Box(
        field=facet.field,
        heading=heading(facet.field),
        options=options_of(facet.field, (v for v in values if always(v) or v.value in left)),
        other=facet.other + sum(v.count for v in others[cut:]),
        every=sum(v.value != MISSING for v in values),
        open=facet.field in OPEN or any(v.selected or v.excluded for v in values),
    )


def always(value: FacetValue) -> bool:
    """Whether a value is in sight however many others there are."""
    return value.selected or value.excluded or value.value in ALWAYS


def values_of(facet: Facet) -> tuple[FacetValue, ...]:
    """The listed values, then "without a value" where there are such pages."""
    if not (facet.missing or facet.missing_selected or facet.missing_excluded):
        return facet.values
    selected, excluded = facet.missing_selected, facet.missing_excluded
    return (*facet.values, FacetValue(MISSING, "", facet.missing, selected, excluded))


def options_of(field: str, values: Iterable[FacetValue]) -> tuple[Option, ...]:
    """Values as boxes, with what they are called."""
    return tuple(
        Option(
            value=v.value,
            label=value_label(field, v.value, v.label),
            count=v.count,
            selected=v.selected,
            excluded=v.excluded,
        )
        for v in values
    )
