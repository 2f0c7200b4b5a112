"""The page at /: a search box, what was found, and what would narrow it."""

from flask import Blueprint, render_template, request

from indexer.engine import Results
from indexer.errors import QueryError
from indexer.exports import FORMS
from indexer.question import Matching
from webui.asking import SHOWN, ask
from webui.chosen import address, labels_chosen
from webui.covering import coverage_of
from webui.facet_list import ALL_VALUES, OF_LIST
from webui.misread import Misread, misread
from webui.narrowing import boxes, chips, labels_of
from webui.nothing import among_removed, meant, without_one, words_alone
from webui.parameters import BadParameter, read_parameters
from webui.rooms import rooms
from webui.state import KNOWN, SIZES, SearchState
from webui.timeline import months, timeline
from webui.words import later, t

pages = Blueprint("search", __name__)

# Forms of export that are called by words; the others have names of their own.
LABELS = {
    "csv": later("Spreadsheet (CSV)"),
    "jsonl": later("Whole documents (JSON Lines)"),
}
# Pages that count what a search finds.
COUNTED = ("coverage", "trends")


@pages.get("/")
def results() -> str | tuple[str, int]:
    """The front page, or what was found, or why nothing could be looked for."""
    query_string = request.query_string.decode("utf-8", "replace")
    try:
        given = read_parameters(query_string, KNOWN | OF_LIST)
        state = SearchState.from_parameters(given)
    except BadParameter as fault:
        return misread_page(misread(query_string, fault)), 400
    if state.blank:
        return front_page(given.ignored)
    try:
        return found(state, given.ignored)
    except QueryError as error:
        return unreadable_page(state, error), 400


def misread_page(asked: Misread) -> str:
    """The search as it was typed, with the fault of the part that cannot be read."""
    labels = labels_chosen(rooms().searcher, asked.state)
    return render_template(
        "search/misread.html",
        state=asked.state,
        misread=asked,
        fields=asked.fields(),
        chips=asked.chips(labels),
    )


def unreadable_page(state: SearchState, error: QueryError) -> str:
    """The query with the place of its fault; all that narrows it stays."""
    labels = labels_chosen(rooms().searcher, state)
    rest = state.without_text()
    return render_template(
        "search/unreadable.html",
        state=state,
        error=error,
        fields=rest.pairs(),
        chips=chips(rest, labels),
    )


def front_page(ignored: tuple[str, ...]) -> str:
    """What the archive holds, and where to begin."""
    here = rooms()
    front = here.front()
    return render_template("search/front.html", state=SearchState(), front=front, ignored=ignored)


def found(state: SearchState, ignored: tuple[str, ...]) -> str:
    """The page of results, also when there are none."""
    searcher = rooms().searcher
    answer = ask(searcher, state, facet_size=ALL_VALUES)
    listed = answer.nearest or answer
    labels = labels_of(listed.facets)
    asked = chips(state, labels)
    nothing = not answer.total
    whole = state_of_listed(answer, state)
    years = next((facet for facet in listed.facets if facet.field == "year"), None)
    return render_template(
        "search/results.html",
        state=state,
        answer=answer,
        unindexed=rooms().unindexed(),
        whole=whole,
        forms=forms_of(whole) if whole else (),
        counted={name: address(f"/{name}", whole, {}) for name in COUNTED} if whole else {},
        listed=listed,
        meant=meant(answer, state),
        removed=among_removed(answer, state),
        ignored=ignored,
        chips=asked,
        boxes=boxes(listed.facets),
        all_values={name: address(f"/facets/{name}", state, {}) for name in SHOWN},
        years=timeline(years, state, listed.histogram),
        months=months(listed.histogram, state),
        groups=listed.groups,
        sizes=tuple(sorted({*SIZES, state.limit})),
        dropped=without_one(searcher, state, asked) if nothing else (),
        alone=words_alone(searcher, state) if nothing else (),
        covered=coverage_of(searcher, state, labels) if nothing else (),
    )


def state_of_listed(answer: Results, state: SearchState) -> SearchState | None:
    """The search that finds exactly the pages that are listed; None where no address says it."""
    if answer.nearest is None:
        return state
    return state.matching(Matching.ANY) if answer.nearest.any_finds_same else None


def forms_of(state: SearchState) -> tuple[tuple[str, str], ...]:
    """What each form of export is called, and its address for a search."""
    return tuple(
        (t(LABELS.get(form.name, form.label)), address(f"/export.{form.suffix}", state, {}))
        for form in FORMS
    )
