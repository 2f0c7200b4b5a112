"""From a typed query to results: parse, ask the engine, fetch the documents, make snippets."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from threading import Thread
from typing import cast

from archive import Archive
from archive.document import Document, PlaceKind
from archive.source_names import read_source_names
from indexer import exported, naming, query
from indexer.analysis import fold
from indexer.deadline import EXPANDING, Deadline
from indexer.engine import (
    MISSING,
    Found,
    Meant,
    Nearest,
    Results,
    Search,
    SearchEngine,
    Selection,
    Sort,
)
from indexer.errors import QueryError, SearchTooSlow
from indexer.fields import FACETS
from indexer.help.fallback import Fallback
from indexer.help.removed_lines import among_removed
from indexer.help.spelling import Spelling
from indexer.listing import Listing
from indexer.query.expanding import Known, Vocabulary
from indexer.query.nodes import Node, Scope
from indexer.question import Matching, Query, meaning
from indexer.quotations import Checked, check_quotation
from indexer.similar import Similar, similar
from indexer.suggest import Suggester, Suggestion

__all__ = ["Matching", "Query", "Searcher", "meaning"]

# How long an answer may take, in seconds (see `indexer.deadline` for what does not count): whoever
# waits longer than a second loses the thread (Nielsen, "Usability Engineering", 1993, chapter 5).
ANSWER_S = 1.0
# How long looking for what comes near may take beside it, where little was found.
HELP_S = 0.3

# More values than any facet has: to find the one that was typed.
ALL_VALUES = 10_000_000

# Documents of an export in memory at a time.
READ_AT_ONCE = 200

# Facets whose labels are "name, where it lies".
PLACE_FACETS = frozenset({"city", "region", "country"})


class Searcher:
    """Answers queries from an archive through an engine. May be used from many threads."""

    def __init__(self, archive: Archive, engine: SearchEngine) -> None:
        self._archive, self._engine = archive, engine
        self._listing = Listing(archive)
        self._fallback = Fallback(engine, self._listing)
        self._spelling = Spelling(archive, engine)
        self._suggester = Suggester(archive, engine)

    def warm(self) -> Thread:
        """Read what every search needs, so that the first one of a server is as fast as the rest.

        What suggestions rest on is read beside, in the thread that is returned. Raise
        EngineUnavailable or SearchTooSlow.
        """
        self.search(Query('the OR "of the"', facets=tuple(facet.name for facet in FACETS)))
        return self._suggester.begin()

    def search(self, asked: Query) -> Results:
        """Raise QueryError, BadCursor, SearchTooSlow or EngineUnavailable."""
        return self._answered(asked, Deadline.after(ANSWER_S))

    def _answered(self, asked: Query, deadline: Deadline) -> Results:
        started = time.perf_counter()
        node = self._understood(asked, deadline)
        search = engine_search(asked, node, deadline)
        found = self._fallback.found(search)
        nearest = self._nearest(asked, search) if not found.total else None
        return Results(
            query=asked.text,
            understood=query.echo(node, asked.wording),
            total=found.total,
            hits=self._listing.hits(found, node),
            meant=self._meant(asked, node, found.total),
            took_ms=(time.perf_counter() - started) * 1000,
            engine=self._engine.name,
            facets=found.facets,
            offset=found.offset,
            next=found.next,
            notes=naming.notes(node, self._engine) if not found.total else (),
            groups=found.groups,
            histogram=found.histogram,
            nearest=nearest,
            removed=self._removed(asked) if not found.total else None,
        )

    def _understood(self, asked: Query, deadline: Deadline) -> Node | None:
        """The query's meaning, its patterns expanded. Raise QueryError or SearchTooSlow."""
        with deadline.uncounted():  # bounded by how long a query may be; the first loads a grammar
            meant = meaning(asked)
        return query.expand(meant, asked.text, in_time(self._engine.vocabulary, deadline))

    def documents(self, asked: Query, *, ledger: bool = True) -> Iterator[Document]:
        """Every document that is found, from the first to the last, in the order of the hits.

        `limit` and `cursor` are passed over; of folded copies the first comes. Few are in memory at
        a time. ledger: with the removed lines. Raise as `search` does, before the first document.
        """
        deadline = Deadline.after(ANSWER_S)
        node = self._understood(asked, deadline)
        whole = replace(asked, limit=READ_AT_ONCE, cursor=None, facets=(), histogram=False)
        search = engine_search(whole, node, deadline)
        return self._all(replace(search, deadline=None), self._engine.search(search), ledger)

    def ids(self, asked: Query) -> frozenset[str]:
        """The ids of all documents that are found. Raise as `search` does.

        `limit` and `cursor` are passed over; of folded copies there is one.
        """
        deadline = Deadline.after(ANSWER_S)
        node = self._understood(asked, deadline)
        whole = replace(
            asked, limit=ALL_VALUES, cursor=None, facets=(), histogram=False, sort=Sort.NEWEST
        )
        found = self._engine.search(engine_search(whole, node, deadline))
        return frozenset(match.id for match in found.matches)

    def _all(self, search: Search, found: Found, ledger: bool) -> Iterator[Document]:
        while True:
            ids = tuple(match.id for match in found.matches)
            yield from exported.exported(self._archive.listed(ids, ledger=ledger))
            if found.next is None:
                return
            found = self._engine.search(replace(search, cursor=found.next))

    def _nearest(self, asked: Query, search: Search) -> Nearest | None:
        """The pages with the most of the words; None too where that would take too long."""
        if not asked.help:
            return None
        try:
            deadline = Deadline.after(HELP_S)
            either = replace(asked, match=Matching.ANY)
            loosened = engine_search(either, self._understood(either, deadline), deadline).node
            search = replace(search, deadline=deadline.at)
            return self._fallback.nearest(search, asked.text, loosened)
        except SearchTooSlow:
            return None

    def _removed(self, asked: Query) -> Meant | None:
        """What finds the words among removed lines; None too where that would take too long."""
        other = among_removed(asked) if asked.help else None
        if other is None:
            return None
        try:
            total = self._answered(other, Deadline.after(HELP_S)).total
        except (QueryError, SearchTooSlow):
            return None
        return Meant(other.text, total) if total else None

    def _meant(self, asked: Query, node: Node | None, total: int) -> tuple[Meant, ...]:
        """What was probably meant; nothing on later pages, or where that would take too long."""
        if not asked.help or asked.cursor is not None:
            return ()
        deadline: Deadline | None = None

        def count(text: str) -> int:
            nonlocal deadline
            deadline = deadline or Deadline.after(HELP_S)  # reading the words is not counted
            other = replace(asked, text=text, limit=0, facets=(), histogram=False, help=False)
            try:
                return self._answered(other, deadline).total
            except QueryError:
                return 0

        try:
            return self._spelling.meant(node, asked.text, total, count)
        except SearchTooSlow:
            return ()

    @property
    def engine(self) -> str:
        """The name of the engine that answers."""
        return self._engine.name

    def reached(self) -> int:
        """The archive's sequence number that the index has come to. Raise EngineUnavailable."""
        return self._engine.reached()

    def suggest(self, typed: str, most: int = 10) -> tuple[Suggestion, ...]:
        """How what was typed so far may go on. Raise EngineUnavailable."""

        def count(text: str) -> int:
            try:
                return self.search(Query(text, limit=0, help=False)).total
            except (QueryError, SearchTooSlow):
                return 0

        return self._suggester.suggest(typed, most, count)

    def similar(self, id: str, limit: int = 5) -> Similar:
        """The pages most like a document. Raise DocumentNotFound or EngineUnavailable."""
        return similar(self._archive, self._engine, id, limit)

    def quotation(self, text: str) -> Checked:
        """Where a quotation stands. Raise QueryError or EngineUnavailable."""
        return check_quotation(self._archive, self._engine, text)

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


def in_time(vocabulary: Vocabulary, deadline: Deadline) -> Vocabulary:
    """A vocabulary that is asked before the deadline only, and once for all words of a scope.

    Reading all words does not count: an engine keeps them from the first time on.
    """
    whole: dict[Scope, tuple[Known, ...]] = {}

    def known(scope: Scope, prefix: str) -> Iterable[Known]:
        deadline.check(EXPANDING)
        if prefix:
            return vocabulary(scope, prefix)
        if scope not in whole:
            with deadline.uncounted():
                whole[scope] = tuple(vocabulary(scope, ""))
        return whole[scope]

    return known


def engine_search(asked: Query, node: Node | None, deadline: Deadline) -> Search:
    """What the engine is asked; `node` is the query's meaning, its patterns expanded."""
    with deadline.uncounted():  # a place is looked up for each word at most; the first opens a file
        named = None if node is None else naming.with_ids(node)
    return Search(
        node=named,
        selections=asked.selections,
        sort=asked.sort,
        facets=asked.facets,
        facet_size=asked.facet_size,
        limit=asked.limit,
        cursor=asked.cursor,
        fold=asked.fold,
        histogram=asked.histogram,
        deadline=deadline.at,
    )


def label_of(field: str, typed: str) -> str | None:
    """What selects the place that is meant: a city's id, the label of a region or country."""
    place = naming.place_called(typed, (cast(PlaceKind, field),))
    if place is None:
        return None
    return str(place.geonames_id) if field == "city" else place.label


def names(field: str, value: str, label: str) -> frozenset[str]:
    """What a person may call a value, folded."""
    short = label.rpartition(", ")[0] if field in PLACE_FACETS else ""
    return frozenset(map(fold, (value, label, short or label)))
