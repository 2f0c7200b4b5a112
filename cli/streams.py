"""Standard input, output and error that are closed, full, or read by nobody any more."""

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Buffer

# Of standard input, output and error, with how Python opens each.
STREAMS = ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w"))


def open_closed() -> None:
    """Open at the null device what a daemon or cron has closed: `fonds … 2>&-`.

    Before anything else is opened: a file, the archive's even, would get the free number, and then
    all that is said to the person would be written into it.
    """
    for number, name, mode in STREAMS:
        try:
            os.fstat(number)
        except OSError:
            # The system gives the lowest number that is free; those before are open by now.
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


class Printed(io.FileIO):
    """Standard output, which remembers why it took no more.

    An error of writing names no file: without this it could be one of any file.
    """

    fault: OSError | None = None

    def write(self, data: "Buffer") -> int | None:  # type: ignore[override]  # of FileIO's own
        """Write some bytes. Raise OSError."""
        try:
            return super().write(data)
        except OSError as fault:
            self.fault = fault
            raise


def watch_output() -> None:
    """Put a `Printed` below standard output, unless somebody has put another in its place."""
    if sys.stdout is sys.__stdout__ and sys.stdout is not None:
        sys.stdout = io.TextIOWrapper(
            io.BufferedWriter(Printed(1, "w", closefd=False)), line_buffering=sys.stdout.isatty()
        )


def output_fault() -> OSError | None:
    """Write out what was printed; why standard output did not take it, or None where it did."""
    fault = flushed(1, "stdout")
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return raw.fault if isinstance(raw, Printed) else fault


def let_error_go() -> None:
    """Where standard error takes nothing, let that not change the exit status."""
    flushed(2, "stderr")


def flushed(number: int, name: str) -> OSError | None:
    """Write out what waits; where that fails, why. What waits is then let go, at the exit too."""
    try:
        getattr(sys, name).flush()
    except OSError as fault:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, number)
        os.close(null)
        with suppress(OSError):
            getattr(sys, name).flush()
        return fault
    return None
