"""From a search page's state to what the searcher is asked."""

from dataclasses import replace

from indexer.engine import Results, Selection
from indexer.query.wording import ENGLISH, WORDINGS, Wording
from indexer.search import Query, Searcher
from webui.speaking import language
from webui.state import CHOOSABLE, SearchState

# The facets that a page shows, in its order; those after the first four are folded.
SHOWN = ("city", "year", "source", "language", "region", "country", "author", "year_mentioned")

# Values listed of one facet; the rest is told as a count.
FACET_SIZE = 40


def ask(
    searcher: Searcher,
    state: SearchState,
    *,
    facets: tuple[str, ...] = SHOWN,
    facet_size: int = FACET_SIZE,
    wording: Wording | None = None,
) -> Results:
    """Search; what was understood is told in the reader's language, or as `wording` has it.

    Raise QueryError, BadCursor or EngineUnavailable.
    """
    asked = query_of(state, facets, facet_size)
    return searcher.search(replace(asked, wording=wording) if wording else asked)


def wording_here() -> Wording:
    """How what was understood is told in the language of this request."""
    return WORDINGS.get(language(), ENGLISH)


def how_many(searcher: Searcher, state: SearchState) -> int:
    """How many pages a search finds, and nothing else of it."""
    return searcher.search(replace(query_of(state, (), 0, limit=0), help=False)).total


def query_of(
    state: SearchState, facets: tuple[str, ...], facet_size: int, limit: int | None = None
) -> Query:
    """The state in the searcher's terms."""
    return Query(
        text=state.text,
        selections=tuple(
            Selection(field, frozenset(values), frozenset(without))
            for field in CHOOSABLE
            for values, without in ((state.chosen_in(field), state.excluded_in(field)),)
            if values or without
        ),
        published_from=state.published_from,
        published_to=state.published_to,
        sort=state.sort,
        limit=state.limit if limit is None else limit,
        cursor=state.cursor,
        match=state.match,
        fold=state.fold,
        histogram=bool(facets),
        facets=facets,
        facet_size=facet_size,
        wording=wording_here(),
    )
