"""The seam between Fonds and any search engine.

An engine holds terms and facet values of documents and answers with ids and counts. It parses
no query, folds no text and makes no snippet: that is done once, for all engines, around it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from archive.document import Document
from indexer.hit import Copy as Copy
from indexer.hit import Hit as Hit
from indexer.hit import MarkKind as MarkKind
from indexer.hit import Snippet as Snippet
from indexer.query.expanding import Known
from indexer.query.nodes import Node, Scope

# The value of a facet that selects the documents without one ("undated", "no place").
MISSING = "-"

# The value of the year facet for a date whose range is wider than one year.
UNCERTAIN = "uncertain"


class Sort(StrEnum):
    """The order of hits. Undated documents come last in both orders of date."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen values of one facet: any of `values` holds (OR), and none of `without`.

    Either may be empty. A value in both finds nothing.
    """

    field: str
    values: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Search:
    """What an engine is asked.

    node:       the query's meaning, its patterns expanded, or None for every document
    selections: facet values chosen; different facets narrow each other (AND)
    facets:     names of the facets to count (see `indexer.fields`)
    facet_size: at most this many unselected values a facet; the rest is told as `other`
    limit:      hits to return, 0 to 1000
    cursor:     `Found.next` of the page before, or None for the first page
    fold:       one match for each group of near-copies (`Document.group`): the first in order.
                Facets, the histogram and `Found.total` go on counting documents
    histogram:  count the months and years of publication too
    deadline:   the moment of `indexer.deadline.clock()`, in seconds, after which it is given up
    """

    node: Node | None = None
    selections: tuple[Selection, ...] = ()
    sort: Sort = Sort.RELEVANCE
    facets: tuple[str, ...] = ()
    facet_size: int = 20
    limit: int = 10
    cursor: str | None = None
    fold: bool = False
    histogram: bool = False
    deadline: float | None = None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value and how many of the found documents have it.

    value: what selects it: a GeoNames id for a city, else the text itself
    label: what a person reads: "Toronto, Ontario"
    excluded: whether documents with it are left out; its count tells of them all the same
    """

    value: str
    label: str
    count: int
    selected: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The counts of one field, made as if nothing were selected in this field (drill sideways).

    Each count is what selecting that value alone would find, while other values of the field that
    are excluded stay so.

    values:  highest count first (years: newest first); a selected or excluded value is listed even
             at zero
    other:   the sum of the counts of the values that were left out; a document with several of
             them counts for each, so it is no number of documents
    missing: documents without a value
    missing_selected, missing_excluded: whether "without a value" is selected or excluded
    """

    field: str
    values: tuple[FacetValue, ...]
    other: int = 0
    missing: int = 0
    missing_selected: bool = False
    missing_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A document that was found, and how well it fits (higher is better; 0 without words).

    copies: ids of the other matches of its group, in order, where the search folds them
    """

    id: str
    score: float
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A year ("2017") or a month ("2017-03"), and how many documents were published in it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """When the found documents were published; only periods with any are listed, earliest first.

    years:     as if no year were selected (drill sideways); an excluded year has none
    months:    of the found documents, those whose whole range lies in one month
    uncertain: found documents with a date that is wider than a month
    undated:   found documents without a date
    """

    years: tuple[Period, ...]
    months: tuple[Period, ...]
    uncertain: int
    undated: int


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine answers.

    total:     documents that match the query and every selection, exactly, copies included
    offset:    how many matches come before the first one here
    next:      the cursor of the next page, or None on the last
    groups:    how many matches there are once copies are folded; None where they are not
    histogram: where it was asked for
    """

    total: int
    matches: tuple[Match, ...]
    facets: tuple[Facet, ...]
    offset: int
    next: str | None
    groups: int | None = None
    histogram: Histogram | None = None


class SearchEngine(Protocol):
    """Any method may raise EngineUnavailable; none lets an engine's own error out."""

    @property
    def name(self) -> str:
        """The engine's name in the registry: "whoosh"."""
        ...

    def add(self, documents: Iterable[Document], reached: int, gone: Collection[str] = ()) -> int:
        """Index documents, each replacing the one of its id, and commit all in one step.

        gone: ids of documents that left the archive: they go first
        `reached` is the archive's sequence number that the index has then caught up with.
        Return how many were added. Raise IndexBusy where another process is writing.
        """
        ...

    def reached(self) -> int:
        """The archive's sequence number of the last commit; 0 for a new index."""
        ...

    def search(self, search: Search) -> Found:
        """Answer from the last commit.

        Raise BadCursor where `cursor` is not one of ours, SearchTooSlow past the deadline.
        """
        ...

    def vocabulary(self, scope: Scope, prefix: str) -> Iterable[Known]:
        """The folded terms that begin so and stand where a scope looks; all where it is empty.

        A term that only documents deleted since had may be among them.
        """
        ...

    def frequencies(self, scope: Scope, terms: Iterable[str]) -> Mapping[str, int]:
        """In about how many documents each folded term stands where a scope looks.

        A term that stands nowhere is absent or 0; documents deleted since may be counted. Where
        the scope looks at names (a source, a place), it is how many names hold the term.
        """
        ...

    def check(self) -> None:
        """Read all of the index. Raise IndexDamaged where any of it is not what was written."""
        ...

    def close(self) -> None:
        """Give files and threads back. Nothing may be called after."""
        ...


@dataclass(frozen=True, slots=True)
class Nearest:
    """The pages with the most of a query's words, where none has all: no answer, but near it.

    words: how many words each page here has, of so many asked
    total: how many pages have so many, exactly
    any_finds_same: whether asking for any of the words finds exactly these pages
    The rest is as in `Results`, counted on these pages.
    """

    words: int
    asked: int
    total: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    offset: int
    next: str | None
    groups: int | None = None
    histogram: Histogram | None = None
    any_finds_same: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """Another query that was probably meant: the whole of it, and how many pages it finds."""

    text: str
    total: int


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a search, ready for a page, a terminal or JSON.

    understood: the query in plain words
    took_ms:    the time from query text to results, in milliseconds
    notes:      what a person should know of the answer: "No page names a city called …"
    groups:     how many hits there are in all once copies are folded; None where they are not
    histogram:  where it was asked for
    nearest:    where nothing was found: the pages that have the most of the words, if any has some
    meant:      queries that were probably meant, likeliest first; none where many pages were found
    removed:    where nothing was found: the query that finds the same words among removed lines
    """

    query: str
    understood: str
    total: int
    took_ms: float
    engine: str
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    offset: int
    next: str | None
    notes: tuple[str, ...] = ()
    groups: int | None = None
    histogram: Histogram | None = None
    nearest: Nearest | None = None
    meant: tuple[Meant, ...] = ()
    removed: Meant | None = None
