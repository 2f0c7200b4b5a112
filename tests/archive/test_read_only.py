"""An archive on a read-only medium is read, and says so when it is to be written."""

import shutil

import pytest

from archive import Archive
from archive.errors import ArchiveUnwritable
from tests.archive.pages import capture, described
from tests.archive.read_only import read_only


def test_an_archive_that_may_not_be_written_is_read(archive, folder, run):
    page = capture()
    archive.add(run, page, described(page))
    archive.close()
    with read_only(folder), Archive.open(folder) as opened:
        assert opened.stats().documents == 1
        assert not list(opened.verify())
        assert [document.id for _, document in opened.scan()] == [page.document_id]


def test_it_says_that_it_may_not_be_written(archive, folder):
    archive.close()
    with read_only(folder), Archive.open(folder) as opened, pytest.raises(ArchiveUnwritable):
        opened.begin_run("test", ())


def test_changes_that_stand_in_its_log_only_are_read_or_told(archive, folder, run, tmp_path):
    """Copied while it was open: without the log, the copy would lack what was stored last."""
    page = capture()
    archive.add(run, page, described(page))
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    assert (copy / "archive.db-wal").stat().st_size
    with read_only(copy), Archive.open(copy) as opened:
        assert opened.stats().documents == 1
    (copy / "archive.db-shm").unlink()
    with read_only(copy), pytest.raises(ArchiveUnwritable, match="copy the archive"):
        Archive.open(copy)


def test_an_older_archive_whose_files_others_may_read_is_read_as_it_is(archive, folder):
    archive.close()
    (folder / "archive.db").chmod(0o644)
    with read_only(folder), Archive.open(folder) as opened:
        assert opened.stats().documents == 0
