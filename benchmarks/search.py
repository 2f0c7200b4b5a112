"""Faceted searches: Fonds beside plain Whoosh and SQLite FTS5 on the same pages.

    python -m benchmarks.search [CORPUS ...] [--most N]      default: open_sample nyc

Three tables, each with what it compares in its heading: engines alone (ten ids, four facets);
lists of hits (documents and snippets too); the same over HTTP. A query's time is the median of
its rounds; p50 and p95 are over the queries. All but HTTP, and indexing too, is processor time,
which other work on the machine disturbs least. `benchmarks/search_peers.py` tells how peers are
used.
"""

import argparse
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlencode
from urllib.request import urlopen

from archive import Archive
from benchmarks.corpora import pages
from benchmarks.search_peers import FACETS, Ask, fts5, plain_whoosh
from benchmarks.search_queries import KINDS, mixed_queries
from indexer import index, query
from indexer.engine import Search, SearchEngine
from indexer.search import Query, Searcher

ROUNDS = 3

# Queries of which lists of hits are made, one of each kind: Whoosh takes long to highlight one.
LISTED = 6

THREADS = 8

# What a timed step makes.
Made = TypeVar("Made")

# Kind and text of each query, with its median time in milliseconds.
Timed = list[tuple[str, float]]


def main() -> None:
    """Measure each corpus."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("corpora", nargs="*", default=["open_sample", "nyc"])
    asked.add_argument("--most", type=int, help="take only so many documents of each corpus")
    options = asked.parse_args()
    for name in options.corpora:
        with tempfile.TemporaryDirectory() as folder:
            measure(name, Path(folder), options.most)


def measure(name: str, folder: Path, most: int | None) -> None:
    """Print every figure of one corpus."""
    known = {document.id: (capture, document) for capture, document in islice(pages(name), most)}
    documents = [document for _, document in known.values()]
    queries = mixed_queries(documents)
    few = queries[:LISTED]
    print(f"\n{name}: {len(documents):,} documents, {len(queries)} queries", flush=True)
    archive = Archive.create(folder / "archive")
    run = archive.begin_run("benchmark", (name,))
    with archive.batch():
        for capture, document in known.values():
            archive.add(run, capture, document)
    del known
    made = folder / "archive" / "index"
    timed("Fonds", made, lambda: index.rebuild(archive), len(documents))
    opened = index.open_index(archive)
    searcher = Searcher(archive, opened)
    searcher.warm()
    alone = {"Fonds": latencies(engine_alone(opened), queries)}
    listed = {"Fonds": latencies(hits_listed(searcher), few)}
    for label, peer in (("plain Whoosh", plain_whoosh), ("SQLite FTS5", fts5)):
        at = folder / label
        make = partial(peer, documents, at)
        ask, show = timed(f"{label}, with its text", at, make, len(documents))
        alone[label], listed[label] = latencies(ask, queries), latencies(show, few)
    table("engines alone: ten ids, four facets", alone)
    table("lists of hits: documents and snippets too", listed)
    table(
        "over HTTP: GET /api/v1/search",
        {"Fonds": latencies(over_http(searcher, archive), queries, time.perf_counter)},
    )
    together(hits_listed(searcher), [text for _, text in queries])


def timed(label: str, folder: Path, make: Callable[[], Made], count: int) -> Made:
    """What was made, after telling how fast and how large."""
    started = time.process_time()
    made = make()
    seconds = time.process_time() - started
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{label:28}{count / seconds:8.0f} documents/s indexed{size / 1e6:9.1f} MB", flush=True)
    return made


def latencies(
    ask: Ask, queries: list[tuple[str, str]], clock: Callable[[], float] = time.process_time
) -> Timed:
    """The median of each query's rounds."""
    times: Timed = []
    for kind, text in queries:
        rounds = []
        for _ in range(ROUNDS):
            started = clock()
            ask(text)
            rounds.append((clock() - started) * 1000)
        times.append((kind, statistics.median(rounds)))
    return times


def table(heading: str, rows: dict[str, Timed]) -> None:
    """p50 and p95 with ratios to Fonds, then the median of each kind of query."""
    print(f"\n{heading}\n{'':14}{'p50 ms':>8}{'ratio':>7}{'p95 ms':>8}{'ratio':>7}", end="")
    print("".join(f"{kind:>15}" for kind in KINDS))
    ours = p50_p95(rows["Fonds"])
    for label, timed_queries in rows.items():
        p50, p95 = p50_p95(timed_queries)
        print(f"{label:14}{p50:8.1f}{p50 / ours[0]:7.1f}{p95:8.1f}{p95 / ours[1]:7.1f}", end="")
        medians = (statistics.median(ms for k, ms in timed_queries if k == kind) for kind in KINDS)
        print("".join(f"{median:15.1f}" for median in medians), flush=True)


def p50_p95(times: Timed) -> tuple[float, float]:
    """Median and 95th percentile, in milliseconds."""
    each = [ms for _, ms in times]
    return statistics.median(each), statistics.quantiles(each, n=20)[-1]


def engine_alone(engine: SearchEngine) -> Ask:
    """Parse and search: what the peers do in their first table."""

    def ask(text: str) -> int:
        return engine.search(Search(query.parse(text), facets=FACETS)).total

    return ask


def hits_listed(searcher: Searcher) -> Ask:
    """All that a list of hits shows: up to three passages of each document."""
    return lambda text: searcher.search(Query(text, facets=FACETS)).total


def over_http(searcher: Searcher, archive: Archive) -> Ask:
    """The real site on a free port, one connection a request."""
    from waitress.server import create_server

    from webui.app import create_app

    server = create_server(create_app(searcher, archive), host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    address = f"http://127.0.0.1:{server.effective_port}/api/v1/search"

    def ask(text: str) -> int:
        with urlopen(f"{address}?{urlencode({'q': text})}") as answer:
            return len(answer.read())

    return ask


def together(ask: Ask, texts: list[str]) -> None:
    """Searches a second from one thread and from several."""
    for threads in (1, THREADS):
        started = time.perf_counter()
        with ThreadPoolExecutor(threads) as pool:
            count = len(list(pool.map(ask, texts * ROUNDS)))
        rate = count / (time.perf_counter() - started)
        print(
            f"{'' if threads > 1 else chr(10)}{threads} threads: {rate:.0f} lists of hits a second"
        )


if __name__ == "__main__":
    main()
