"""A server is not held up by clients that are slow, and says so where it is busy."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.webui.serving.clients import BUSY, PATIENCE_S, answer, asked, page, running
from webui.serving.limits import THREADS

LONG = 40_000_000  # more than the system and the server hold ready of an answer


def hello(environ: dict, start_response) -> list[bytes]:
    start_response("200 OK", [("Content-Length", "5")])
    return [b"hello"]


def long(environ: dict, start_response) -> Iterator[bytes]:
    """A short answer, or one that is longer than anybody holds ready."""
    if environ["PATH_INFO"] != "/long":
        return iter(hello(environ, start_response))
    start_response("200 OK", [("Content-Length", str(LONG))])
    return (b"x" * 100_000 for _ in range(LONG // 100_000))


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same rules, in less time."""
    monkeypatch.setattr("webui.serving.server.LOOK_S", 0)
    monkeypatch.setattr("webui.serving.server.TICK_S", 0.05)


def test_a_client_that_does_not_end_its_request_is_let_go(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("webui.serving.channel.HEAD_S", 0.3)
    with running(hello) as address, socket.create_connection(address) as slow:
        slow.settimeout(PATIENCE_S)
        slow.sendall(b"GET / HTTP/1.1\r\nX: ")
        ended = threading.Event()

        def drip() -> None:
            while not ended.wait(0.05):
                try:
                    slow.sendall(b"x")
                except OSError:
                    return

        threading.Thread(target=drip, daemon=True).start()
        assert answer(slow) == b""
        ended.set()
        assert page(address).endswith(b"hello")


def test_a_client_that_does_not_end_what_it_sends_is_let_go(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("webui.serving.channel.REQUEST_S", 0.3)
    with running(hello) as address, socket.create_connection(address) as slow:
        slow.settimeout(PATIENCE_S)
        slow.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc")
        assert answer(slow) == b""


def test_clients_that_read_nothing_are_let_go_and_their_threads_are_free_again(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("webui.serving.channel.STALL_S", 0.3)
    with running(long) as address:
        stalled = [asked(address, "/long") for _ in range(THREADS + 2)]
        assert page(address).endswith(b"hello")
        for client in stalled:
            client.close()


def test_a_client_that_reads_slowly_but_steadily_gets_all(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("webui.serving.channel.STALL_S", 0.3)
    monkeypatch.setattr("webui.serving.channel.LEAST_TAKEN_BYTES", 1)
    with running(long) as address, asked(address, "/long", "Connection: close\r\n") as reader:
        assert len(answer(reader)) > LONG


def test_what_waits_is_bounded_and_the_rest_is_told_to_come_again_in_its_language(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("webui.serving.server.QUEUE", 2)
    free, at_work = threading.Event(), threading.Semaphore(0)

    def held(environ: dict, start_response) -> list[bytes]:
        at_work.release()
        free.wait(PATIENCE_S)
        return hello(environ, start_response)

    more = "Connection: close\r\n"
    with running(held) as address, ExitStack() as stack:
        taken = []
        for _ in range(THREADS):
            taken.append(stack.enter_context(asked(address, "/", more)))
            assert at_work.acquire(timeout=PATIENCE_S)
        later = [stack.enter_context(asked(address, "/fr/", more)) for _ in range(7)]
        refused = [answer(client) for client in later[2:]]
        free.set()
        answered = [answer(client) for client in (*taken, *later[:2])]
    assert refused == [BUSY["fr"]] * 5
    assert all(each.endswith(b"hello") for each in answered)


def test_an_answer_that_has_begun_is_ended_before_the_server_ends():
    began, free = threading.Event(), threading.Event()

    def held(environ: dict, start_response) -> list[bytes]:
        began.set()
        free.wait(PATIENCE_S)
        return hello(environ, start_response)

    with running(held) as address:
        client = asked(address)
        assert began.wait(PATIENCE_S)
        threading.Timer(0.3, free.set).start()
    with client:
        assert answer(client).endswith(b"hello")
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(address)


def test_idle_connections_do_not_keep_a_server_from_ending_nor_others_from_asking():
    with running(hello) as address:
        idle = [socket.create_connection(address) for _ in range(300)]
        assert page(address).endswith(b"hello")
    for client in idle:
        client.close()
