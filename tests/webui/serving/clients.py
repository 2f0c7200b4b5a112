"""Clients over plain sockets: some that ask, some that hold on."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from webui.serving.busy import BusyAnswers
from webui.serving.server import Server

PATIENCE_S = 60.0
BUSY = {code: f"HTTP/1.1 503 {code}\r\n\r\n".encode() for code in ("en", "fr")}
API = {code: f"HTTP/1.1 503 api {code}\r\n\r\n".encode() for code in ("en", "fr")}


@contextmanager
def running(app: Callable) -> Iterator[tuple[str, int]]:
    """A server of a WSGI application in a thread; its address. It is stopped at the end."""
    with socket.create_server(("127.0.0.1", 0)) as bound:
        server = Server(app, [bound], BusyAnswers(BUSY, API, "en"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield bound.getsockname()
        server.stop()
        thread.join(PATIENCE_S)
        assert not thread.is_alive()


def asked(address: tuple[str, int], path: str = "/", more: str = "") -> socket.socket:
    """A connection that has asked for a page, and reads nothing yet."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.settimeout(PATIENCE_S)
    client.connect(address)
    client.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{more}\r\n".encode())
    return client


def answer(client: socket.socket) -> bytes:
    """All that comes until the connection is closed."""
    pieces = []
    try:
        while piece := client.recv(65_536):
            pieces.append(piece)
    except ConnectionResetError:
        pass
    return b"".join(pieces)


def page(address: tuple[str, int], path: str = "/") -> bytes:
    """The answer to one request."""
    with asked(address, path, "Connection: close\r\n") as client:
        return answer(client)
