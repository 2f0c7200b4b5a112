"""Answers made few at a time in each process: Python makes one faster alone than beside others."""

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

from webui.serving.limits import LEAST_MADE_AT_ONCE, THREADS

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def at_once(processes: int) -> int:
    """How many answers each of so many processes makes: as many in all as one alone does."""
    return max(LEAST_MADE_AT_ONCE, THREADS // processes)


class FewAtOnce:
    """A WSGI application that makes so many answers at once. Sending them is not counted.

    So a long answer has fewer beside it that take its time, and an export that waits for its
    reader holds up none.
    """

    def __init__(self, app: "WSGIApplication", most: int) -> None:
        self._app = app
        self._free = threading.BoundedSemaphore(most)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer when there is room."""
        with self._free:
            return self._app(environ, start_response)
