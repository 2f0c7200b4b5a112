"""Searching: hits, all values of a facet, suggestions while typing."""

from dataclasses import replace

from flask import abort

from indexer.analysis import fold
from indexer.engine import Facet, FacetValue
from indexer.query.wording import ENGLISH, WORDINGS, Wording
from indexer.wire import Json, facet_json, results_json
from webui.api import searching
from webui.api.endpoint import Asked, Endpoint, Kept, Parameter, Part, Reply
from webui.api.reading import number_of, one_of
from webui.api.shape import text
from webui.api.shapes.accounts import SUGGESTIONS
from webui.api.shapes.found import FACET_NAMES, ONE_FACET, RESULTS
from webui.asking import SHOWN, ask, query_of
from webui.speaking import language
from webui.state import SearchState
from webui.suggest import LISTED, MOST, suggestions_json
from webui.words import later, sort_key

MOST_VALUES = 100_000
ORDERS = ("count", "name")


def search(asked: Asked) -> Reply:
    """The same as the search page."""
    state = SearchState.from_parameters(asked.given)
    found = ask(asked.searcher, state, facets=SHOWN, wording=wording())
    shown = found.nearest or found
    return Reply(results_json(found), Part(shown.next, shown.offset, state.limit))


def facet(asked: Asked) -> Reply:
    """Every value of one facet, counted for a search."""
    state, field = searching.narrowed(asked.given), asked.path["field"]
    if field not in FACET_NAMES:
        abort(404)
    asking = query_of(state, (field,), MOST_VALUES, limit=0)
    found = asked.searcher.search(replace(asking, help=False, histogram=False, wording=wording()))
    (counted,) = found.facets
    wanted = narrowed(asked, counted)
    told: dict[str, Json] = {"field": field, "understood": found.understood, "total": found.total}
    return Reply(told | facet_json(wanted))


def narrowed(asked: Asked, facet: Facet) -> Facet:
    """The values whose names hold what was typed, in order, at most so many."""
    typed = fold(asked.given.one(CONTAINS.name) or "")
    values = [value for value in facet.values if typed in fold(value.label)]
    if one_of(asked, ORDER) == "name":
        values.sort(key=lambda value: sort_key(value.label))
    listed = tuple(values[: number_of(asked, VALUES)])
    left_out = total(facet.values) - total(listed)
    return replace(facet, values=listed, other=facet.other + left_out)


def total(values: tuple[FacetValue, ...]) -> int:
    """The sum of counts."""
    return sum(value.count for value in values)


def suggest(asked: Asked) -> Reply:
    """How what is typed in the search box may go on."""
    typed = asked.given.one(TYPED.name) or ""
    found = asked.searcher.suggest(typed, number_of(asked, SUGGESTED))
    return Reply(suggestions_json(typed, found))


def wording() -> Wording:
    """The language in which the answer tells what was understood."""
    return WORDINGS.get(language(), ENGLISH)


FIELD = Parameter(
    "field",
    later("The facet."),
    text(values=FACET_NAMES),
    example="source",
    in_path=True,
)
CONTAINS = Parameter(
    "contains",
    later("Only values with this in their name, however it is accented."),
    text(least=1),
)
ORDER = Parameter(
    "order",
    later("The most pages first, or by name from A to Z."),
    text(values=ORDERS),
    initial=ORDERS[0],
)
VALUES = searching.limit(later("How many values at most."), MOST_VALUES, MOST_VALUES)
TYPED = Parameter("q", later("What was typed so far."), text(), example="{beginning}")
SUGGESTED = searching.limit(later("How many suggestions at most."), LISTED, MOST)

ENDPOINTS = (
    Endpoint(
        "search",
        "/search",
        later("Search"),
        later("What the search page finds: hits with passages, and exact counts of every facet."),
        (
            replace(searching.QUERY, example="{query}"),
            searching.SORT,
            searching.HITS,
            searching.FOLD,
            *searching.NARROWING,
            searching.AFTER,
        ),
        RESULTS,
        search,
        Kept.TIMED,
        (422,),
    ),
    Endpoint(
        "facet",
        "/facets/{field}",
        later("All values of a facet"),
        later("Every value of one facet with its exact count for a search, without a ceiling."),
        (FIELD, searching.QUERY, CONTAINS, ORDER, VALUES, *searching.NARROWING),
        ONE_FACET,
        facet,
        Kept.STATE,
        (404, 422),
    ),
    Endpoint(
        "suggest",
        "/suggest",
        later("Suggestions"),
        later("How what is typed may go on: words, phrases, names and titles of this archive."),
        (TYPED, SUGGESTED),
        SUGGESTIONS,
        suggest,
    ),
)
