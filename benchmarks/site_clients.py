"""Clients of the site: readers who ask one page after the other, and some who hold on."""

import http.client
import itertools
import multiprocessing
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from benchmarks.timing import percentile

IDLE, SLOW, STALLED = 1_000, 128, 8
OTHERS = 30  # pages that others ask for meanwhile
SLOW_BYTES = 16


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: answers a second and their times in milliseconds; how many were refused by 503."""

    per_second: float
    p50_ms: float
    p99_ms: float
    refused: int


def load(address: str, paths: Sequence[str], connections: int, seconds: float) -> Measured:
    """Ask for pages over so many connections that stay open, in a process beside the server's."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
    asker = multiprocessing.get_context("spawn").Process(
        target=ask_all, args=(theirs, address, tuple(paths), connections, seconds)
    )
    asker.start()
    times, refused, took_s = ours.recv()
    asker.join()
    return Measured(len(times) / took_s, percentile(times, 50), percentile(times, 99), refused)


def ask_all(
    told: Connection,
    address: str,
    paths: Sequence[str],
    connections: int,
    seconds: float,
) -> None:
    """What the process of the readers does; tells the times, refusals, and how long it took."""
    times: list[float] = []
    refused = 0
    counter = itertools.count()
    began = time.perf_counter()

    def reader() -> None:
        nonlocal refused
        connection = http.client.HTTPConnection(address)
        while time.perf_counter() - began < seconds:
            path = paths[next(counter) % len(paths)]
            started = time.perf_counter()
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            if answer.status == http.client.SERVICE_UNAVAILABLE:
                refused += 1
                time.sleep(0.1)
            elif answer.status in (200, 422):  # 422: a query that asks for too much
                times.append((time.perf_counter() - started) * 1000)
            else:
                raise RuntimeError(f"{answer.status} for {path}")
        connection.close()

    threads = [threading.Thread(target=reader) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told.send((times, refused, time.perf_counter() - began))


def crowd(address: str, path: str) -> Iterator[tuple[str, float]]:
    """Let clients hold on, more and more of them; how long others wait at most, in ms."""
    held: list[socket.socket] = []
    ended = threading.Event()
    try:
        yield "nobody else", slowest(address, path)
        held += [connected(address) for _ in range(IDLE)]
        yield f"{IDLE:,} idle connections", slowest(address, path)
        slow = [asking(address, path) for _ in range(SLOW)]
        held += slow
        threading.Thread(target=sip, args=(slow, ended), daemon=True).start()
        yield f"and {SLOW} readers of {SLOW_BYTES} bytes a second", slowest(address, path)
        held += [asking(address, "/export.jsonl") for _ in range(STALLED)]
        time.sleep(2)
        yield f"and {STALLED} exports that are not read", slowest(address, path)
    finally:
        ended.set()
        for each in held:
            each.close()


def connected(address: str) -> socket.socket:
    """A connection that says nothing, and reads little."""
    host, _, port = address.rpartition(":")
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    made.settimeout(10)
    made.connect((host, int(port)))
    return made


def asking(address: str, path: str) -> socket.socket:
    """A connection that has asked for a page and reads nothing yet."""
    made = connected(address)
    made.sendall(f"GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n".encode())
    return made


def sip(readers: Sequence[socket.socket], ended: threading.Event) -> None:
    """Read a few bytes a second of each."""
    while not ended.wait(1.0):
        for reader in readers:
            with suppress(OSError):
                reader.settimeout(0.0)
                reader.recv(SLOW_BYTES)


def slowest(address: str, path: str) -> float:
    """The longest time that one of some pages took, asked one after the other, in ms."""
    times = []
    for _ in range(OTHERS):
        started = time.perf_counter()
        connection = http.client.HTTPConnection(address, timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{answer.status} for {path}")
        connection.close()
        times.append((time.perf_counter() - started) * 1000)
    return max(times)
