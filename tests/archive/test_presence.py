"""An archive whose folder or file is gone, or another one, since it was opened."""

import shutil
from pathlib import Path

import pytest

from archive import Archive
from archive.errors import ArchiveGone
from tests.archive.pages import capture, described


@pytest.fixture
def opened(tmp_path: Path):
    with Archive.create(tmp_path / "archive") as archive:
        page = capture()
        archive.add(archive.begin_run("test", ()), page, described(page))
        yield archive


def asked_and_written(archive: Archive) -> None:
    """Both ways into a database, of which each must say what is the matter."""
    for use in (archive.stats, lambda: archive.begin_run("test", ())):
        with pytest.raises(ArchiveGone, match=r"archive\.db") as told:
            use()
        assert "SELECT" not in str(told.value)


def test_nothing_is_made_where_the_folder_was(opened: Archive) -> None:
    shutil.rmtree(opened.folder)
    asked_and_written(opened)
    with pytest.raises(ArchiveGone):
        opened.backup(opened.folder.parent / "backup")
    assert list(opened.folder.parent.iterdir()) == []


def test_a_folder_that_is_put_back_is_read_again(opened: Archive) -> None:
    away = opened.folder.rename(opened.folder.with_name("away"))
    asked_and_written(opened)
    away.rename(opened.folder)
    assert opened.stats().documents == 1


def test_a_database_that_is_removed_is_not_made_anew(opened: Archive) -> None:
    for file in opened.folder.glob("archive.db*"):
        file.unlink()
    asked_and_written(opened)
    assert not list(opened.folder.glob("archive.db*"))


def test_another_file_in_its_place_is_neither_read_nor_written(opened: Archive) -> None:
    with Archive.create(opened.folder.parent / "other") as other:
        other.begin_run("theirs", ())
    for file in opened.folder.glob("archive.db*"):
        file.unlink()
    shutil.copy(opened.folder.parent / "other" / "archive.db", opened.folder)
    asked_and_written(opened)
    with Archive.open(opened.folder) as again:
        assert [run.command for run in again.runs()] == ["theirs"]
