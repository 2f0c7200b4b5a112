"""`fonds serve`: the site, on this machine alone unless told otherwise."""

import errno
import os
import socket
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from archive.setting_values import is_site
from cli.failing import UsageFault, explain
from cli.options import ArchiveDir, open_archive
from cli.output import say

if TYPE_CHECKING:
    from webui.serving.shares import Share
    from webui.serving.worker import Plan

DEFAULT_PORT = 8000
# Connections that the system holds while all processes are busy.
WAITING_CONNECTIONS = 1024

PREPARING = "The index is being prepared; until it is there, searches are answered by 503."


def command(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = DEFAULT_PORT,
    public_url: Annotated[
        str, typer.Option(help="How the site is called outside, behind a proxy.")
    ] = "",
    workers: Annotated[
        int | None,
        typer.Option(min=1, max=64, help="Processes that answer; else one for each processor."),
    ] = None,
    archive: ArchiveDir = None,
) -> None:
    """Serve the site until Ctrl-C."""
    from webui.gate.warning import warnings
    from webui.logged import log_without_words, say_start
    from webui.serving.worker import Plan

    log_without_words()
    if not is_site(public_url):
        raise UsageFault(f"{public_url} is no address of a site; say https:// and a host")
    with open_archive(context, archive) as opened:  # what is wrong with it is said once
        plan = Plan(opened.folder, host, public_url)
        warned = warnings(opened, host)
    with ExitStack() as stack:
        sockets = bound(host, port)
        for each in sockets:
            stack.enter_context(each)
        for warning in warned:
            say_start(warning)
        shown = f"[{host}]" if ":" in host else host
        where = f"http://{shown}:{sockets[0].getsockname()[1]}/"

        def ready(is_there: bool) -> None:
            if not is_there:
                say(PREPARING)
            say(f"Fonds is at {where} (Ctrl-C stops it)")

        status = serve(plan, sockets, workers or processors(), ready)
    if status:
        raise typer.Exit(status)


def serve(
    plan: "Plan", sockets: list[socket.socket], workers: int, ready: Callable[[bool], object]
) -> int:
    """Serve in so many processes, or in this one; the exit status."""
    from webui.serving.worker import Beside, work

    if workers > 1 and not hasattr(os, "fork"):
        say("This system cannot share a socket among processes; the site is served by one.")
        workers = 1
    if workers == 1:
        work(plan, sockets, ready)
        return 0
    from webui.serving.supervisor import Supervisor

    def in_worker(tell: Callable[[bool], object], leash: int, share: "Share") -> int:
        try:
            work(plan, sockets, tell, Beside(leash, share, workers))
        except Exception as error:  # noqa: BLE001 (the edge of this process)
            failure = explain(error)
            say(f"fonds: {failure.message}")
            return failure.status
        return 0

    return Supervisor(workers, in_worker, ready, say).run()


def processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def bound(host: str, port: int) -> list[socket.socket]:
    """Sockets that listen at an address, one for each way in which it is written (IPv4, IPv6)."""
    sockets: list[socket.socket] = []
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, protocol, _, address in dict.fromkeys(found):
            listening = socket.socket(family, kind, protocol)
            sockets.append(listening)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            if port == 0 and len(sockets) > 1:  # the same free one
                address = (address[0], sockets[0].getsockname()[1], *address[2:])
            listening.bind(address)
            listening.listen(WAITING_CONNECTIONS)
            listening.setblocking(False)
    except OSError as error:
        for each in sockets:
            each.close()
        raise UsageFault(why_not_there(host, port, error)) from error
    return sockets


def why_not_there(host: str, port: int, error: OSError) -> str:
    """Why we cannot listen, and what to do."""
    if isinstance(error, socket.gaierror):
        return f"{host} is no address of this machine; try --host 127.0.0.1"
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use; try --port {port + 1 if port < 65535 else 0}"
    if error.errno == errno.EACCES:
        return f"port {port} is not for everyone; try --port {DEFAULT_PORT}"
    return f"{host}:{port}: {error.strerror or error}; try --host 127.0.0.1"
