"""Nobody but the owner, or a group that is named, can read an archive's files; not for a moment."""

import errno
import grp
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import Archive
from archive.backups import restore
from archive.errors import ArchiveUnwritable, BadSettings
from archive.private_files import Modes, give
from archive.settings import Settings, settings_text
from tests.archive.pages import capture, described

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")

OWN_GROUP = grp.getgrgid(os.getegid()).gr_name


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def fill(folder: Path) -> Archive:
    archive = Archive.create(folder)
    run = archive.begin_run("test", ("pages",))
    archive.add(run, (page := capture()), described(page))
    return archive


def test_a_new_archive_is_its_owners_alone_whatever_the_umask(umask: int, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with fill(folder):
        assert mode(folder) == 0o700
        made = {path.name: oct(mode(path)) for path in folder.iterdir()}
        assert {"archive.db", "archive.db-wal", "archive.db-shm", "fonds.toml"} <= made.keys()
        assert set(made.values()) == {"0o600"}


def test_no_file_is_readable_for_a_moment(
    umask: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrowed: list[tuple[str, int]] = []
    chmod = Path.chmod

    def watched(path: Path, to: int, **more: bool) -> None:
        if mode(path) & 0o077 & ~to:
            narrowed.append((path.name, mode(path)))
        chmod(path, to, **more)

    monkeypatch.setattr(Path, "chmod", watched)
    with fill(tmp_path / "archive") as archive:
        archive.backup(tmp_path / "backup")
    assert narrowed == []  # what was made with the right mode needs none taken away


def test_a_backup_and_what_is_restored_from_it_are_private(umask: int, tmp_path: Path) -> None:
    with fill(tmp_path / "archive") as archive:
        archive.backup(tmp_path / "backup")
    assert mode(tmp_path / "backup") == 0o600
    restore(tmp_path / "backup", tmp_path / "again")
    assert mode(tmp_path / "again") == 0o700
    assert {mode(path) for path in (tmp_path / "again").iterdir()} == {0o600}


def test_an_archive_of_before_is_narrowed_when_it_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    fill(folder).close()
    (folder / "index").mkdir()
    (folder / "index" / "part").write_text("words")
    for path in (folder, folder / "index"):
        path.chmod(0o755)
    for path in (folder / "archive.db", folder / "fonds.toml", folder / "index" / "part"):
        path.chmod(0o644)
    with Archive.open(folder) as archive:
        assert archive.was_open
        assert {mode(folder), mode(folder / "index")} == {0o700}
        assert {mode(folder / name) for name in ("archive.db", "index/part")} == {0o600}
        assert list(archive.verify()) == []
    with Archive.open(folder) as archive:
        assert not archive.was_open


def test_a_folder_that_was_opened_again_stays_so_and_verify_tells_of_files_in_it(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "archive"
    fill(folder).close()
    folder.chmod(0o755)
    (folder / "notes.txt").write_text("x")
    (folder / "notes.txt").chmod(0o644)
    with Archive.open(folder) as archive:
        assert mode(folder) == 0o755
        (fault,) = archive.verify()
    assert fault.where == "notes.txt"
    assert "chmod" in fault.mend


def test_a_group_may_read_and_not_write(umask: int, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "fonds.toml").write_text(settings_text(Settings(file_group=OWN_GROUP)), "utf-8")
    with Archive.open(folder, create=True) as archive:
        run = archive.begin_run("test", ("pages",))
        archive.add(run, (page := capture()), described(page))
        assert mode(folder / "archive.db") == mode(folder / "archive.db-wal") == 0o640
        archive.backup(tmp_path / "backup")
    assert mode(tmp_path / "backup") == 0o640
    (folder / "archive.db").chmod(0o600)
    with Archive.open(folder) as archive:
        assert not archive.was_open
        assert mode(folder) == 0o2750
        assert mode(folder / "fonds.toml") == 0o640
        assert list(archive.verify()) == []


def test_a_group_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "fonds.toml").write_text('file_group = "nobody-is-in-it"', "utf-8")
    with pytest.raises(BadSettings, match="nobody-is-in-it"):
        Archive.open(tmp_path, create=True)


def test_a_link_out_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    fill(folder).close()
    outside = tmp_path / "outside"
    outside.write_text("mine")
    outside.chmod(0o644)
    (folder / "link").symlink_to(outside)
    (folder / "archive.db").chmod(0o644)
    Archive.open(folder).close()
    assert mode(outside) == 0o644


@pytest.mark.parametrize(
    ("group", "ours", "says", "says_not"),
    [
        (None, [], "chattr -i", "join the group"),
        (4_242, [4_242], "chattr -i", "join the group"),
        (4_242, [], "join the group that file_group", "chattr"),
    ],
)
def test_the_remedy_is_of_what_is_wrong_an_immutable_file_or_a_group_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, group, ours, says, says_not
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "chown", refused)
    monkeypatch.setattr(Path, "chmod", refused)
    monkeypatch.setattr(os, "geteuid", lambda: 1_000)
    monkeypatch.setattr(os, "getegid", lambda: 1_000)
    monkeypatch.setattr(os, "getgroups", lambda: ours)
    with pytest.raises(ArchiveUnwritable) as told:
        give(tmp_path, 0o700, Modes(group=group))
    assert says in str(told.value)
    assert says_not not in str(told.value)
