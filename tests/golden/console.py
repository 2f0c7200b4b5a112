"""The command line, run within this process: what it printed, and how it ended."""

import io
import shlex
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock

import typer.main

from cli.main import run

# Typer reads every command's signature anew for each line; here once is enough.
read_commands = cache(typer.main.get_command)


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


def ran(line: str) -> Ran:
    """Run "$ fonds stats --json"; "< said.txt" at its end gives it a file to read."""
    prompt, program, *words = shlex.split(line)
    assert (prompt, program) == ("$", "fonds"), line
    given = b""
    if "<" in words:
        words, (file,) = words[: words.index("<")], words[words.index("<") + 1 :]
        given = Path(file).read_bytes()
    out, err = written(), written()
    with (
        mock.patch.object(sys, "argv", [program, *words]),  # a run remembers its command
        mock.patch.object(typer.main, "get_command", read_commands),
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")),
        mock.patch.object(sys, "stdout", out),
        mock.patch.object(sys, "stderr", err),
    ):
        status = run(words)
    return Ran(status, text_of(out), text_of(err))


def written() -> io.TextIOWrapper:
    """A stream that keeps what is written to it."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")


def text_of(stream: io.TextIOWrapper) -> str:
    """What was written to it."""
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")
