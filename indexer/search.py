"""From a typed query to results: parse, ask the engine, fetch the documents, make snippets."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import cast

from archive import Archive
from archive.document import Document, PlaceKind
from archive.source_names import read_source_names
from indexer import naming, passages, query
from indexer.analysis import fold
from indexer.engine import (
    MISSING,
    Copy,
    Found,
    Hit,
    Match,
    Results,
    Search,
    SearchEngine,
    Selection,
    Sort,
)
from indexer.fields import FACETS
from indexer.query.nodes import And, Dated, Node, Scope

# More values than any facet has: to find the one that was typed.
ALL_VALUES = 10_000_000

# Facets whose labels are "name, where it lies".
PLACE_FACETS = frozenset({"city", "region", "country"})


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


class Searcher:
    """Answers queries from an archive through an engine. May be used from many threads."""

    def __init__(self, archive: Archive, engine: SearchEngine) -> None:
        self._archive, self._engine = archive, engine

    def warm(self) -> None:
        """Read what every search needs, so that the first one of a server is as fast as the rest.

        Raise EngineUnavailable.
        """
        self.search(Query('the OR "of the"', facets=tuple(facet.name for facet in FACETS)))

    def search(self, asked: Query) -> Results:
        """Raise QueryError, BadCursor or EngineUnavailable."""
        started = time.perf_counter()
        node = query.expand(meaning(asked), asked.text, self._engine.vocabulary)
        found = self._engine.search(
            Search(
                node=None if node is None else naming.with_ids(node),
                selections=asked.selections,
                sort=asked.sort,
                facets=asked.facets,
                facet_size=asked.facet_size,
                limit=asked.limit,
                cursor=asked.cursor,
                fold=asked.fold,
                histogram=asked.histogram,
            )
        )
        hits = self._hits(node, found)
        return Results(
            query=asked.text,
            understood=query.echo(node),
            total=found.total,
            took_ms=(time.perf_counter() - started) * 1000,
            engine=self._engine.name,
            hits=hits,
            facets=found.facets,
            offset=found.offset,
            next=found.next,
            notes=naming.notes(node, self._engine) if not found.total else (),
            groups=found.groups,
            histogram=found.histogram,
        )

    def _hits(self, node: Node | None, found: Found) -> tuple[Hit, ...]:
        """The matches as they are shown; one that the archive lost since is left out."""
        matches = {match.id: match for match in found.matches}
        documents = self._archive.get_many(tuple(matches), ledger=False)
        others = self._copies(found)
        return tuple(hit(document, node, matches[document.id], others) for document in documents)

    def _copies(self, found: Found) -> Mapping[str, Copy]:
        """All copies of all matches by id; those that the archive lost since are left out."""
        ids = tuple(id for match in found.matches for id in match.copies)
        documents = self._archive.get_many(ids, ledger=False) if ids else ()
        return {each.id: Copy(each.id, each.title, each.url, each.source) for each in documents}

    def select(self, field: str, typed: str) -> Selection:
        """The values of a facet that a person means: by value, name or label, folded.

        A place may be typed in any way that GeoNames knows: "London, Ont.". What nothing is called
        selects nothing, and stays visible as typed.
        """
        if typed == MISSING:
            return Selection(field, frozenset({MISSING}))
        everything = Search(facets=(field,), facet_size=ALL_VALUES, limit=0)
        (facet,) = self._engine.search(everything).facets
        wanted = fold(typed.strip())
        if field == "language":
            wanted = query.language_code(typed) or wanted
        found = {row.value for row in facet.values if wanted in names(field, row.value, row.label)}
        if field == "source":
            found |= self._alike_sources(typed, (row.value for row in facet.values))
        if not found and field in PLACE_FACETS and (label := label_of(field, typed)):
            found = {row.value for row in facet.values if label in (row.value, row.label)}
        return Selection(field, frozenset(found or {typed}))

    def _alike_sources(self, typed: str, known: Iterable[str]) -> set[str]:
        """The sources that the archivist's table has as one with this. Raise BadSources."""
        table = read_source_names(self._archive.folder)
        meant = table.named(typed.strip())
        return {value for value in known if meant is not None and table.named(value) is meant}

    def like(self, field: str, typed: str) -> str | None:
        """The value of a facet of places that is written most like this, or None."""
        if field not in PLACE_FACETS:
            return None
        return naming.nearest(typed, (cast(PlaceKind, field),), self._engine)

    def knows(self, selection: Selection) -> bool:
        """Whether any document of the archive has one of these values."""
        return self._engine.search(Search(selections=(selection,), limit=0)).total > 0


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


def hit(document: Document, node: Node | None, match: Match, others: Mapping[str, Copy]) -> Hit:
    """A document as it is shown in a list, with what matched in it.

    others: the copies that are known, by id
    """
    return Hit(
        id=document.id,
        title=document.title,
        url=document.url,
        source=document.source,
        authors=document.authors,
        language=document.language,
        published=document.published,
        places=document.places,
        snippets=passages.snippets(node, document.text, document.language),
        score=match.score,
        title_marks=passages.marks(node, document.title, document.language, scope=Scope.TITLE),
        copies=tuple(others[id] for id in match.copies if id in others),
    )


def label_of(field: str, typed: str) -> str | None:
    """What selects the place that is meant: a city's id, the label of a region or country."""
    kind = cast(PlaceKind, field)
    place = naming.place_called(typed, (kind,))
    if place is None:
        return None
    return str(place.geonames_id) if kind == "city" else place.label


def names(field: str, value: str, label: str) -> frozenset[str]:
    """What a person may call a value, folded."""
    called = {value, label}
    if field in PLACE_FACETS:
        called.add(label.rpartition(", ")[0] or label)
    return frozenset(map(fold, called))
