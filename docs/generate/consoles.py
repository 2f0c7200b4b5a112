"""The console blocks of the README: each command is run, and what it prints is written beneath.

python docs/generate/consoles.py [--check]
"""

import io
import os
import re
import shlex
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from cli.main import run

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"

BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
SECONDS = re.compile(r"\(\d+\.\d s\)")
# What `fonds verify` says of an older SQLite, on the machine that the guide is made on.
OF_THIS_MACHINE = re.compile(r"^SQLite [0-9.]+ has a fault.*\n", re.MULTILINE)
# What a slow machine tells on the way.
PROGRESS = re.compile(r"[A-Z]\w+(?: pages)?: [\d,]+ pages?, ")

# Lines shown of a long answer; the rest is told as a count.
MOST_LINES = 24


def written(text: str) -> str:
    """The text with every console block run anew, in one fresh archive."""
    from indexer.metadata.places import gazetteer

    gazetteer()  # its making is told once on a machine, and would be told here
    with tempfile.TemporaryDirectory() as folder, chdir(ROOT):
        archive = f"{folder}/archive"
        return BLOCK.sub(lambda block: f"```console\n{answered(block[1], archive)}```", text)


def answered(block: str, archive: str) -> str:
    """The commands of a block, each with what it prints."""
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{printed(command, archive)}" for command in commands)


def printed(command: str, archive: str) -> str:
    """What a command prints, both streams, without colour."""
    first, *rest = shlex.split(command)
    assert first == "fonds", command
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    setting = {"FONDS_ARCHIVE": archive, "NO_COLOR": "1", "COLUMNS": "120", "LOGNAME": "archivist"}
    # Within this process: to start one for each command would take longer than all that they do.
    with mock.patch.dict(os.environ, setting), redirect_stdout(out), redirect_stderr(out):
        run(rest)
    told = OF_THIS_MACHINE.sub("", out.buffer.getvalue().decode())
    text = SECONDS.sub("(2.1 s)", told).replace(archive, "fonds-archive")
    lines = [line.rstrip() for line in text.splitlines() if not PROGRESS.match(line)]
    if len(lines) > MOST_LINES:
        lines = [*lines[:MOST_LINES], f"... ({len(lines) - MOST_LINES} more lines)"]
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    README.write_text(written(README.read_text("utf-8")), "utf-8")
