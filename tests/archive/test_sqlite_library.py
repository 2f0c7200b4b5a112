"""Which SQLite an archive is kept with, and what is to be known of it."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from archive import Archive
from archive.store import sqlite_library

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("version", "has_fault"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 4), False),
    ],
)
def test_versions_with_the_fault_are_known(version: tuple[int, ...], has_fault: bool) -> None:
    assert sqlite_library.has_reset_fault(version) == has_fault


def test_a_version_without_it_needs_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_library.DRIVER, "sqlite_version_info", (3, 53, 4))
    assert sqlite_library.reset_fault() is None
    monkeypatch.setattr(sqlite_library.DRIVER, "sqlite_version_info", (3, 40, 1))
    assert "fonds[sqlite]" in str(sqlite_library.reset_fault())


def test_every_connection_is_of_one_library(archive: Archive) -> None:
    with archive._database.reading() as connection:
        used = connection.exec_driver_sql("SELECT sqlite_version()").scalar()
    assert used == sqlite_library.DRIVER.sqlite_version


@pytest.mark.skipif(find_spec("pysqlite3") is None, reason="pysqlite3 is not installed")
def test_pysqlite3_is_taken_where_it_is_installed() -> None:
    code = "from archive.store.sqlite_library import DRIVER; print(DRIVER.__name__)"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert said.stdout.strip() == b"pysqlite3.dbapi2"
