"""An index that is being prepared while its server answers already."""

import logging
import threading
from collections.abc import Callable, Collection, Iterable, Mapping

from archive.document import Document
from archive.errors import ArchiveError
from indexer.engine import Found, Search, SearchEngine
from indexer.errors import EngineUnavailable, IndexBusy
from indexer.query.expanding import Known
from indexer.query.nodes import Scope

# Another process makes it: it is looked for so often. Where it cannot be made, it is tried again.
LOOK_S = 0.5
TRY_AGAIN_S = 30.0

log = logging.getLogger(__name__)


class IndexPending(EngineUnavailable):
    """The index is being made; who asks now should ask again."""


BEING_PREPARED = IndexPending("The index is being prepared. Ask again in a minute.")


class PendingIndex:
    """A SearchEngine that is opened in a thread. Any method may raise IndexPending.

    open_engine: opens it, and makes it first where it is absent. Raises IndexBusy where another
                 process is making it
    opened:      called once, in the thread, when it is there
    """

    def __init__(
        self, open_engine: Callable[[], SearchEngine], opened: Callable[[], object]
    ) -> None:
        self._open, self._opened = open_engine, opened
        self._engine: SearchEngine | None = None
        self._fault: EngineUnavailable = BEING_PREPARED
        self._ended, self._there = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._go_on, name="preparing", daemon=True)

    def begin(self, wait_s: float) -> bool:
        """Begin to open it; return whether it is there within some seconds."""
        self._thread.start()
        return self._there.wait(wait_s)

    @property
    def name(self) -> str:
        """See SearchEngine.name; of an engine that is not there yet, "none"."""
        return self._engine.name if self._engine else "none"

    def add(self, documents: Iterable[Document], reached: int, gone: Collection[str] = ()) -> int:
        """See SearchEngine.add."""
        return self._ready().add(documents, reached, gone)

    def reached(self) -> int:
        """See SearchEngine.reached."""
        return self._ready().reached()

    def search(self, search: Search) -> Found:
        """See SearchEngine.search."""
        return self._ready().search(search)

    def vocabulary(self, scope: Scope, prefix: str) -> Iterable[Known]:
        """See SearchEngine.vocabulary."""
        return self._ready().vocabulary(scope, prefix)

    def frequencies(self, scope: Scope, terms: Iterable[str]) -> Mapping[str, int]:
        """See SearchEngine.frequencies."""
        return self._ready().frequencies(scope, terms)

    def check(self) -> None:
        """See SearchEngine.check."""
        self._ready().check()

    def close(self) -> None:
        """See SearchEngine.close. What is being made is left to the next one."""
        self._ended.set()
        if self._engine is not None:
            self._engine.close()

    def _ready(self) -> SearchEngine:
        if self._engine is None:
            raise self._fault
        return self._engine

    def _go_on(self) -> None:
        wait_s = 0.0
        while not self._ended.wait(wait_s):
            try:
                self._engine = self._open()
            except IndexBusy:
                wait_s = LOOK_S
            except (EngineUnavailable, ArchiveError) as error:
                self._fault = EngineUnavailable(str(error))
                log.warning("The index could not be made: %s", error)
                wait_s = TRY_AGAIN_S
            else:
                self._opened()
                self._there.set()
                return
