import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from archive import Archive
from archive.errors import ArchiveDamaged, ArchiveExists, ArchiveUnwritable, NoArchive
from tests.archive.pages import capture, described

ROOT = Path(__file__).resolve().parents[2]


def test_where_there_is_no_archive_the_error_tells_how_to_make_one(tmp_path):
    with pytest.raises(NoArchive, match="fonds ingest PATH"):
        Archive.open(tmp_path / "absent")
    assert not (tmp_path / "absent").exists()


def test_an_archive_can_be_made_by_opening_it(tmp_path):
    with Archive.open(tmp_path / "a" / "b", create=True) as archive:
        assert archive.sequence() == 0
        assert archive.folder == tmp_path / "a" / "b"


def test_an_archive_is_not_made_over_another(archive, folder, run):
    page = capture()
    archive.add(run, page, described(page))
    with pytest.raises(ArchiveExists):
        Archive.create(folder)
    assert archive.stats().documents == 1


def test_an_archive_whose_making_was_cut_off_is_none_and_can_be_made(folder):
    folder.mkdir()
    (folder / "archive.db").touch()
    with pytest.raises(NoArchive):
        Archive.open(folder)
    with Archive.create(folder) as archive:
        assert archive.sequence() == 0


def test_settings_that_are_there_already_are_kept(folder):
    folder.mkdir()
    (folder / "fonds.toml").write_text("title = 'Ours'")
    with Archive.create(folder) as archive:
        assert archive.settings.title == "Ours"


def test_a_database_of_someone_else_is_left_alone(folder):
    folder.mkdir()
    with sqlite3.connect(folder / "archive.db") as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    with pytest.raises(ArchiveDamaged, match="no archive of Fonds"):
        Archive.open(folder, create=True)


def test_a_file_that_is_no_database_is_told_as_damage(folder):
    folder.mkdir()
    (folder / "archive.db").write_bytes(b"not a database " * 1000)
    with pytest.raises(ArchiveDamaged):
        Archive.open(folder)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveUnwritable):
        Archive.create(tmp_path / "file")


def test_commits_reach_the_disk_and_readers_need_not_wait(archive, folder):
    with archive._database.reading() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys")
        said = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert said == ["wal", 2, 1]


def test_the_values_come_without_the_database_library():
    code = (
        "import sys, archive.capture, archive.document, archive.records, archive.corrections,"
        " archive.settings; assert 'sqlalchemy' not in sys.modules;"
        "from archive import Archive; assert 'sqlalchemy' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_the_package_has_nothing_else():
    import archive

    with pytest.raises(AttributeError, match="Nothing"):
        archive.Nothing  # noqa: B018
