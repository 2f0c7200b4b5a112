"""`fonds serve` in a process of its own, asked over HTTP by several connections at once."""

import http.client
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.search_queries import Asked
from benchmarks.timing import Timed, percentile

SERVE = (sys.executable, "-c", "from cli.main import main; main()", "serve", "--port", "0")
ADDRESS = re.compile(r"http://([^/]+)/")
ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def serving(archive: Path, *options: str) -> Iterator[str]:
    """A server of an archive; gives its host and port."""
    command = [*SERVE, "--archive", str(archive), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as server:
        try:
            yield address_of(server)
        finally:
            server.terminate()


def address_of(server: subprocess.Popen[str]) -> str:
    """Where a server says that it is. Raise RuntimeError where it ends without saying so."""
    assert server.stderr is not None
    said = []
    for line in server.stderr:
        said.append(line)
        if found := ADDRESS.search(line):
            return found[1]
    raise RuntimeError(f"fonds serve ended: {''.join(said)}")


def path_of(asked: Asked) -> str:
    """The URL of a query, as the API takes it."""
    chosen = {"q": asked.text, "city": asked.city, "year": asked.year}
    return f"/api/v1/search?{urlencode({name: value for name, value in chosen.items() if value})}"


def asked_by_many(
    address: str, queries: Sequence[Asked], connections: int
) -> tuple[float, list[Timed]]:
    """Requests a second, and each request's time on the wall; connections stay open.

    Raise RuntimeError for any answer but 200.
    """
    waiting = iter(queries)
    lock, times = threading.Lock(), list[Timed]()
    failed: list[str] = []

    def client() -> None:
        connection = http.client.HTTPConnection(address)
        while not failed:
            with lock:
                asked = next(waiting, None)
            if asked is None:
                break
            started = time.perf_counter()
            connection.request("GET", path_of(asked))
            answer = connection.getresponse()
            answer.read()
            times.append(Timed(asked.kind, (time.perf_counter() - started) * 1000))
            if answer.status != http.client.OK:
                failed.append(f"{answer.status} for {path_of(asked)}")
        connection.close()

    threads = [threading.Thread(target=client) for _ in range(connections)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise RuntimeError(failed[0])
    return len(times) / (time.perf_counter() - started), times


def measure_http(
    archive: Path,
    engine_name: str,
    queries: Sequence[Asked],
    connections: Sequence[int],
    ours_ms: float,
) -> None:
    """Print requests a second, p50 and p99 for so many connections.

    ours_ms: the median of the same lists of hits without HTTP, on the wall
    """
    with serving(archive) as address:
        asked_by_many(address, queries, 1)  # once, so that the server is as warm as the engine was
        for count in connections:
            rate, times = asked_by_many(address, queries, count)
            every = [each.took_ms for each in times]
            p50, p99 = percentile(every, 50), percentile(every, 99)
            print(
                f"Fonds on {engine_name:10}{count:3} connections{rate:8.0f} requests/s"
                f"{p50:8.1f} ms p50{p99:8.1f} ms p99{p50 - ours_ms:+8.1f} ms to the engine",
                flush=True,
            )
