"""The page at /facets/city and the like: every value of a facet, for one search."""

from dataclasses import replace

from flask import Blueprint, abort, render_template, request

from indexer.fields import YEARS
from webui.asking import ask
from webui.facet_list import ALL_VALUES, OF_LIST, Order, facet_list, usual_order
from webui.narrowing import chips, labels_of
from webui.parameters import BadParameter, Parameters, read_parameters
from webui.rooms import rooms
from webui.state import CHOOSABLE, KNOWN, NOT, SearchState
from webui.words import t

pages = Blueprint("facets", __name__)

MAX_FILTER_CHARACTERS = 100


@pages.get("/facets/<field>")
def values(field: str) -> str:
    """All values of a facet, as boxes of a form that leads to the search narrowed to them."""
    if field not in CHOOSABLE:
        abort(404)
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN | OF_LIST)
    state = SearchState.from_parameters(given).first_page()
    contains, order = filter_of(given), order_of(given.one("order"), field)
    part = part_of(given.one("part"))
    answer = ask(
        rooms().searcher,
        replace(state, limit=0),
        facets=tuple(dict.fromkeys((field, *fields_of(state)))),
        facet_size=ALL_VALUES,
    )
    facets = (answer.nearest or answer).facets
    return render_template(
        "search/facet.html",
        state=state,
        total=answer.total,
        field=field,
        listed=facet_list(facets[0], contains=contains, order=order, part=part),
        contains=contains,
        order=order,
        by_year=field in YEARS,
        others=[pair for pair in state.pairs() if pair[0] not in (field, NOT + field)],
        chips=chips(state, labels_of(facets)),
        ignored=given.ignored,
    )


def fields_of(state: SearchState) -> tuple[str, ...]:
    """The facets whose labels the chips need."""
    return tuple(sorted({field for field, _ in state.chosen | state.excluded}))


def filter_of(given: Parameters) -> str:
    """The letters that values are filtered by."""
    typed = given.one("contains") or ""
    if len(typed) > MAX_FILTER_CHARACTERS:
        raise BadParameter(
            "contains",
            t("The filter is longer than {most} characters.", most=MAX_FILTER_CHARACTERS),
            t("A few letters of the name are enough."),
        )
    return typed


def order_of(typed: str | None, field: str) -> Order:
    """The order of values named in an address."""
    try:
        return Order(typed or usual_order(field))
    except ValueError as error:
        raise BadParameter(
            "order",
            t("“{typed}” is no order of values.", typed=(typed or "")[:40]),
            t("The orders are: {orders}.", orders=", ".join(each.value for each in Order)),
        ) from error


def part_of(typed: str | None) -> int:
    """The part of the list named in an address, from 1."""
    if typed is None:
        return 1
    if not (typed.isascii() and typed.isdigit() and len(typed) < 7 and int(typed)):
        raise BadParameter(
            "part",
            t("“{typed}” is no part of a list.", typed=typed[:40]),
            t("Parts are numbered from 1."),
        )
    return int(typed)
