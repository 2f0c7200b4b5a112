"""A writer that is killed at any moment leaves the last commit searchable; the next one goes on."""

import multiprocessing
import random
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from archive import Archive
from indexer.engines import ENGINES
from indexer.index import catch_up, generations_of, open_index, opened, rebuild
from tests.engine_contract.documents import messy_page
from tests.faults.archives import messy_archive, store
from tests.faults.checking import assert_answers_as_the_archive
from tests.faults.duration import long_or

KILLS = long_or(10, 200)  # for each engine
LONGEST_S = 0.4
STARTS_WITHIN_S = 60

# Its server imports all once, so that each writer starts at once, and in a process without threads.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])


def write_for_ever(folder: Path, seed: int, begun: Event) -> None:
    """Store and index pages; now and then make the whole index anew."""
    chance = random.Random(seed)
    with Archive.open(folder) as archive:
        engine = open_index(archive)
        begun.set()
        while True:
            names = [f"p{chance.randrange(200)}" for _ in range(chance.choice((1, 3, 10)))]
            store(archive, (messy_page(chance, name) for name in names))
            catch_up(archive, engine)
            if chance.random() < 0.05:
                rebuild(archive)


@pytest.mark.parametrize("name", list(ENGINES))
def test_a_killed_writer_leaves_an_index_that_is_whole(tmp_path: Path, name: str) -> None:
    folder, chance = tmp_path / "archive", random.Random(3)
    with messy_archive(folder, seed=3, pages=20) as archive:
        rebuild(archive, name)
    reached = 0
    for kill in range(KILLS):
        begun = PROCESSES.Event()
        writer = PROCESSES.Process(target=write_for_ever, args=(folder, kill, begun))
        writer.start()
        assert begun.wait(STARTS_WITHIN_S)
        time.sleep(chance.random() * LONGEST_S)
        writer.kill()
        writer.join()
        with Archive.open(folder) as archive:
            left = opened(generations_of(archive))
            assert left is not None, "the last commit is gone"
            left.check()
            assert reached <= left.reached() <= archive.sequence()
            left.close()
            engine = open_index(archive)
            reached = engine.reached()
            assert reached == archive.sequence()
            assert_answers_as_the_archive(archive, engine, seed=kill)
            engine.close()
    assert reached > 2 * KILLS, "the writers should have come to write"
