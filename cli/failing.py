"""Errors as a person reads them: what, where, how to mend; and the exit status of each."""

import errno
import os
import traceback
from dataclasses import dataclass
from pathlib import Path

import typer

from archive.errors import ArchiveError, BadCorrection, BadUser
from archive.joined import joined
from cli.speaking import said
from indexer.errors import IndexerError, QueryError, SearchTooSlow

DONE, FAILED, USAGE, IN_PART, INTERRUPTED = 0, 1, 2, 3, 130

# Errors of a disk that takes no more; without a file's name they are mostly of a temporary one.
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FULL_REMEDY = "free some space, also where temporary files lie ($TMPDIR), and try again"

# Set it to see where in the code an error arose.
TRACEBACK_VARIABLE = "FONDS_TRACEBACK"


@dataclass(frozen=True, slots=True)
class Failure:
    """A message of one or two lines (a query error has a caret below it), and the exit status."""

    message: str
    status: int


class UsageFault(Exception):
    """An argument that cannot mean what it says; the text says what and how to mend it."""


def explain(error: Exception) -> Failure:
    """The failure that an error means to the one who typed the command.

    Raise the error again where $FONDS_TRACEBACK is set.
    """
    if os.environ.get(TRACEBACK_VARIABLE):
        raise error
    if isinstance(error, QueryError):
        return Failure(with_caret(error), USAGE)
    if isinstance(error, SearchTooSlow):
        return Failure(joined(said(error.reason), said(error.mend)), FAILED)
    if isinstance(error, UsageFault | BadCorrection | BadUser):
        return Failure(str(error), USAGE)
    if isinstance(error, typer.TyperException):
        return Failure(usage(error), getattr(error, "exit_code", USAGE))
    if isinstance(error, ArchiveError | IndexerError):
        return Failure(said(str(error)), FAILED)
    if isinstance(error, OSError):
        if error.errno in FULL and not error.filename:
            return Failure(f"{error.strerror}: {FULL_REMEDY}", FAILED)
        where = f"{error.filename}: " if error.filename else ""
        return Failure(f"{where}{error.strerror or error}; mend that and try again", FAILED)
    return Failure(
        f"a fault of Fonds itself: {type(error).__name__}{where_of(error)}\n"
        f"Please report it with what {TRACEBACK_VARIABLE}=1 shows.",
        FAILED,
    )


def where_of(error: Exception) -> str:
    """Where in the code an error arose; its message may hold a query or a page."""
    frames = traceback.extract_tb(error.__traceback__)
    return (
        f" at {'/'.join(Path(frames[-1].filename).parts[-2:])}:{frames[-1].lineno}"
        if frames
        else ""
    )


def usage(error: typer.TyperException) -> str:
    """What is wrong with the arguments, and where help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "fonds"
    # Typer puts pydantic's own heading before some reasons.
    reason = error.format_message().replace("Value error, ", "").rstrip(".")
    return f"{reason}; see `{command} --help`"


def with_caret(error: QueryError) -> str:
    """The query with a caret under the place, then the reason and the mend."""
    line = error.text.replace("\n", " ").replace("\t", " ")
    place = min(max(error.position, 0), len(line))
    return f"{said(error.reason)}\n  {line}\n  {' ' * place}^ {said(error.mend)}"
