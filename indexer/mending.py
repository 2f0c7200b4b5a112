"""An index that is made anew from the archive as soon as it is found damaged."""

import logging
import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from archive.document import Document
from archive.errors import ArchiveError
from indexer.deadline import clock
from indexer.engine import Found, Search, SearchEngine
from indexer.errors import EngineUnavailable, IndexBusy, IndexDamaged
from indexer.query.expanding import Known
from indexer.query.nodes import Scope

Answer = TypeVar("Answer")

BEING_MADE = "The index was damaged and is being made anew from the archive. Ask again in a minute."
# Said once it is mended: the answers are right again, but a disk that damages files is not well.
REMADE = (
    "The index was damaged and was made anew from the archive, which is the truth. Files that are "
    "damaged can mean a failing disk: run `fonds verify`, and keep backups."
)
SAFE = {"fonds_safe": True}  # nothing of readers and pages: see `webui.logged`

log = logging.getLogger(__name__)


class MendingIndex:
    """A SearchEngine around another one, whose files can be made again.

    engine: goes over to a new generation by itself (`indexer.live`)
    make:   makes one. Raises IndexBusy where another process is making one
    wait:   whether who asks waits for it, or is told to ask again while a thread makes it
    """

    def __init__(self, engine: SearchEngine, make: Callable[[], object], *, wait: bool) -> None:
        self._engine, self._make, self._wait = engine, make, wait
        self._lock = threading.Lock()
        self._fault: EngineUnavailable | None = None  # why the last mending failed

    @property
    def name(self) -> str:
        """The name of the engine that answers."""
        return self._engine.name

    def add(self, documents: Iterable[Document], reached: int, gone: Collection[str] = ()) -> int:
        """See SearchEngine.add. Not mended: half of `documents` may be read already."""
        return self._engine.add(documents, reached, gone)

    def reached(self) -> int:
        """See SearchEngine.reached."""
        return self._asked(lambda engine: engine.reached())

    def search(self, search: Search) -> Found:
        """See SearchEngine.search."""
        begun = clock()

        def ask(engine: SearchEngine) -> Found:
            if search.deadline is None:
                return engine.search(search)
            # The mending does not count.
            mended = clock() - begun
            return engine.search(replace(search, deadline=search.deadline + mended))

        return self._asked(ask)

    def vocabulary(self, scope: Scope, prefix: str) -> Iterable[Known]:
        """See SearchEngine.vocabulary."""
        return self._asked(lambda engine: engine.vocabulary(scope, prefix))

    def frequencies(self, scope: Scope, terms: Iterable[str]) -> Mapping[str, int]:
        """See SearchEngine.frequencies."""
        wanted = tuple(terms)  # asked again after damage
        return self._asked(lambda engine: engine.frequencies(scope, wanted))

    def check(self) -> None:
        """See SearchEngine.check. What is damaged is mended, where that can be waited for."""
        self._asked(lambda engine: engine.check())

    def close(self) -> None:
        """See SearchEngine.close."""
        self._engine.close()

    def _asked(self, ask: Callable[[SearchEngine], Answer]) -> Answer:
        try:
            return ask(self._engine)
        except IndexDamaged as damage:
            if self._wait:
                self._mend()
                return ask(self._engine)
            fault = self._fault
            threading.Thread(target=self._mend_alone, daemon=True).start()
            raise EngineUnavailable(str(fault or BEING_MADE)) from damage

    def _mend(self) -> None:
        try:
            self._make()
        except IndexBusy as busy:
            raise EngineUnavailable(BEING_MADE) from busy
        tell_remade()

    def _mend_alone(self) -> None:
        """One thread at a time; who comes meanwhile leaves it to that one."""
        if not self._lock.acquire(blocking=False):
            return
        try:
            # While this one waited, another may have mended it already.
            self._engine.check()
        except IndexDamaged:
            self._try_to_mend()
        except EngineUnavailable as fault:
            self._fault = fault
        finally:
            self._lock.release()

    def _try_to_mend(self) -> None:
        """Whoever asks next is told why it failed; and it is tried again."""
        try:
            self._mend()
        except (EngineUnavailable, ArchiveError) as fault:
            self._fault = EngineUnavailable(str(fault))
        else:
            self._fault = None


def tell_remade() -> None:
    """Say in the log that an index was damaged: its mending hides it from readers."""
    log.warning(REMADE, extra=SAFE)
