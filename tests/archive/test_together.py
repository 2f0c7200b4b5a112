"""Several threads and processes at one archive."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from archive import Archive
from archive.errors import ArchiveBusy
from tests.archive.pages import capture, described


def add(archive, run, n):
    page = capture(f"page {n}".encode(), url=f"https://{n}.example")
    return archive.add(run, page, described(page))


@pytest.fixture
def hasty(folder, archive):
    """The archive, opened once more by someone who waits 0.2 s for another writer."""
    (folder / "fonds.toml").write_text("write_wait_s = 0.2")
    with Archive.open(folder) as other:
        yield other


def test_a_writer_that_waits_in_vain_is_told_that_another_writes(archive, run, hasty):
    with archive.batch():
        add(archive, run, 1)
        began = time.monotonic()
        with pytest.raises(ArchiveBusy, match="another process is writing"):
            add(hasty, run, 2)
        assert 0.1 < time.monotonic() - began < 2
    assert add(hasty, run, 2) == "new"


def test_a_writer_waits_for_another_that_ends(archive, run, folder):
    with Archive.open(folder) as other, ThreadPoolExecutor(1) as pool:
        with archive.batch():
            add(archive, run, 1)
            waiting = pool.submit(add, other, run, 2)
            time.sleep(0.1)
            assert not waiting.done()
        assert waiting.result(timeout=5) == "new"
    assert [number for number, _ in archive.scan()] == [1, 2]


def test_readers_neither_wait_for_a_writer_nor_see_what_it_has_not_committed(archive, run, hasty):
    add(archive, run, 1)
    with archive.batch(), ThreadPoolExecutor(1) as pool:
        add(archive, run, 2)
        assert archive.stats().documents == 2
        began = time.monotonic()
        assert pool.submit(archive.stats).result().documents == 1
        assert hasty.sequence() == 1
        assert time.monotonic() - began < 1
    assert hasty.sequence() == 2


def test_many_threads_read_while_one_writes(archive, run):
    stop = threading.Event()

    def read():
        last = 0
        while not stop.is_set():
            seen = [document.digest for _, document in archive.scan()]
            assert len(seen) >= last
            last = len(seen)
        return last

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(read) for _ in range(4)]
        for n in range(20):
            with archive.batch():
                for k in range(5):
                    add(archive, run, n * 5 + k)
        stop.set()
        assert all(0 < reader.result() <= 100 for reader in readers)
    assert archive.stats().documents == 100


def test_many_threads_may_write_in_turn(archive, run):
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(lambda n: add(archive, run, n % 10), range(20)))
    assert sorted(outcomes) == ["new"] * 10 + ["same"] * 10
    assert archive.sequence() == 10
    assert archive.finish_run(run).same == 10


def test_an_open_scan_keeps_no_writer_waiting(archive, run, hasty):
    add(archive, run, 1)
    scanning = archive.scan()
    next(scanning)
    assert add(hasty, run, 2) == "new"
    assert [document.url for _, document in scanning] == ["https://2.example"]
