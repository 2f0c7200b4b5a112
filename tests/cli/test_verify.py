"""`fonds verify` on an archive that something happened to."""

import shutil
import sqlite3
from pathlib import Path

import pytest


@pytest.fixture
def copy(archive: Path, tmp_path: Path) -> Path:
    """An archive of this test's own, to be damaged."""
    return Path(shutil.copytree(archive, tmp_path / "copy"))


def test_a_damaged_index_is_told_and_made_anew(fonds, copy):
    assert fonds("--archive", copy, "search", "police").status == 0
    largest = max((copy / "index").glob("*/*"), key=lambda file: file.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:50])
    first, second = fonds("--archive", copy, "verify"), fonds("--archive", copy, "verify")
    assert first.status == 1
    assert "made anew from the archive" in first.out
    assert second.status == 0, second.out


def test_a_deleted_index_is_no_fault(fonds, copy):
    shutil.rmtree(copy / "index", ignore_errors=True)
    assert fonds("--archive", copy, "verify").status == 0


def test_a_damaged_database_is_told_with_its_mend(fonds, copy):
    database = copy / "archive.db"
    content = bytearray(database.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 9_000] = bytes(9_000)
    database.write_bytes(content)
    ran = fonds("--archive", copy, "verify")
    assert ran.status == 1
    assert "Traceback" not in ran.err
    assert "estore a backup" in ran.out + ran.err


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ("UPDATE documents SET text = replace(text, 'clinics', 'prisons')", "not what was stored"),
        ("UPDATE documents SET earliest = '1999-01-01' WHERE earliest IS NOT NULL", "facts"),
        ("UPDATE documents SET authors = '[\"Somebody\"]'", "not what was stored"),
        ("UPDATE removed_lines SET text = 'Buy our paper'", "The ledger of"),
        ("UPDATE documents SET title = CAST(x'e24142ff' AS TEXT)", "the documents and ledgers"),
    ],
)
def test_what_is_stored_of_a_page_is_held_against_its_seal(fonds, copy, changed, says):
    with sqlite3.connect(copy / "archive.db") as database:
        database.execute(changed)
    database.close()
    ran = fonds("--archive", copy, "verify")
    assert ran.status == 1
    assert says in ran.out
    assert "estore a backup" in ran.out


def test_a_database_that_was_cut_off_is_told_with_its_mend(fonds, copy):
    database = copy / "archive.db"
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])
    ran = fonds("--archive", copy, "verify")
    assert ran.status == 1
    assert "Restore a backup" in ran.out
    assert "fonds verify" not in ran.out + ran.err
