"""An ingest that is killed, or whose disk is full, loses nothing that it said was safe."""

import os
import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import Archive
from tests.faults.ingests import PROCESSES, kept, take

# A few in every run; hundreds in the campaign (`make faults`).
KILLS = 4
LIMITS = 3
LONGEST_S = 1.5
ENDS_WITHIN_S = 120


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, object]]:
    """An archive that was taken in without any fault, and what is in it."""
    folder = tmp_path_factory.mktemp("whole")
    assert run(folder / "a", folder / "journal") == 0
    with Archive.open(folder / "a") as archive:
        yield folder / "a", kept(archive)


def run(folder: Path, journal: Path, most_bytes: int | None = None) -> int | None:
    process = PROCESSES.Process(target=take, args=(folder, journal, most_bytes))
    process.start()
    process.join(ENDS_WITHIN_S)
    return process.exitcode


def assert_safe(folder: Path, journal: Path) -> None:
    """Nothing is torn, nothing acknowledged is lost."""
    acknowledged = set(journal.read_text().split()) if journal.exists() else set()
    if not (folder / "archive.db").exists():
        assert not acknowledged
        return
    with Archive.open(folder, create=True) as archive:
        assert list(archive.verify()) == []
        assert acknowledged <= {document.id for _, document in archive.scan()}


def assert_goes_on(folder: Path, journal: Path, whole: object) -> None:
    """The same again ends with the archive that a run without faults makes."""
    assert run(folder, journal) == 0
    with Archive.open(folder) as archive:
        assert kept(archive) == whole
        assert list(archive.verify()) == []


def test_a_killed_ingest_loses_nothing_and_ends_as_one_that_ran_through(
    tmp_path: Path, whole: tuple[Path, object]
) -> None:
    chance, turn = random.Random(11), 0
    folder, journal = tmp_path / "0", tmp_path / "journal-0"
    for _ in range(KILLS):
        process = PROCESSES.Process(target=take, args=(folder, journal))
        process.start()
        time.sleep(chance.random() * LONGEST_S)
        process.kill()
        process.join()
        assert_safe(folder, journal)
        if process.exitcode == 0:  # it was done: begin with another archive
            turn += 1
            folder, journal = tmp_path / str(turn), tmp_path / f"journal-{turn}"
    assert_goes_on(folder, journal, whole[1])


def test_a_disk_that_is_full_at_any_moment_costs_nothing_that_was_safe(
    tmp_path: Path, whole: tuple[Path, object]
) -> None:
    largest = (whole[0] / "archive.db").stat().st_size
    ends = []
    for turn in range(LIMITS):
        folder, journal = tmp_path / str(turn), tmp_path / f"journal-{turn}"
        ends.append(run(folder, journal, 8_192 + largest * turn // LIMITS))
        assert ends[-1] in (0, 3), "the fault was told in no error of ours"
        assert_safe(folder, journal)
        assert_goes_on(folder, journal, whole[1])
        shutil.rmtree(folder)
    assert 3 in ends


def test_a_small_file_system_that_fills_up_says_so_and_is_mended_by_room(
    tmp_path: Path, whole: tuple[Path, object]
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small file system can be mounted by root alone, where the system lets it")
    try:
        folder, journal = disk / "a", tmp_path / "journal"
        assert run(folder, journal) == 3
        assert_safe(folder, journal)
        grow = ["mount", "-o", "remount,size=50m", str(disk)]
        subprocess.run(grow, check=True)
        assert_goes_on(folder, journal, whole[1])
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_two_ingests_at_once_take_every_page_once(
    tmp_path: Path, whole: tuple[Path, object]
) -> None:
    folder, journals = tmp_path / "a", (tmp_path / "one", tmp_path / "other")
    both = [PROCESSES.Process(target=take, args=(folder, journal)) for journal in journals]
    for process in both:
        process.start()
    for process in both:
        process.join(ENDS_WITHIN_S)
    assert [process.exitcode for process in both] == [0, 0]
    assert_safe(folder, journals[0])
    assert_safe(folder, journals[1])
    with Archive.open(folder) as archive, Archive.open(whole[0]) as one:
        assert {(d.id, d.digest) for _, d in archive.scan()} == {
            (d.id, d.digest) for _, d in one.scan()
        }
        assert all(len(archive.history(d.id)) == 1 for _, d in archive.scan())
