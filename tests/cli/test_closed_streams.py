"""Standard streams that are closed, full or read by nobody are no reason to fail."""

import subprocess
import sys
from pathlib import Path

import pytest

from archive import Archive

ROOT = Path(__file__).parents[2]

PAGE = (
    "Ferry opens\n\nThe ferry across the harbour opened on Monday after two years of repairs. "
    "The first boat left the pier at seven with ninety people aboard, and the mayor among them.\n"
)

# How a shell says it, and the exit status that is right.
DONE = ("2>&-", ">&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-", "2>/dev/full", "| true", "2> >(true)")
UNWRITTEN = (">/dev/full", ">/dev/full 2>/dev/full", "2>&- >/dev/full", "<&- >/dev/full")

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="it needs a POSIX shell")


def shell(folder: Path, words: str) -> "subprocess.CompletedProcess[str]":
    """A command line of bash, in which `fonds` is ours and $? of it is kept in a file."""
    fonds = f'fonds() {{ "{sys.executable}" -m cli.main --archive "{folder}/archive" "$@"; }}'
    script = f"{fonds}\n{words}"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("streams", [*DONE, *UNWRITTEN])
def test_a_page_is_taken_wherever_the_streams_lead(tmp_path: Path, streams: str) -> None:
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    done = shell(tmp_path, f'fonds ingest "{tmp_path}/page.txt" {streams}')
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.stats().documents == 1
        assert list(archive.verify()) == []
    assert done.returncode == (0 if streams in DONE else 1), done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert ("standard output: No space left" in done.stderr) == (
        streams in (">/dev/full", "<&- >/dev/full")
    )


@pytest.mark.parametrize("words", ["stats", "search ferry", "search ferry --json", "show 0"])
def test_what_cannot_be_printed_is_said_in_a_line(tmp_path: Path, words: str) -> None:
    Archive.create(tmp_path / "archive").close()
    done = shell(tmp_path, f"fonds {words} > /dev/full")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_who_reads_no_further_ends_it_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE + "word " * 100_000, "utf-8")
    assert shell(tmp_path, f'fonds ingest "{tmp_path}/page.txt"').returncode == 0
    done = shell(tmp_path, "set +o pipefail; fonds export ferry --format jsonl | head -c 1")
    assert (done.returncode, done.stdout) == (0, "{")
    assert done.stderr in ("", "1 page written.\n")
