"""`fonds users`: passwords come from standard input, never from the command line."""

import stat
import subprocess
import sys
from pathlib import Path

from archive import Archive
from archive.backups import restore
from archive.users import USERS_NAME, Users, is_right


def fonds(folder: Path, *args: str, said: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from cli.main import main; main()", "users", *args]
    return subprocess.run(
        [*command, "--archive", str(folder)],
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )


def test_users_are_added_listed_changed_and_removed(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Archive.create(folder) as archive:
        added = fonds(folder, "add", "Zoë", said="a long password\n")
        assert added.returncode == 0, added.stderr
        assert "nobody else" in added.stderr
        assert stat.S_IMODE((folder / USERS_NAME).stat().st_mode) == 0o600
        user = Users(folder).find("Zoë")
        assert user is not None
        assert user.kept.startswith("$argon2id$")
        assert is_right("a long password", user.kept)
        assert fonds(folder, "add", "Zoë", said="another password\n").returncode == 2
        assert fonds(folder, "passwd", "Zoë", said="another password\n").returncode == 0
        assert not is_right("a long password", Users(folder).find("Zoë").kept)
        assert "Zoë\tsince 20" in fonds(folder, "list").stdout
        archive.backup(tmp_path / "backup")
        left = fonds(folder, "remove", "Zoë")
        assert "anyone" in left.stderr
        assert Users(folder).all() == ()
    restore(tmp_path / "backup", tmp_path / "again")
    assert not (tmp_path / "again" / USERS_NAME).exists()


def test_what_cannot_be_taken_is_said(tmp_path: Path) -> None:
    Archive.create(tmp_path / "archive").close()
    for name, said in (("ann", "short\n"), ("ann", ""), ("a:b", "long enough it is\n"), ("", "x")):
        ran = fonds(tmp_path / "archive", "add", name, said=said)
        assert ran.returncode == 2, (name, ran.stderr)
        assert "Traceback" not in ran.stderr
    assert fonds(tmp_path / "archive", "remove", "ann").returncode == 2
    assert fonds(tmp_path / "archive", "passwd", "ann", said="long enough\n").returncode == 2
