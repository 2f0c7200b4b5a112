"""Answers made few at a time in each process: Python makes one faster alone than beside others."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from webui.serving.limits import LEAST_MADE_AT_ONCE, PATIENCE_S, THREADS

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def at_once(processes: int) -> int:
    """How many answers each of so many processes makes: as many in all as one alone does."""
    return max(LEAST_MADE_AT_ONCE, THREADS // processes)


class FewAtOnce:
    """A WSGI application that makes its answers one after the other, or few at once.

    An answer waits for the one before it, but no longer than PATIENCE_S: then it is made beside
    it, as one of at most so many. So a long answer has fewer beside it that take its time. Sending
    is not counted: an export that waits for its reader holds up none.
    """

    def __init__(self, app: "WSGIApplication", most: int) -> None:
        self._app = app
        self._first = threading.Lock()
        self._free = threading.BoundedSemaphore(most)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer when there is room."""
        with self._turn(), self._free:
            return self._app(environ, start_response)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Be the one that is made, or have waited long enough for that one."""
        is_first = self._first.acquire(timeout=PATIENCE_S)
        try:
            yield
        finally:
            if is_first:
                self._first.release()
