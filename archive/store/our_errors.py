"""The database's errors as the archive's own."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, StatementError

from archive.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveError,
    ArchiveUnwritable,
)

# https://www.sqlite.org/rescode.html: the low byte is the primary result code.
PRIMARY_CODE = 0xFF
BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR}

# What could not be written, and the remedy, by primary code.
UNWRITABLE = {
    sqlite3.SQLITE_FULL: "free some space on its disk",
    sqlite3.SQLITE_READONLY: "let the file and its folder be written by who runs this",
    sqlite3.SQLITE_PERM: "let the file and its folder be written by who runs this",
    sqlite3.SQLITE_CANTOPEN: "let the file and its folder be read and written by who runs this",
}
# Errors of reading and writing that were met in writing: a full disk says so too.
UNWRITTEN = {
    sqlite3.SQLITE_IOERR,  # of a temporary file
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_DIR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_DELETE,
}

# What the driver says, without a code, of text that is none.
NO_TEXT = "Could not decode to UTF-8"

UNHARMED = "What was kept before is unharmed."

# What the turning of a row into our values raises where the row was changed.
MISSHAPEN = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)


@contextmanager
def our_errors(where: str, written: str | None = None) -> Iterator[None]:
    """Turn what the database raises into one of ours.

    where: names the archive; written: what is written, where that is another file
    """
    try:
        yield
    except DBAPIError as error:
        raise ours(error.orig, where, written or where) from error
    except StatementError as error:  # a value that no column takes: a mistake of the caller
        raise error.orig or error from error


@contextmanager
def damage_is_ours(where: str) -> Iterator[None]:
    """Around what only reads rows: values of no form that was ever written are damage.

    What the value is, is not told: it may be a page's text.
    """
    try:
        yield
    except MISSHAPEN as error:
        raise ArchiveDamaged(
            f"{where}: a value in it is not what was written ({type(error).__name__}); "
            "run `fonds verify`, or restore a backup."
        ) from error


def ours(error: BaseException | None, where: str, written: str) -> ArchiveError:
    """The archive's error for a driver's error."""
    whole_code = getattr(error, "sqlite_errorcode", 0)
    code = whole_code & PRIMARY_CODE
    if code in BUSY:
        return ArchiveBusy(f"{where}: another process is writing; try again when it is done.")
    if code in UNWRITABLE:
        return ArchiveUnwritable(f"{written}: {error}; {UNWRITABLE[code]}. {UNHARMED}")
    if whole_code in UNWRITTEN:
        return ArchiveUnwritable(
            f"{written}: {error} in writing; free some space on its disk, or see whether it is "
            f"sound. {UNHARMED}"
        )
    if NO_TEXT in str(error):  # the driver repeats the text itself, which is a page's
        return ArchiveDamaged(
            f"{where}: a text in it is no UTF-8; run `fonds verify`, or restore a backup."
        )
    if code in DAMAGED:
        return ArchiveDamaged(f"{where}: {error}; run `fonds verify`, or restore a backup.")
    return ArchiveError(f"{where}: the database refused this: {error}.")
