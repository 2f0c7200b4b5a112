"""Transactions on the database: many readers, one writer, never a torn write."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from archive.errors import ArchiveError
from archive.store.our_errors import damage_is_ours, our_errors
from archive.store.presence import Presence
from archive.store.read_only import is_read_only, read_only_engine
from archive.store.sqlite_library import DRIVER
from archive.store.transaction import Transaction

# A commit is on the disk before it is acknowledged (FULL); references are checked.
SQLITE_SETTINGS = ("PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON")

# Connections kept for reading threads; more are opened while they are needed.
KEPT_CONNECTIONS = 8


class Database:
    """One database, used from many threads.

    `reading()` sees the last commit and waits for nobody. `writing()` is one transaction: all
    of it is kept or nothing; inside another one of the same thread it is a part of that, and
    reads of this thread see what it has written so far. Both raise the archive's own errors, and
    neither makes a file where there is none.
    """

    def __init__(self, url: str | URL, *, where: str, write_wait_s: float) -> None:
        self._where = where
        made = make_url(url)
        is_file = made.get_backend_name() == "sqlite" and made.database
        path = Path(made.database) if is_file and made.database else None
        self.is_read_only = path is not None and is_read_only(path)
        self._presence = Presence(path) if path else None
        self._engine = engine_for(made, write_wait_s)
        self._writer = self._engine.execution_options(writes=True)
        self._thread = threading.local()

    @property
    def is_sqlite(self) -> bool:
        """Whether SQLite's own checks can be made."""
        return self._engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self, about: str | None = None) -> Iterator[Connection]:
        """A snapshot of the last commit, or this thread's own transaction.

        `about` is the one document that is asked for: what waits of others need not be written.
        """
        with our_errors(self._where):
            if (own := self._own()) is not None:
                yield own.connection if about is None else own.connection_about(about)
                return
            self._check_presence()
            with (
                damage_is_ours(self._where),
                self._engine.connect() as connection,
                connection.begin(),
            ):
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A transaction that writes. Raise ArchiveBusy where another writer does not end."""
        with our_errors(self._where):
            if (own := self._own()) is not None:
                with own.part():
                    yield own
                return
            self._check_presence()
            with self._writer.connect() as connection, connection.begin():
                self._thread.transaction = transaction = Transaction(connection)
                try:
                    yield transaction
                    transaction.finish()
                finally:
                    self._thread.transaction = None

    def prepare(self) -> None:
        """Let readers read while one writes: stays so in the file."""
        if self.is_sqlite:
            with our_errors(self._where), self._engine.connect() as connection:
                connection.exec_driver_sql("ROLLBACK")  # the mode changes between transactions
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")

    def copy_to(self, path: Path) -> None:
        """Write all of one commit into a new database, while others read and write.

        Raise ArchiveUnwritable, ArchiveDamaged; ArchiveError where the database is no SQLite.
        """
        if not self.is_sqlite:
            raise ArchiveError(f"{self._where}: copy this database with its own tools.")
        self._check_presence()
        with our_errors(self._where, str(path)), self._engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")  # a copy is made between transactions
            connection.exec_driver_sql("VACUUM INTO ?", (str(path),))

    def rewrite(self) -> None:
        """Write the file anew: nothing of what was deleted stays in it, nor in its free pages.

        Raise ArchiveBusy, ArchiveUnwritable (it needs as much space again as the file has).
        """
        if self.is_sqlite:
            with our_errors(self._where), self._engine.connect() as connection:
                connection.exec_driver_sql("ROLLBACK")  # between transactions only
                connection.exec_driver_sql("VACUUM")

    def empty_log(self) -> bool:
        """Bring all of the write-ahead log into the file, and cut it to nothing.

        False where a reader of an old state, or a writer, has not ended in `write_wait_s`.
        """
        if not self.is_sqlite:
            return True
        with our_errors(self._where), self._engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            row = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").first()
            return row is not None and row[0] == 0

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def _check_presence(self) -> None:
        if self._presence:
            self._presence.check()

    def _own(self) -> Transaction | None:
        transaction: Transaction | None = getattr(self._thread, "transaction", None)
        return transaction


def engine_for(url: URL, write_wait_s: float) -> Engine:
    """An engine whose transactions begin as ours must."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    if url.database and is_read_only(Path(url.database)):
        engine = read_only_engine(Path(url.database), write_wait_s)
    else:
        engine = writable_engine(Path(url.database or ""), write_wait_s)
    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    return engine


def writable_engine(file: Path, write_wait_s: float) -> Engine:
    """An engine on a file that is there: none is ever made, whatever became of its folder."""

    def connect() -> DBAPIConnection:
        where = f"{file.absolute().as_uri()}?mode=rw"
        made: DBAPIConnection = DRIVER.connect(
            where, write_wait_s, uri=True, check_same_thread=False
        )
        return made

    return create_engine(
        "sqlite://",
        module=DRIVER,
        creator=connect,
        poolclass=QueuePool,
        pool_size=KEPT_CONNECTIONS,
        max_overflow=-1,
    )


def set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Leave transactions to us: the driver would begin them late, and never for reads."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in SQLITE_SETTINGS:
        cursor.execute(setting)
    cursor.close()


def begin(connection: Connection) -> None:
    """Take the write lock at the start, so that no transaction fails in its middle for it."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
