import sqlite3

import pytest

from archive import Archive
from archive.errors import ArchiveDamaged
from tests.archive.pages import capture, described


@pytest.fixture
def page(archive, run):
    page = capture(b"the page " * 100)
    archive.add(run, page, described(page))
    return page


def harm(folder, *statements):
    with sqlite3.connect(folder / "archive.db") as harmed:
        harmed.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            harmed.execute(statement)
    harmed.close()


def test_a_sound_archive_has_no_fault(archive, page):
    assert list(archive.verify()) == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE bodies SET packed = x'00'", "do not unpack"),
        ("UPDATE bodies SET packed = substr(packed, 1, length(packed) - 3)", "do not unpack"),
        ("UPDATE bodies SET bytes_count = 10", "(10 bytes) are 900 bytes"),
        ("UPDATE captures SET document_id = 'x'", "belongs to no document"),
        ("UPDATE captures SET document_id = 'x'", "described from a capture of another"),
        ("DELETE FROM bodies", "has no body"),
        ("DELETE FROM bodies", "refers to bodies in vain"),
        ("DELETE FROM removed_lines WHERE position = 1", "not as many lines"),
        ("DELETE FROM captures", "belongs to no capture"),
        ("DELETE FROM captures", "refers to captures in vain"),
    ],
)
def test_each_harm_is_found_and_named_with_its_mend(archive, page, folder, statement, told):
    harm(folder, statement)
    faults = list(archive.verify())
    assert [fault for fault in faults if told in fault.what]
    assert all(fault.where and fault.mend for fault in faults)


def test_bytes_that_were_exchanged_are_found_by_their_digest(archive, page, run, folder):
    other = capture(b"another " * 100, url="https://b.example")
    archive.add(run, other, described(other))
    harm(
        folder,
        f"UPDATE bodies SET (packed, bytes_count) = (SELECT packed, bytes_count FROM bodies"
        f" WHERE digest = '{other.digest}') WHERE digest = '{page.digest}'",
    )
    (fault,) = archive.verify()
    assert fault.where == page.digest
    with pytest.raises(ArchiveDamaged, match=other.digest):
        archive.original(page.document_id)


def test_a_file_with_rotten_pages_is_told_and_the_check_goes_on(archive, page, folder):
    archive.close()
    path = folder / "archive.db"
    whole = path.read_bytes()
    size = 4096
    path.write_bytes(whole[:size] + b"\xff" * (len(whole) - 3 * size) + whole[-2 * size :])
    with pytest.raises(ArchiveDamaged), Archive.open(folder) as rotten:
        rotten.get(page.document_id)
