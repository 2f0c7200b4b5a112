"""A search as a person states it, and what it means."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer import query
from indexer.engine import Selection, Sort
from indexer.query.nodes import And, Dated, Node
from indexer.query.wording import ENGLISH, Wording


class Matching(StrEnum):
    """How many of the words at the top of a query a page must have."""

    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Query:
    """A search as a person states it.

    text:           in the query language; empty finds everything
    published_from: first day (certain: the whole range of a page's date is on or after it)
    published_to:   last day, included
    limit:          hits to return, 0 to 1000
    cursor:         `Results.next` of the page before, or None for the first page
    facets:         names of the facets to count;  facet_size: at most this many values each
    fold:           one hit for each group of near-copies, with the others as its copies
    histogram:      count the years and months of publication too
    wording:        the language of the echo, `Results.understood`
    help:           where little is found, look for what is near it and for what was meant
    """

    text: str = ""
    selections: tuple[Selection, ...] = ()
    published_from: date | None = None
    published_to: date | None = None
    sort: Sort = Sort.RELEVANCE
    limit: int = 10
    cursor: str | None = None
    facets: tuple[str, ...] = ()
    facet_size: int = 20
    match: Matching = Matching.ALL
    fold: bool = False
    histogram: bool = False
    wording: Wording = ENGLISH
    help: bool = True


def meaning(asked: Query) -> Node | None:
    """What the text means, published between the two days. Raise QueryError."""
    node = query.parse(asked.text)
    if asked.match is Matching.ANY:
        node = query.any_of(node, asked.text)
    first, last = asked.published_from, asked.published_to
    if first is None and last is None:
        return node
    typed = f"{first or ''}..{last or ''}"
    published = Dated(first, last, perhaps=False, typed=typed, span=(0, 0))
    return published if node is None else And((node, published), (0, len(asked.text)))
