"""The site for a WSGI server of one's own: `gunicorn webui.wsgi:application`.

The archive is that of $FONDS_ARCHIVE, else ./fonds-archive. It is opened with the first request of
each process, so that nothing is shared by a fork, also where the server loads this file before it.
"""

import os
import threading
from collections.abc import Iterable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

from archive import Archive
from indexer.following import follow
from indexer.search import Searcher
from webui.app import create_app
from webui.logged import log_without_words
from webui.serving.opened import index_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

FOLDER_VARIABLE, DEFAULT_FOLDER = "FONDS_ARCHIVE", "fonds-archive"
# The address that the server listens at, where others reach it: which names it answers to.
HOST_VARIABLE, DEFAULT_HOST = "FONDS_HOST", "127.0.0.1"


class Application:
    """A WSGI application that opens the archive when it is first asked in a process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pid = 0
        self._app: WSGIApplication | None = None

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer. Raise ArchiveError, IndexerError or BadSettings where nothing can be opened."""
        return self._opened()(environ, start_response)

    def _opened(self) -> "WSGIApplication":
        with self._lock:
            if self._app is None or self._pid != os.getpid():
                self._open_files = ExitStack()  # never closed: the process ends with them
                self._app, self._pid = opened(self._open_files), os.getpid()
            return self._app


def opened(stack: ExitStack) -> "WSGIApplication":
    """The site, for as long as the stack is open."""
    log_without_words()
    folder = Path(os.environ.get(FOLDER_VARIABLE) or DEFAULT_FOLDER).expanduser()
    archive = stack.enter_context(Archive.open(folder))
    engine, _ = stack.enter_context(index_of(archive))
    searcher = Searcher(archive, engine)
    stack.enter_context(closing(follow(archive, engine, searcher)))
    return create_app(searcher, archive, "", os.environ.get(HOST_VARIABLE) or DEFAULT_HOST)


application = Application()
