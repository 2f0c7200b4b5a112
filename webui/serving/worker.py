"""One process that answers: it opens the archive and its index, and serves until it is stopped."""

import logging
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path

from archive import Archive
from indexer.errors import SearchTooSlow
from indexer.following import follow
from indexer.pending import IndexPending
from indexer.search import Searcher
from webui.app import create_app
from webui.cut_off import is_news
from webui.serving.busy import busy_answers
from webui.serving.opened import index_of
from webui.serving.server import Server, stop_at_signals


@dataclass(frozen=True, slots=True)
class Plan:
    """What is served, and how it is called.

    folder:     of the archive
    host:       the address that is listened at
    public_url: how the site is called outside; empty: as the archive's settings say
    """

    folder: Path
    host: str
    public_url: str = ""


def work(
    plan: Plan,
    sockets: Sequence[socket.socket],
    ready: Callable[[bool], object],
    leash: int | None = None,
) -> None:
    """Serve until a signal says stop. Nothing is shared with the process above but the sockets.

    ready: called when requests are answered; with False while the index is still being prepared
    leash: a pipe whose other end the process above holds: when that ends, so does this one
    Raise ArchiveError, IndexerError, BadSettings.
    """
    with ExitStack() as stack:
        archive = stack.enter_context(Archive.open(plan.folder))
        engine, is_there = stack.enter_context(index_of(archive))
        searcher = Searcher(archive, engine)
        with suppress(SearchTooSlow, IndexPending):  # it is served all the same
            searcher.warm()
        stack.enter_context(closing(follow(archive, engine, searcher)))
        app = create_app(searcher, archive, plan.public_url, plan.host)
        alone = leash is None  # else Ctrl-C is for the process above
        busy = busy_answers(app, archive.settings.language)
        server = Server(app, sockets, busy, shares=not alone)
        stop_at_signals(server, (signal.SIGTERM, *((signal.SIGINT,) if alone else ())))
        if leash is not None:
            server.watch(leash, server.stop)
        logging.getLogger("waitress").addFilter(is_news)
        ready(is_there)
        server.run()
