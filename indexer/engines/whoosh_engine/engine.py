"""The engine on Whoosh: adds documents, keeps the last commit open, answers searches."""

import threading
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from whoosh.index import FileIndex, exists

from archive.document import Document
from indexer.deadline import Deadline
from indexer.engine import Found, Search
from indexer.engines.whoosh_engine.answer import answer
from indexer.engines.whoosh_engine.errors import damage_is_ours
from indexer.engines.whoosh_engine.opening import read_snapshot
from indexer.engines.whoosh_engine.resolve import frequencies, vocabulary
from indexer.engines.whoosh_engine.schema import schema
from indexer.engines.whoosh_engine.snapshot import Snapshot
from indexer.engines.whoosh_engine.storage import SealedStorage
from indexer.engines.whoosh_engine.writing import write
from indexer.query.expanding import Known
from indexer.query.nodes import Scope

INDEX_NAME = "fonds"


class WhooshEngine:
    """Documents in a folder, as Whoosh segments. Searches from many threads, one writer."""

    name = "whoosh"

    def __init__(self, folder: Path, *, create: bool = True) -> None:
        """Open the index in a folder, or begin one where that is allowed.

        Raise EngineUnavailable where it is damaged or absent.
        """
        with damage_is_ours("open"):
            if create:
                folder.mkdir(parents=True, exist_ok=True)
            storage = SealedStorage(str(folder))
            if create and not exists(storage, INDEX_NAME):
                FileIndex.create(storage, schema(), INDEX_NAME)
            self._index = FileIndex(storage, indexname=INDEX_NAME)
            self._last = read_snapshot(self._index)
        self._lock = threading.Lock()

    def add(self, documents: Iterable[Document], reached: int, gone: Collection[str] = ()) -> int:
        """See SearchEngine.add. All is gathered in memory: some 30 kB a document of 600 words."""
        return write(self._index, documents, reached, gone)

    def reached(self) -> int:
        """See SearchEngine.reached."""
        return self._snapshot().reached

    def search(self, search: Search) -> Found:
        """See SearchEngine.search."""
        deadline = Deadline(search.deadline)
        with deadline.uncounted():
            snapshot = self._snapshot()
        return answer(snapshot, search, deadline)

    def vocabulary(self, scope: Scope, prefix: str) -> Iterable[Known]:
        """See SearchEngine.vocabulary."""
        return vocabulary(self._snapshot(), scope, prefix)

    def frequencies(self, scope: Scope, terms: Iterable[str]) -> Mapping[str, int]:
        """See SearchEngine.frequencies."""
        return frequencies(self._snapshot(), scope, terms)

    def check(self) -> None:
        """See SearchEngine.check."""
        self._snapshot().check()

    def close(self) -> None:
        """See SearchEngine.close. Mapped files are freed with the last search that uses them."""
        self._index.close()

    def _snapshot(self) -> Snapshot:
        """The last commit, opened anew where there is one since."""
        with damage_is_ours("read"):
            generation = self._index.latest_generation()
            with self._lock:
                if generation != self._last.generation:
                    self._last = read_snapshot(self._index, self._last)
                return self._last
