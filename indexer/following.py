"""An open index keeps up with its archive, while other processes write to that.

Each process that serves an archive has a thread that looks once a second. Where the index lags,
one of them starts a process that indexes the rest; the others go over to its commits, as every
search does. So a killed one loses nothing: who looks next starts another, which goes on.
"""

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Self

from archive import Archive
from archive.errors import ArchiveError
from indexer.alone import alone
from indexer.engine import SearchEngine
from indexer.errors import IndexBusy, IndexerError
from indexer.fields import FACETS
from indexer.index import generations_of
from indexer.search import Query, Searcher

# A change is to be seen within five seconds. It is left to the command that made it for one more
# look; a process takes about a second to start.
LOOK_S = 1.0
# After one that failed (a full disk), longer; what it said stands in the log.
REST_AFTER_FAILURE_S = 30.0
END_WAIT_S = 5.0

FOLLOWING_LOCK = "following.lock"

# Said to a server's log, which has no messages but those without a word of readers and pages.
SAFE = {"fonds_safe": True}
BEHIND = "The index is not kept up to date"

log = logging.getLogger(__name__)

# What is read of a commit before somebody searches it: the values of all facets.
FIRST = Query(facets=tuple(facet.name for facet in FACETS), limit=0, help=False)


def follow(archive: Archive, engine: SearchEngine, searcher: Searcher) -> "Following":
    """Keep an index up with its archive from now on, and ready for the next search.

    Begun in each process that serves, after a fork; closed before the engine is.
    """
    return Following(archive, engine, lambda: searcher.search(FIRST)).start()


class Following:
    """Keeps an index up with its archive until it is closed.

    changed: called, in this thread, when the index was opened at another commit. It may raise
             what a search raises
    """

    def __init__(
        self, archive: Archive, engine: SearchEngine, changed: Callable[[], object] | None = None
    ) -> None:
        self._archive, self._engine, self._changed = archive, engine, changed
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._go_on, name="following", daemon=True)
        self._reached = -1
        self._lagged = False  # at the look before
        self._next = 0.0  # the moment of time.monotonic() from which it is tried again
        self._told = ""

    def start(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def close(self) -> None:
        """Look no more; a process that was started is ended, and its last commit stays."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(END_WAIT_S)

    def _go_on(self) -> None:
        while not self._ended.wait(LOOK_S):
            lags = self._look()
            if lags and self._lagged and time.monotonic() >= self._next:
                self._catch_up()
            self._lagged = lags

    def _look(self) -> bool:
        """Whether the index lags; go over to its last commit. False where nobody can know."""
        try:
            self._archive.withdrawals.let_back_due()  # hidden pages whose day has come
            sequence = self._archive.sequence()
            reached = self._engine.reached()
            if reached != self._reached:
                first, self._reached = self._reached < 0, reached
                if self._changed and not first:
                    self._changed()
            lags = reached < sequence
        except (ArchiveError, IndexerError) as error:
            self._tell(type(error).__name__)
            return False
        self._told = ""
        return lags

    def _catch_up(self) -> None:
        """Start the process that indexes, unless another server's or a command does it already."""
        generations = generations_of(self._archive)
        try:
            with alone(generations.folder / FOLLOWING_LOCK, 0.0, ""):
                with generations.writing(0.0):
                    pass
                began = time.monotonic()
                status = self._indexed_beside()
        except (IndexBusy, OSError):
            return
        except IndexerError as error:
            self._tell(type(error).__name__)
            return
        # It may take half of the time while pages come in without an end.
        rest = time.monotonic() - began if status <= 0 else REST_AFTER_FAILURE_S
        self._next = time.monotonic() + (rest if status >= 0 else 0.0)
        if status < 0 and not self._ended.is_set():
            log.warning("The process that was indexing was ended; another goes on.", extra=SAFE)

    def _indexed_beside(self) -> int:
        """Index what lags in a process of its own, which does not hold up searches."""
        command = [sys.executable, "-P", "-m", "indexer.bringing_up", str(self._archive.folder)]
        child = subprocess.Popen(  # noqa: S603  (the program is ours, the folder is open here)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,  # Ctrl-C is for the server, which then ends it
        )
        while (status := child.poll()) is None:
            if self._ended.wait(LOOK_S / 4):
                child.terminate()
                return child.wait()
            self._look()
        return status

    def _tell(self, fault: str) -> None:
        """Once for as long as it lasts."""
        if fault != self._told:
            log.warning("%s (%s); `fonds verify` tells why.", BEHIND, fault, extra=SAFE)
            self._told = fault
