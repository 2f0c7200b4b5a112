"""The site under load: many readers at once, one process beside several; and clients that hold on.

    python -m benchmarks.site_load [CORPUS ...] [--most N] [--cache DIR] [--engine NAME]
                                   [--runs 5] [--seconds 4] [--workers N]

The first table asks a mix of pages (results, with facets and without, the front page, documents,
the API, the feed) from `fonds serve` with one process and with several, by turns, over 1, 8, 32
and 128 connections that stay open; the client runs beside the server. Given are the middle, least
and most of the runs, and the ratios. The second table lets clients hold on: 1,000 idle connections,
128 readers that take a few bytes a second, eight exports that are never read; meanwhile a page is
asked for again and again, and the slowest answer is given.
"""

import argparse
import os
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

from archive import Archive
from benchmarks.corpora import LARGE
from benchmarks.search import Corpus
from benchmarks.search_http import serving
from benchmarks.site_clients import Measured, crowd, load

CONNECTIONS = (1, 8, 32, 128)
DOCUMENTS = 20


def main() -> None:
    """Build or find the archive, then measure."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("corpora", nargs="*", default=list(LARGE))
    asked.add_argument("--most", type=int, help="take only so many documents of each corpus")
    asked.add_argument("--cache", type=Path, help="keep the archive here for the next run")
    asked.add_argument("--engine", default="whoosh")
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--seconds", type=float, default=4.0, help="of each run")
    asked.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(options.corpora, options.most, options.cache or Path(folder))
        archive = corpus.on_engine(options.engine)
        load_1 = os.getloadavg()[0]
        print(
            f"{corpus.count():,} documents of {', '.join(options.corpora)}; {options.engine}; "
            f"{len(os.sched_getaffinity(0))} processors, load {load_1:.1f} before"
        )
        paths = paths_of(archive, [each.text for each in corpus.queries()])
        compare(archive, paths, options.workers, options.runs, options.seconds)
        hold_on(archive, paths, options.workers)


def paths_of(folder: Path, queries: Sequence[str]) -> list[str]:
    """A mix as readers ask for it: mostly results, then documents, some of the rest."""
    with Archive.open(folder) as archive:
        ids = [id for id, _ in archive.titles(DOCUMENTS)]
    searches = [urlencode({"q": text}) for text in queries]
    pages = [f"/en/?{each}" for each in searches] + [f"/fr/?{each}" for each in searches[::4]]
    pages += [f"/api/v1/search?{each}" for each in searches[::3]]
    pages += [f"/en/doc/{id}" for id in ids] * 2 + ["/en/", "/feed.atom", "/en/methods"] * 2
    step = 37  # kinds by turns, always in the same order
    return [pages[(place * step) % len(pages)] for place in range(len(pages))]


def compare(archive: Path, paths: Sequence[str], workers: int, runs: int, seconds: float) -> None:
    """Print requests a second, p50 and p99 of both, and their ratios."""
    found: dict[tuple[int, int], list[Measured]] = {}
    for _ in range(runs):
        for count in (1, workers):
            with serving(archive, "--workers", str(count)) as address:
                load(address, paths, 2 * count, seconds / 2)  # warm
                for connections in CONNECTIONS:
                    measured = load(address, paths, connections, seconds)
                    found.setdefault((count, connections), []).append(measured)
    for connections in CONNECTIONS:
        one, many = found[1, connections], found[workers, connections]
        for count, measured in ((1, one), (workers, many)):
            processes = f"{count} process{'es' if count > 1 else '  '}"
            print(f"{processes} {connections:4} connections  {line(measured)}")
        faster = middle([m.per_second for m in many]) / middle([m.per_second for m in one])
        slower = middle([m.p99_ms for m in many]) / middle([m.p99_ms for m in one])
        print(f"    ratio   {connections:4}: {faster:.2f} x the requests, {slower:.2f} x the p99")


def line(measured: Sequence[Measured]) -> str:
    """The middle of the runs, and their least and most."""
    rates = [each.per_second for each in measured]
    p50, p99 = [each.p50_ms for each in measured], [each.p99_ms for each in measured]
    shed = sum(each.refused for each in measured)
    return (
        f"{middle(rates):7.1f} requests/s ({min(rates):.0f}-{max(rates):.0f})"
        f"{middle(p50):8.1f} ms p50{middle(p99):8.1f} ms p99 ({min(p99):.0f}-{max(p99):.0f})"
        f"{shed:6} answered 503"
    )


def middle(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def hold_on(archive: Path, paths: Sequence[str], workers: int) -> None:
    """Print how long others wait while clients hold on to what they can get."""
    with serving(archive, "--workers", str(workers)) as address:
        load(address, paths, 2, 2.0)
        for name, waited_ms in crowd(address, paths[0]):
            print(f"{name:60}{waited_ms:8.0f} ms at most for others")


if __name__ == "__main__":
    main()
