"""Fonds itself in the search benchmark: an archive, and the index of each engine beside it."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from archive import Archive
from archive.capture import Capture
from archive.document import Document
from benchmarks.search_peers import FACETS
from benchmarks.search_queries import Asked
from indexer import index, query
from indexer.engine import Search, SearchEngine, Selection
from indexer.search import Query, Searcher

# Documents that are stored in one go.
STORED_AT_ONCE = 1_000


def build_archive(folder: Path, pages: Iterable[tuple[Capture, Document]]) -> None:
    """An archive of pages, without an index."""
    with Archive.create(folder) as archive:
        run = archive.begin_run("benchmark", ())
        waiting = iter(pages)
        while some := [page for page, _ in zip(waiting, range(STORED_AT_ONCE), strict=False)]:
            with archive.batch():
                for capture, document in some:
                    archive.add(run, capture, document)


def on_engine(archive: Path, engine_name: str, folder: Path) -> None:
    """A copy of an archive, with the index of an engine."""
    shutil.copytree(archive, folder)
    with Archive.open(folder) as opened:
        index.rebuild(opened, engine_name)


def selections(asked: Asked) -> tuple[Selection, ...]:
    """The values that a query's documents must have."""
    chosen = {"city": asked.city, "year": asked.year}
    return tuple(Selection(name, frozenset({value})) for name, value in chosen.items() if value)


def counted(engine: SearchEngine, asked: Asked) -> int:
    """Parse and search: ten ids and the facets."""
    node = query.expand(query.parse(asked.text), asked.text, engine.vocabulary)
    search = Search(node, selections=selections(asked), facets=FACETS)
    return engine.search(search).total


class Fonds:
    """Fonds on one engine. Make it as it is opened by `fonds serve`: warm."""

    def __init__(self, folder: Path) -> None:
        """Open an archive with its index."""
        self._archive = Archive.open(folder)
        self._engine: SearchEngine = index.open_index(self._archive)
        self._searcher = Searcher(self._archive, self._engine)
        self._searcher.warm()

    def counted(self, asked: Asked) -> int:
        """Ten ids and the facets: parsing and the engine, no document and no passage."""
        return counted(self._engine, asked)

    def listed(self, asked: Asked) -> int:
        """All that a list of hits shows: documents, and up to three passages of each."""
        wanted = Query(asked.text, selections=selections(asked), facets=FACETS)
        return self._searcher.search(wanted).total

    def close(self) -> None:
        """Close index and archive."""
        self._engine.close()
        self._archive.close()
