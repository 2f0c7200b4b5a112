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
UNWRITABLE = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
}
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR}

# What the driver says, without a code, of text that is none.
NO_TEXT = "Could not decode to UTF-8"

# What the turning of a row into our values raises where the row was changed.
MISSHAPEN = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)


@contextmanager
def our_errors(where: str) -> Iterator[None]:
    """Turn what the database raises into one of ours; `where` names the archive."""
    try:
        yield
    except DBAPIError as error:
        raise ours(error.orig, where) from error
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


def ours(error: BaseException | None, where: str) -> ArchiveError:
    """The archive's error for a driver's error."""
    code = getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE
    if code in BUSY:
        return ArchiveBusy(f"{where}: another process is writing; try again when it is done.")
    if code in UNWRITABLE:
        return ArchiveUnwritable(f"{where}: {error}; free some space, or let it be written.")
    if code in DAMAGED or NO_TEXT in str(error):
        return ArchiveDamaged(f"{where}: {error}; run `fonds verify`, or restore a backup.")
    return ArchiveError(f"{where}: the database refused this: {error}.")
