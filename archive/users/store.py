"""The users of one archive, in a file of their own: backups of the archive carry no passwords."""

import hashlib
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from archive.errors import ArchiveDamaged, ArchiveUnwritable, BadUser
from archive.private_files import Modes, make_file

USERS_NAME, SESSIONS_NAME = "users.db", "sessions.db"
MOST_CHARACTERS_OF_A_NAME = 64
WAIT_S = 10.0
TABLE = """CREATE TABLE IF NOT EXISTS users (
    name TEXT PRIMARY KEY, kept TEXT NOT NULL, since TEXT NOT NULL) WITHOUT ROWID"""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may read.

    kept:  what is kept of the password (PHC string of Argon2id)
    since: when it was set, ISO 8601 in UTC
    """

    name: str
    kept: str
    since: str

    @property
    def proof(self) -> str:
        """What stands for this very password in a session: another one ends its sessions."""
        return hashlib.sha256(self.kept.encode()).hexdigest()


class Users:
    """The users of the archive in a folder. Each call reads the file: all processes agree.

    Any method may raise ArchiveDamaged; those that write, ArchiveUnwritable.
    """

    def __init__(self, folder: Path, modes: Modes | None = None) -> None:
        self.path = folder / USERS_NAME
        self._modes = modes or Modes()

    def all(self) -> tuple[User, ...]:
        """Every user by name."""
        return self._read("SELECT name, kept, since FROM users ORDER BY name", ())

    def any(self) -> bool:
        """Whether there are users, so that others may not read."""
        return bool(self._read("SELECT name, kept, since FROM users LIMIT 1", ()))

    def find(self, name: str) -> User | None:
        """The user of this name."""
        found = self._read("SELECT name, kept, since FROM users WHERE name = ?", (as_name(name),))
        return found[0] if found else None

    def add(self, name: str, kept: str) -> None:
        """Add a user. Raise BadUser where there is one of this name, or it can be none."""
        name = checked_name(name)
        with self._writing() as connection:
            made = connection.execute(
                "INSERT INTO users VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (name, kept, now())
            )
            if not made.rowcount:
                raise BadUser(f"{name} is a user already; `fonds users passwd {name}` changes it.")

    def change(self, name: str, kept: str) -> None:
        """Give a user another password. Raise BadUser where there is none of this name."""
        with self._writing() as connection:
            done = connection.execute(
                "UPDATE users SET kept = ?, since = ? WHERE name = ?", (kept, now(), as_name(name))
            )
            if not done.rowcount:
                raise nobody(name)

    def remove(self, name: str) -> None:
        """Remove a user. Raise BadUser where there is none of this name."""
        if not self.path.exists():
            raise nobody(name)
        with self._writing() as connection:
            if not connection.execute(
                "DELETE FROM users WHERE name = ?", (as_name(name),)
            ).rowcount:
                raise nobody(name)

    def _read(self, question: str, values: tuple[str, ...]) -> tuple[User, ...]:
        if not self.path.exists():
            return ()
        try:
            where = f"{self.path.absolute().as_uri()}?mode=ro"
            with closing(sqlite3.connect(where, WAIT_S, uri=True)) as connection:
                return tuple(User(*row) for row in connection.execute(question, values))
        except sqlite3.Error as error:
            if self.path.stat().st_size == 0:
                return ()
            raise ArchiveDamaged(
                f"{self.path}: it cannot be read; let it be readable, or delete it and add the "
                "users again."
            ) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            make_file(self.path, self._modes)
            with closing(sqlite3.connect(self.path, WAIT_S)) as connection, connection:
                connection.execute("PRAGMA secure_delete=ON")
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(TABLE)
                yield connection
        except (sqlite3.Error, OSError) as error:
            raise ArchiveUnwritable(
                f"{self.path}: {error}; let the archive's folder be written."
            ) from error


def as_name(name: str) -> str:
    """A name as it is kept."""
    return unicodedata.normalize("NFC", name)


def checked_name(name: str) -> str:
    """A name that may be a user's. Raise BadUser."""
    name = as_name(name)
    plain = name.isprintable() and name == name.strip() and not set(name) & {":", ","}
    if not plain or not 0 < len(name) <= MOST_CHARACTERS_OF_A_NAME:
        raise BadUser(
            f"{name[:80]!r} cannot be a user's name: up to {MOST_CHARACTERS_OF_A_NAME} characters, "
            "without colons and commas."
        )
    return name


def nobody(name: str) -> BadUser:
    """The error for a name that no user has."""
    return BadUser(f"Nobody is called {name[:80]}; `fonds users list` shows all.")


def now() -> str:
    """This second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
