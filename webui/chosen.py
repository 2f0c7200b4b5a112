"""A search that another page than the search page shows: its address there, its chosen values."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from indexer.search import Searcher
from webui.asking import ask
from webui.narrowing import labels_of
from webui.speaking import root
from webui.state import SearchState


def address(path: str, state: SearchState, more: Mapping[str, str]) -> str:
    """The address of a page about a search, with what the page itself asks besides.

    path: of a route, without the language of this request, which is put before it
    """
    query = state.first_page().to_url().partition("?")[2]
    return f"{root()}{path}?{'&'.join(filter(None, (query, urlencode(more))))}".rstrip("?")


def labels_chosen(searcher: Searcher, state: SearchState) -> dict[tuple[str, str], str]:
    """What the index calls each chosen or excluded value: a city is chosen by number."""
    fields = tuple({field for field, _ in state.chosen | state.excluded})
    if not fields:
        return {}
    everything = replace(SearchState(), chosen=state.chosen | state.excluded, limit=0)
    return labels_of(ask(searcher, everything, facets=fields, facet_size=0).facets)
