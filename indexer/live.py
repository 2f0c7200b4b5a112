"""The current generation as one engine, whichever that is: a rebuild elsewhere is picked up."""

import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

from archive.document import Document
from indexer.engine import Found, Search, SearchEngine
from indexer.engines import open_engine
from indexer.errors import EngineUnavailable
from indexer.generations import Generation, Generations
from indexer.query.expanding import Known
from indexer.query.nodes import Scope

Answer = TypeVar("Answer")

# How many rebuilds may overtake one search.
ATTEMPTS = 5


class LiveIndex:
    """A SearchEngine on the highest complete generation."""

    def __init__(self, generations: Generations) -> None:
        """Open it. Raise EngineUnavailable where there is none, or it cannot be read."""
        self._generations = generations
        self._lock = threading.Lock()
        self._generation, self._engine = self._opened()

    @property
    def name(self) -> str:
        """The engine of the generation that answered last."""
        return self._generation.engine

    def add(self, documents: Iterable[Document], reached: int, gone: Collection[str] = ()) -> int:
        """See SearchEngine.add."""
        return self._current()[1].add(documents, reached, gone)

    def reached(self) -> int:
        """See SearchEngine.reached."""
        return self._asked(lambda engine: engine.reached())

    def search(self, search: Search) -> Found:
        """See SearchEngine.search."""
        return self._asked(lambda engine: engine.search(search))

    def vocabulary(self, scope: Scope, prefix: str) -> Iterable[Known]:
        """See SearchEngine.vocabulary."""
        return self._asked(lambda engine: engine.vocabulary(scope, prefix))

    def frequencies(self, scope: Scope, terms: Iterable[str]) -> Mapping[str, int]:
        """See SearchEngine.frequencies."""
        wanted = tuple(terms)  # asked again after a rebuild
        return self._asked(lambda engine: engine.frequencies(scope, wanted))

    def check(self) -> None:
        """See SearchEngine.check."""
        self._asked(lambda engine: engine.check())

    def close(self) -> None:
        """See SearchEngine.close."""
        self._engine.close()

    def _asked(self, ask: Callable[[SearchEngine], Answer]) -> Answer:
        """The current generation's answer; asked again where it was replaced meanwhile."""
        for _ in range(ATTEMPTS):
            generation, engine = self._current()
            try:
                return ask(engine)
            except EngineUnavailable:
                if self._generations.current() == generation:
                    raise
        return ask(self._current()[1])

    def _current(self) -> tuple[Generation, SearchEngine]:
        """The engine of the current generation; the one at hand where none is complete."""
        latest = self._generations.current()
        with self._lock:
            if latest is not None and latest != self._generation:
                # The old one is not closed: searches in other threads may be reading it.
                self._generation, self._engine = self._opened()
            return self._generation, self._engine

    def _opened(self) -> tuple[Generation, SearchEngine]:
        """Open the current generation; never begin one, in a folder that was just removed."""
        latest = self._generations.current()
        if latest is None:
            raise EngineUnavailable("There is no index yet; `fonds reindex` makes one.")
        return latest, open_engine(latest.engine, self._generations.path(latest), create=False)
