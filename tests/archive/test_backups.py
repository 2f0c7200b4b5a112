"""A backup holds everything, of one moment; what is not whole is never restored."""

import io
import tarfile
import threading
from pathlib import Path

import pytest
import zstandard

from archive import Archive
from archive.backups import restore
from archive.errors import ArchiveDamaged, ArchiveExists, ArchiveUnwritable, BadBackup
from tests.archive.pages import capture, described


@pytest.fixture
def archive(tmp_path):
    """An archive of three pages, with a file of the archivist's own and one in a folder."""
    folder = tmp_path / "archive"
    with Archive.create(folder) as opened:
        add(opened, range(3))
        (folder / "sources.toml").write_text("# none yet\n", "utf-8")
        (folder / "captures").mkdir()
        (folder / "captures" / "été.warc").write_bytes(b"\0\1WARC")
        (folder / "index").mkdir()
        (folder / "index" / "large").write_bytes(b"x" * 1000)
        yield opened


def add(archive: Archive, numbers) -> None:
    run = archive.begin_run("test", [])
    for number in numbers:
        taken = capture(f"<p>Page {number} of the ferry company.</p>".encode(), None)
        archive.add(run, taken, described(taken))
    archive.finish_run(run)


def everything(archive: Archive) -> dict[str, tuple]:
    return {
        one.id: (one, archive.history(one.id), archive.original(one.id).body)
        for _, one in archive.scan()
    }


def test_what_is_restored_is_what_was_backed_up(archive, tmp_path):
    made = archive.backup(tmp_path / "b.tar.zst")
    assert (made.documents, made.captures, made.left_out) == (3, 3, ())
    restored = restore(tmp_path / "b.tar.zst", tmp_path / "again")
    assert restored == made
    with Archive.open(tmp_path / "again") as again:
        assert everything(again) == everything(archive)
        assert again.runs() == archive.runs()
        assert not [*again.verify()]
    assert (tmp_path / "again" / "captures" / "été.warc").read_bytes() == b"\0\1WARC"
    assert (tmp_path / "again" / "sources.toml").read_text("utf-8") == "# none yet\n"
    assert not (tmp_path / "again" / "index").exists()


def test_a_backup_is_of_one_moment_while_another_thread_writes(archive, tmp_path):
    stop = threading.Event()

    def writing():
        number = 100
        while not stop.is_set():
            add(archive, [number])
            number += 1

    thread = threading.Thread(target=writing)
    thread.start()
    try:
        made = [archive.backup(tmp_path / f"{turn}.tar.zst") for turn in range(3)]
    finally:
        stop.set()
        thread.join()
    for turn, backup in enumerate(made):
        restore(tmp_path / f"{turn}.tar.zst", tmp_path / f"again-{turn}")
        with Archive.open(tmp_path / f"again-{turn}") as again:
            assert again.stats().documents == backup.documents
            assert again.sequence() == backup.sequence
            assert not [*again.verify()]


def test_a_file_that_is_there_is_replaced_only_when_asked(archive, tmp_path):
    (tmp_path / "b").write_text("dear letters")
    with pytest.raises(ArchiveExists, match="--replace"):
        archive.backup(tmp_path / "b")
    assert (tmp_path / "b").read_text() == "dear letters"
    archive.backup(tmp_path / "b", over=True)
    assert restore(tmp_path / "b", tmp_path / "again").documents == 3


def test_an_archive_is_never_overwritten(archive, tmp_path):
    archive.backup(tmp_path / "b")
    with pytest.raises(ArchiveExists, match="not empty"):
        restore(tmp_path / "b", archive.folder)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert restore(tmp_path / "b", empty).documents == 3


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9, 0.999])
def test_a_backup_that_was_cut_off_is_told_and_leaves_nothing(archive, tmp_path, share):
    archive.backup(tmp_path / "b")
    body = (tmp_path / "b").read_bytes()
    (tmp_path / "b").write_bytes(body[: int(len(body) * share)])
    assert_nothing_restored(tmp_path, "whole backup|breaks off")


def test_a_backup_with_a_changed_byte_is_told_and_leaves_nothing(archive, tmp_path):
    archive.backup(tmp_path / "b")
    body = bytearray((tmp_path / "b").read_bytes())
    for place in range(20, len(body), len(body) // 40):
        changed = bytearray(body)
        changed[place] ^= 0xFF
        (tmp_path / "b").write_bytes(changed)
        assert_nothing_restored(tmp_path, "backup")


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside", "a/../../outside", "c:/outside"])
def test_a_member_that_would_leave_the_folder_is_not_written(tmp_path, name):
    body = io.BytesIO()
    with tarfile.open(fileobj=body, mode="w") as tar:
        member = tarfile.TarInfo(name)
        member.size = 4
        tar.addfile(member, io.BytesIO(b"evil"))
    (tmp_path / "b").write_bytes(zstandard.compress(body.getvalue()))
    assert_nothing_restored(tmp_path, "which no backup of Fonds has there")


def assert_nothing_restored(tmp_path: Path, message: str) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BadBackup, match=message):
        restore(tmp_path / "b", tmp_path / "again")
    assert sorted(tmp_path.iterdir()) == before


def test_links_are_left_out_and_told(archive, tmp_path):
    (archive.folder / "elsewhere").symlink_to(tmp_path)
    (archive.folder / "gone").symlink_to(tmp_path / "nowhere")
    made = archive.backup(tmp_path / "b")
    assert made.left_out == ("elsewhere", "gone")


def test_no_backup_is_made_of_a_damaged_archive_and_the_last_one_stays(archive, tmp_path):
    archive.backup(tmp_path / "b")
    whole = (tmp_path / "b").read_bytes()
    with archive._database.writing() as writing:
        writing.connection.exec_driver_sql("UPDATE bodies SET packed = x'00' WHERE 1")
    with pytest.raises(ArchiveDamaged, match="No backup is made"):
        archive.backup(tmp_path / "b", over=True)
    assert (tmp_path / "b").read_bytes() == whole
    assert not list(tmp_path.glob("*.part"))


def test_a_place_that_cannot_be_written_is_told(archive, tmp_path):
    with pytest.raises(ArchiveUnwritable):
        archive.backup(tmp_path / "nowhere" / "b")
    with pytest.raises(ArchiveUnwritable, match="No such file"):
        restore(tmp_path / "nothing", tmp_path / "again")
