"""What commands make in an archive is private; what they write for the person is as umask says."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
FONDS = "import os; os.umask(0o022); from cli.main import main; main()"


def run(*args: object) -> None:
    command = [sys.executable, "-c", FONDS, *map(str, args)]
    subprocess.run(command, check=True, capture_output=True)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_every_file_of_an_archive_is_its_owners_alone_and_an_export_is_not(tmp_path: Path) -> None:
    folder, page = tmp_path / "archive", tmp_path / "page.txt"
    page.write_text("The council met about housing on 3 March 2018, and the police spoke there.")
    run("ingest", "--archive", folder, page)
    run("search", "--archive", folder, "council")
    run("backup", "--archive", folder, tmp_path / "backup")
    out = tmp_path / "found.csv"
    run("export", "--archive", folder, "council", "--format", "csv", "--output", out)
    made = [folder, *folder.rglob("*")]
    assert len(made) > 6
    assert [path for path in made if mode(path) & 0o077] == []
    assert mode(tmp_path / "backup") == 0o600
    assert mode(out) == 0o644
