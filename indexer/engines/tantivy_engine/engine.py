"""The engine on Tantivy: adds documents, keeps the last commit open, answers searches."""

import threading
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from archive.document import Document
from indexer.deadline import Deadline
from indexer.engine import Found, Search
from indexer.engines.tantivy_engine.answer import answer
from indexer.engines.tantivy_engine.checking import check
from indexer.engines.tantivy_engine.errors import damage_is_ours
from indexer.engines.tantivy_engine.opening import mark, open_index, read_snapshot
from indexer.engines.tantivy_engine.read_only import is_read_only, read_linked, writable
from indexer.engines.tantivy_engine.snapshot import Snapshot
from indexer.engines.tantivy_engine.vocabulary import frequencies, vocabulary
from indexer.engines.tantivy_engine.writing import write
from indexer.query.expanding import Known
from indexer.query.nodes import Scope


class TantivyEngine:
    """Documents in a folder, as Tantivy segments. Searches from many threads, one writer."""

    name = "tantivy"

    def __init__(self, folder: Path, *, create: bool = True) -> None:
        """Open the index in a folder, or begin one where that is allowed.

        Raise EngineUnavailable where it is damaged or absent.
        """
        self._folder = folder
        self._index = None if is_read_only(folder) else open_index(folder, create=create)
        with damage_is_ours("open"):
            self._mark = mark(folder)
        self._last = self._read()
        self._lock = threading.Lock()

    def add(self, documents: Iterable[Document], reached: int, gone: Collection[str] = ()) -> int:
        """See SearchEngine.add. Some 250 MB are taken for as long as it lasts."""
        index = writable(self._index, self._folder)
        return write(index, self._folder, documents, reached, gone)

    def reached(self) -> int:
        """See SearchEngine.reached."""
        return self._snapshot().state.reached

    def search(self, search: Search) -> Found:
        """See SearchEngine.search."""
        deadline = Deadline(search.deadline)
        with deadline.uncounted():
            snapshot = self._snapshot()
        return answer(snapshot, search, deadline)

    def vocabulary(self, scope: Scope, prefix: str) -> Iterable[Known]:
        """See SearchEngine.vocabulary."""
        found = vocabulary(self._snapshot(), scope, prefix)
        return [Known(term, documents) for term, documents in found.items()]

    def frequencies(self, scope: Scope, terms: Iterable[str]) -> Mapping[str, int]:
        """See SearchEngine.frequencies."""
        return frequencies(self._snapshot(), scope, terms)

    def check(self) -> None:
        """See SearchEngine.check."""
        check(self._folder, self._snapshot())

    def close(self) -> None:
        """See SearchEngine.close. Mapped files are freed with the last search that uses them."""

    def _snapshot(self) -> Snapshot:
        """The last commit, opened anew where there is one since."""
        with damage_is_ours("read"):
            latest = mark(self._folder)
            with self._lock:
                if latest != self._mark:
                    self._last = self._read(self._last)
                    self._mark = latest
                return self._last

    def _read(self, last: Snapshot | None = None) -> Snapshot:
        """The last commit, as it is now."""
        if self._index is None:
            return read_linked(self._folder, last)
        return read_snapshot(self._index, self._folder, last)
