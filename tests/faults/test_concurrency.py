"""Readers while a writer commits: no error, counts that never go back, answers of one commit."""

import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from archive import Archive
from indexer.engine import Search
from indexer.engines import ENGINES
from indexer.index import catch_up
from indexer.query.nodes import Word
from indexer.search import Query, Searcher
from tests.engine_contract.documents import messy_page
from tests.faults.archives import open_with, store
from tests.faults.duration import long_or

ROOT = Path(__file__).parents[2]
SECONDS = long_or(6, 180)
THREADS = 3
MOST_PAGES = 3_000

POLICE = Word("police", (0, 6))

# Reads in a process of its own until it is told to stop, and prints what went wrong.
READER = """
import sys
from pathlib import Path
from archive import Archive
from indexer.index import open_index
from tests.faults.test_concurrency import watch
with Archive.open(Path(sys.argv[1])) as archive:
    engine = open_index(archive)
    print("ready", flush=True)
    rounds = watch(engine, Path(sys.argv[2]).exists)
    print("rounds", rounds, flush=True)
"""


def watch(engine, done: Callable[[], bool]) -> int:
    """Search on until done; every answer must be of one commit, none older than the one before."""
    rounds = last = reached = 0
    while not done():
        at = engine.reached()
        total = engine.search(Search(limit=0)).total
        assert at >= reached, "the index went back"
        assert total >= last, "the count went back"
        reached, last = at, total
        found = engine.search(Search(POLICE, facets=("language",), limit=1000, histogram=True))
        (languages,) = found.facets
        assert len(found.matches) == min(found.total, 1000)
        assert len({match.id for match in found.matches}) == len(found.matches)
        assert sum(row.count for row in languages.values) + languages.missing >= found.total
        dated = found.histogram
        assert dated is not None
        in_months = sum(month.count for month in dated.months)
        assert in_months + dated.uncertain + dated.undated == found.total
        rounds += 1
    return rounds


@pytest.mark.parametrize("name", list(ENGINES))
def test_readers_go_on_while_a_writer_commits(tmp_path: Path, name: str) -> None:
    stop = tmp_path / "stop"
    with Archive.create(tmp_path / "archive") as archive:
        chance = random.Random(5)
        store(archive, (messy_page(chance, f"p{n}") for n in range(30)))
        serving = open_with(archive, name, wait=False)
        searcher = Searcher(archive, serving)
        failures: list[BaseException] = []
        rounds: list[int] = []

        def read() -> None:
            try:
                rounds.append(watch(serving, stop.exists))
            except BaseException as error:
                failures.append(error)

        def search_whole() -> None:
            try:
                while not stop.exists():
                    found = searcher.search(Query("police OR the", help=False, facets=("year",)))
                    assert len(found.hits) == min(10, found.total)
            except BaseException as error:
                failures.append(error)

        threads = [threading.Thread(target=read) for _ in range(THREADS)]
        threads.append(threading.Thread(target=search_whole))
        process = subprocess.Popen(
            [sys.executable, "-c", READER, str(tmp_path / "archive"), str(stop)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        for thread in threads:
            thread.start()
        commits = write_for(archive, serving, chance, SECONDS)
        stop.touch()
        for thread in threads:
            thread.join()
        told, wrong = process.communicate(timeout=60)
        assert not failures
        assert process.returncode == 0, wrong
        assert commits > 3
        assert min(rounds) > 3
        assert told.startswith("rounds")
        serving.check()
        assert serving.search(Search(limit=0)).total == archive.stats().documents
        serving.close()


def write_for(archive: Archive, engine, chance: random.Random, seconds: float) -> int:
    """Store and index pages, some anew and some again; return how many commits that was."""
    began, commits, number = time.monotonic(), 0, 0
    while time.monotonic() - began < seconds:
        count = chance.choice((1, 2, 10))
        first = max(0, number - count // 2)
        names = (f"n{n % MOST_PAGES}" for n in range(first, first + count))
        number = first + count
        store(archive, (messy_page(chance, name) for name in names))
        catch_up(archive, engine)
        commits += 1
    return commits
