"""The site of an archive on a free port, as `fonds serve` has it, for tests that ask over HTTP."""

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

from archive import Archive
from indexer.index import open_index
from indexer.search import Searcher
from webui import create_app
from webui.serving.busy import busy_answers
from webui.serving.server import Server


@contextmanager
def served(archive: Archive) -> Iterator[str]:
    """Its address while the block runs: "http://127.0.0.1:40123"."""
    with closing(open_index(archive)) as engine, socket.create_server(("127.0.0.1", 0)) as bound:
        app = create_app(Searcher(archive, engine), archive)
        server = Server(app, [bound], busy_answers(app, "en"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        server.stop()
        thread.join(timeout=20)
