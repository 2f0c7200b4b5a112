"""A web server of the tests' own, that behaves as each test needs."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"<!doctype html><html><head><title>A vote</title></head><p>Council voted on the arena.</p>"


class Handler(BaseHTTPRequestHandler):
    """Answers by the table of its server."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        path = self.path.partition("?")[0]
        answer = self.server.answers.get(path)
        if answer is None:
            self.give(404, b"nothing here", {"Content-Type": "text/plain"})
        elif callable(answer):
            answer(self)
        else:
            self.give(200, answer, {"Content-Type": "text/html; charset=utf-8"})

    def give(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


Answer = bytes | Callable[[Handler], None]


@contextmanager
def serving(answers: dict[str, Answer]) -> Iterator[ThreadingHTTPServer]:
    """A server of these answers, by path; `url` is its address, `asked` what it was asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.answers, server.asked = answers, []
    server.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def to(location: str, status: int = 302) -> Answer:
    return lambda handler: handler.give(status, b"", {"Location": location})


def of_type(kind: str, body: bytes = b"x" * 100) -> Answer:
    return lambda handler: handler.give(200, body, {"Content-Type": kind})


def zipped(body: bytes) -> Answer:
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    return lambda handler: handler.give(200, gzip.compress(body), headers)


def in_chunks(*chunks: bytes, pause_s: float = 0.0, ends: bool = True) -> Answer:
    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for chunk in chunks:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
            time.sleep(pause_s)
        if ends:
            handler.wfile.write(b"0\r\n\r\n")
        else:
            handler.close_connection = True

    return answer


def shorter_than_said(handler: Handler) -> None:
    """A body of which 4,000 bytes are told, and fewer come."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "4000")
    handler.end_headers()
    handler.wfile.write(PAGE)
    handler.close_connection = True


def without_end(handler: Handler) -> None:
    """A body that never ends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(PAGE * 500)
    except OSError:
        handler.close_connection = True


def drop_by_drop(handler: Handler) -> None:
    """Headers that never end, a byte now and then."""
    try:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while True:
            handler.wfile.write(b"a")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        handler.close_connection = True


def no_http(handler: Handler) -> None:
    handler.wfile.write(b"\x00\x01 this is not HTTP\r\n\r\n")
    handler.close_connection = True


def later(times: int, seconds: str, then: bytes = PAGE) -> Answer:
    left = [times]

    def answer(handler: Handler) -> None:
        left[0] -= 1
        if left[0] >= 0:
            handler.give(503, b"", {"Retry-After": seconds})
        else:
            handler.give(200, then, {"Content-Type": "text/html"})

    return answer
