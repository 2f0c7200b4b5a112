"""A database in a folder that may not be written: a read-only medium, or a folder of another user.

SQLite writes beside a database in WAL mode even to read it, unless it is told that the file does
not change: https://www.sqlite.org/wal.html#read_only_databases
"""

import os
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import NullPool

from archive.errors import ArchiveUnwritable
from archive.store.sqlite_library import DRIVER


def is_read_only(database: Path) -> bool:
    """Whether there is a database that can only be read: nothing may be put beside it."""
    return database.is_file() and not os.access(database.parent, os.W_OK)


def read_only_engine(database: Path, write_wait_s: float) -> Engine:
    """An engine that reads. Each transaction opens the file anew, as others may yet write it."""

    def connect() -> DBAPIConnection:
        unchanging = "" if has_log(database) else "&immutable=1"
        where = f"{database.absolute().as_uri()}?mode=ro{unchanging}"
        made: DBAPIConnection = DRIVER.connect(
            where, write_wait_s, uri=True, check_same_thread=False
        )
        return made

    return create_engine("sqlite://", module=DRIVER, creator=connect, poolclass=NullPool)


def has_log(database: Path) -> bool:
    """Whether a log is beside the database: changes stand in it, or another process writes.

    Raise ArchiveUnwritable where SQLite would have to write to read them.
    """
    log, shared = Path(f"{database}-wal"), Path(f"{database}-shm")
    if not log.exists():
        return False
    if not shared.exists() and log.stat().st_size:
        raise ArchiveUnwritable(
            f"{database}: its last changes stand in {log.name}, and they cannot be read where "
            "nothing may be written; copy the archive to a folder that may be written."
        )
    return shared.exists()
