"""Processes at one socket hold alike many connections, and each makes few answers at a time."""

import socket
import threading
import time
from contextlib import ExitStack

import pytest

from tests.faults.open_site import until
from tests.webui.serving.clients import API, BUSY, PATIENCE_S, page
from webui.serving.busy import BusyAnswers
from webui.serving.making import FewAtOnce, at_once
from webui.serving.server import Server
from webui.serving.shares import NOBODY, Board, Share

CONNECTIONS = 20


def hello(environ: dict, start_response) -> list[bytes]:
    start_response("200 OK", [("Content-Length", "5")])
    return [b"hello"]


def started(stack: ExitStack, bound: socket.socket, share: Share) -> Server:
    """A server at a socket that others accept at too; it is stopped with the stack."""
    server = Server(hello, [bound], BusyAnswers(BUSY, API, "en"), share=share)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    stack.callback(thread.join, PATIENCE_S)
    stack.callback(server.stop)
    return server


def held(server: Server) -> int:
    return sum(len(each.active_channels) for each in server._listeners)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who holds more leaves a connection to the others for as long as the test lasts."""
    monkeypatch.setattr("webui.serving.server.LEAVE_TO_FEWER_S", PATIENCE_S)
    monkeypatch.setattr("webui.serving.server.TICK_S", 0.05)


def test_connections_that_stay_open_are_spread_evenly():
    with ExitStack() as stack:
        bound = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        bound.setblocking(False)
        board = Board(2)
        servers = [started(stack, bound, Share(board, place)) for place in range(2)]
        until(lambda: all(board.least_of_others(place) != NOBODY for place in range(2)))
        for _ in range(CONNECTIONS):
            stack.enter_context(socket.create_connection(bound.getsockname()))
        until(lambda: sum(map(held, servers)) == CONNECTIONS)
        assert [held(server) for server in servers] == [CONNECTIONS // 2] * 2


def test_one_more_of_a_crowd_is_no_matter():
    board = Board(2)
    board.write(1, 10)
    assert Share(board, 0).is_taken(11)
    board.write(1, 95)
    assert not Share(board, 0).is_taken(100)
    assert Share(board, 0).is_taken(105)


def test_nobody_waits_for_a_process_that_is_gone():
    with ExitStack() as stack:
        bound = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        board = Board(2)
        gone = Share(board, 1)
        board.write(1, 0)
        server = started(stack, bound, Share(board, 0))
        stack.enter_context(socket.create_connection(bound.getsockname()))
        until(lambda: server._listeners[0].leaves_now)
        assert held(server) == 0
        gone.leave()
        assert page(bound.getsockname()).endswith(b"hello")


def test_who_leaves_connections_to_others_takes_them_a_moment_later_not_at_its_next_waking(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("webui.serving.server.LEAVE_TO_FEWER_S", 0.02)
    monkeypatch.setattr("webui.serving.server.TICK_S", 10 * PATIENCE_S)
    with ExitStack() as stack:
        bound = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        board = Board(2)
        board.write(1, 0)  # the other one takes none
        server = started(stack, bound, Share(board, 0))
        for _ in range(CONNECTIONS):
            stack.enter_context(socket.create_connection(bound.getsockname()))
        until(lambda: held(server) == CONNECTIONS)


def test_a_process_that_stops_lets_nobody_wait_for_it():
    board = Board(2)
    with ExitStack() as stack:
        bound = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        started(stack, bound, Share(board, 0))
        until(lambda: board.least_of_others(1) != NOBODY)
    assert board.least_of_others(1) == NOBODY


def test_an_answer_waits_for_the_one_before_it():
    assert made_at_once(2) == 1


def test_a_long_answer_is_waited_for_only_so_long_and_few_are_made_beside_it(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("webui.serving.making.PATIENCE_S", 0.001)
    assert made_at_once(2) == 2


def test_answers_that_are_being_sent_do_not_count():
    app = FewAtOnce(lambda environ, start_response: [b"hello"], 2)
    assert len([app({}, None) for _ in range(3)]) == 3


def made_at_once(limit: int) -> int:
    """How many of eight answers were in the making at most."""
    lock, now, most = threading.Lock(), 0, 0

    def counted(environ: dict, start_response) -> list[bytes]:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.05)
        with lock:
            now -= 1
        return [b"hello"]

    app = FewAtOnce(counted, limit)
    threads = [threading.Thread(target=app, args=({}, None)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    return most


def test_an_answer_that_fails_leaves_its_room_to_the_next():
    def failing(environ: dict, start_response) -> list[bytes]:
        raise ValueError

    app = FewAtOnce(failing, 1)
    for _ in range(3):
        with pytest.raises(ValueError):
            app({}, None)


def test_several_processes_make_as_many_at_once_as_one_does_and_each_at_least_two():
    assert [at_once(processes) for processes in (1, 2, 3, 8)] == [6, 3, 2, 2]
