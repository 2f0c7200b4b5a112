"""Faceted searches: Fonds on each of its engines beside its peers, on the same pages.

    python -m benchmarks.search [CORPUS ...] [--most N] [--cache DIR] [--http]

200 queries of eight kinds in turn (benchmarks/search_queries.py) go to each: ten hits and the
counts of four facets. Two tables: engines alone (ids and counts), and lists of hits (documents and
passages too). A query's time is the median of its rounds, in processor time of this process, which
other work on the machine disturbs least; `--wall` takes the clock's, for an idle machine. A slow
peer is asked a sample, each kind alike, once; its row tells how many.
"""

import argparse
import hashlib
import pickle
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from archive import Archive
from benchmarks.corpora import LARGE, captured, documents
from benchmarks.search_fonds import Fonds, build_archive, on_engine
from benchmarks.search_http import measure_http
from benchmarks.search_peers import PEERS, Peer
from benchmarks.search_queries import KINDS, Asked, mixed_queries
from benchmarks.timing import Clock, Summary, latencies, ratios, summed_up, table
from indexer.engines import ENGINES

CONNECTIONS = (1, 8)
BUILT = "built"  # a file that says that an index of the cache is whole


def main() -> None:
    """Build or find the indexes, then measure."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("corpora", nargs="*", default=list(LARGE))
    asked.add_argument("--most", type=int, help="take only so many documents of each corpus")
    asked.add_argument("--cache", type=Path, help="keep the indexes here for the next run")
    asked.add_argument("--engines", nargs="*", default=list(ENGINES), help="of Fonds")
    asked.add_argument("--peers", nargs="*", default=[peer.name for peer in PEERS])
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--sample", type=int, default=3, help="of each kind for slow peers")
    asked.add_argument("--http", action="store_true", help="ask `fonds serve` too")
    asked.add_argument("--wall", action="store_true", help="the clock's time, not the processor's")
    options = asked.parse_args()
    if options.cache:
        run(options, options.cache)
    else:
        with tempfile.TemporaryDirectory() as folder:
            run(options, Path(folder))


def run(options: argparse.Namespace, cache: Path) -> None:
    """Everything, with indexes in a folder."""
    corpus = Corpus(options.corpora, options.most, cache)
    queries = corpus.queries()
    print(f"{corpus.count():,} documents of {', '.join(options.corpora)}; {len(queries)} queries")
    clock = time.perf_counter if options.wall else time.process_time
    peers = [peer for peer in PEERS if peer.name in options.peers]
    counted: dict[str, Summary] = {}
    listed: dict[str, Summary] = {}
    for name in options.engines:
        fonds = Fonds(corpus.on_engine(name))
        counted[f"Fonds on {name}"] = timed(fonds.counted, queries, options.rounds, clock)
        listed[f"Fonds on {name}"] = timed(fonds.listed, queries, options.rounds, clock)
        fonds.close()
    ours = dict(counted), dict(listed)
    for peer in peers:
        few, rounds = (
            (sample(queries, options.sample), 1) if peer.slow else (queries, options.rounds)
        )
        label = f"{peer.name} ({len(few)})" if peer.slow else peer.name
        ask = peer.open(corpus.of_peer(peer))
        counted[label] = timed(partial(asking, ask, False), few, rounds, clock)
        if peer.shows:
            shown = sample(queries, 1) if peer.slow else few
            label = f"{peer.name} ({len(shown)})" if peer.slow else peer.name
            listed[label] = timed(partial(asking, ask, True), shown, rounds, clock)
    unit = "ms on the wall" if options.wall else "ms of processor time"
    table(f"engines alone: ten ids and four facets, {unit}", counted)
    ratios(ours[0], {name: row for name, row in counted.items() if name not in ours[0]})
    table(f"lists of hits: documents and passages besides, {unit}", listed)
    alone = {f"{name}, alone": row for name, row in counted.items() if name.startswith("bare")}
    ratios(ours[1], alone | {name: row for name, row in listed.items() if name not in ours[1]})
    if options.http:
        over_http(corpus, options.engines, queries)


def asking(ask: Callable[[Asked, bool], int], show: bool, asked: Asked) -> int:
    """A peer's ask with the query last."""
    return ask(asked, show)


def timed(
    ask: Callable[[Asked], int], queries: Sequence[Asked], rounds: int, clock: Clock
) -> Summary:
    """The times of a mix."""
    return summed_up(latencies(ask, queries, rounds, clock))


def sample(queries: Sequence[Asked], each: int) -> list[Asked]:
    """The first so many of each kind."""
    return [q for kind in KINDS for q in [q for q in queries if q.kind == kind][:each]]


def over_http(corpus: "Corpus", engines: Sequence[str], queries: Sequence[Asked]) -> None:
    """GET /api/v1/search of the real site."""
    print("\nover HTTP: GET /api/v1/search of `fonds serve`, on the wall")
    for name in engines:
        archive = corpus.on_engine(name)
        fonds = Fonds(archive)
        ours = timed(fonds.listed, queries, 2, time.perf_counter)
        fonds.close()
        measure_http(archive, name, queries, CONNECTIONS, ours.p50)


class Corpus:
    """Some corpora, and all that is made of them: kept in a folder, made once."""

    def __init__(self, names: Sequence[str], most: int | None, cache: Path) -> None:
        self._names, self._most = names, most
        key = hashlib.sha256(repr((sorted(names), most)).encode()).hexdigest()[:8]
        self._folder = cache / f"{'-'.join(names)}-{most or 'all'}-{key}"
        self._folder.mkdir(parents=True, exist_ok=True)

    def archive(self) -> Path:
        """The archive of the pages."""
        pages = partial(captured, self._names, self._most)
        return self._made("archive", lambda folder: build_archive(folder, pages()))

    def on_engine(self, name: str) -> Path:
        """The archive with the index of one of our engines."""
        return self._made(f"archive-{name}", partial(on_engine, self.archive(), name))

    def of_peer(self, peer: Peer) -> Path:
        """The index of a peer."""
        pages = partial(documents, self._names, self._most)
        return self._made(peer.name, lambda folder: peer.build(pages(), folder))

    def count(self) -> int:
        """How many documents there are."""
        with Archive.open(self.archive()) as archive:
            return archive.stats().documents

    def queries(self) -> list[Asked]:
        """The mix of queries."""
        kept = self._folder / "queries"
        if not kept.exists():
            made = mixed_queries(documents(self._names, self._most))
            kept.write_bytes(pickle.dumps(made))
        queries: list[Asked] = pickle.loads(kept.read_bytes())
        return queries

    def _made(self, name: str, build: Callable[[Path], None]) -> Path:
        folder = self._folder / name
        whole = self._folder / f"{name}.{BUILT}"
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)
            started = time.perf_counter()
            build(folder)
            whole.touch()
            print(f"built: {name}, {time.perf_counter() - started:.0f} s", flush=True)
        return folder


if __name__ == "__main__":
    main()
