"""One process that answers: it opens the archive and its index, and serves until it is stopped."""

import logging
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path

from archive import Archive
from archive.errors import ArchiveDamaged
from indexer.errors import EngineUnavailable, SearchTooSlow
from indexer.following import follow
from indexer.search import Searcher
from webui.app import create_app
from webui.cut_off import is_news
from webui.serving.busy import busy_answers
from webui.serving.making import FewAtOnce, at_once
from webui.serving.opened import index_of
from webui.serving.server import Server, stop_at_signals
from webui.serving.shares import Share


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


@dataclass(frozen=True, slots=True)
class Beside:
    """What a process is told that is one of several.

    leash:     a pipe whose other end the process above holds: when that ends, so does this one
    share:     its place among those that accept at the same sockets
    processes: how many there are
    """

    leash: int
    share: Share
    processes: int


def work(
    plan: Plan,
    sockets: Sequence[socket.socket],
    ready: Callable[[bool], object],
    beside: Beside | None = None,
) -> None:
    """Serve until a signal says stop. Nothing is shared with the process above but the sockets.

    ready: called when requests are answered; with False while the index is still being prepared
    beside: what it is told as one of several; None: it serves alone
    Raise ArchiveError, IndexerError, BadSettings.
    """
    with ExitStack() as stack:
        archive = stack.enter_context(Archive.open(plan.folder))
        engine, is_there = stack.enter_context(index_of(archive))
        searcher = Searcher(archive, engine)
        with suppress(
            SearchTooSlow, EngineUnavailable, ArchiveDamaged
        ):  # it is served all the same
            searcher.warm()
        stack.enter_context(closing(follow(archive, engine, searcher)))
        app = create_app(searcher, archive, plan.public_url, plan.host)
        busy = busy_answers(app, archive.settings.language)
        if beside is None:
            server = Server(app, sockets, busy)
            stop_at_signals(server, (signal.SIGTERM, signal.SIGINT))
        else:  # Ctrl-C is for the process above
            made = FewAtOnce(app, at_once(beside.processes))
            server = Server(made, sockets, busy, share=beside.share)
            stop_at_signals(server, (signal.SIGTERM,))
            server.watch(beside.leash, server.stop)
        logging.getLogger("waitress").addFilter(is_news)
        ready(is_there)
        server.run()
