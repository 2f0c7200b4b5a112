"""The site of an archive on a free port, as `fonds serve` has it, for tests that ask over HTTP."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

from waitress.server import create_server

from archive import Archive
from indexer.index import open_index
from indexer.search import Searcher
from webui import create_app


@contextmanager
def served(archive: Archive) -> Iterator[str]:
    """Its address while the block runs: "http://127.0.0.1:40123"."""
    with closing(open_index(archive)) as engine:
        app = create_app(Searcher(archive, engine), archive)
        server = create_server(app, host="127.0.0.1", port=0, threads=4, ident=None)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.close()
        thread.join(timeout=5)
