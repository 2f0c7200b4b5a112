"""Who has logged in, and who has failed too often: one small database for all worker processes.

A session is a random token in the browser's cookie; here is only its SHA-256, so the file lets
nobody in. Failures are counted by a digest of the reader's network, which is forgotten within the
hour. Both tables are bounded. Where the archive's folder may not be written, the database lies in a
private folder among the system's temporary ones.
"""

import hashlib
import os
import secrets
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from ipaddress import IPv6Address, ip_network
from pathlib import Path

from archive.errors import ArchiveUnwritable
from archive.private_files import Modes, make_file
from archive.users import SESSIONS_NAME, User
from webui.gate.proxies import address_in

WAIT_S = 10.0
TOKEN_BYTES = 32
MOST_SESSIONS, MOST_COUNTED = 10_000, 10_000
# Failed logins in a while, before any more are refused: for one name from one network, and for all
# names from it. Nobody else is kept out by them.
WHILE_S = 15 * 60
MOST_FOR_A_NAME, MOST_FOR_A_NETWORK = 10, 50
# A reader is often given all addresses of such a network (RFC 6177).
IPV6_NETWORK_BITS = 64
SECONDS_OF_AN_HOUR = 3600
TABLES = (
    """CREATE TABLE IF NOT EXISTS sessions (
        token TEXT PRIMARY KEY, user TEXT NOT NULL, proof TEXT NOT NULL, expires REAL NOT NULL)
        WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS failures (
        bucket TEXT PRIMARY KEY, count INTEGER NOT NULL, until REAL NOT NULL) WITHOUT ROWID""",
)


class Sessions:
    """Sessions and failures of one site, shared by its processes; they survive a restart."""

    def __init__(self, folder: Path, modes: Modes, hours: float) -> None:
        self._folder, self._modes, self._hours = folder, modes, hours

    def begin(self, user: User) -> str:
        """A new session's token."""
        token, now = secrets.token_urlsafe(TOKEN_BYTES), time.time()
        with self._writing() as connection:
            connection.execute("DELETE FROM sessions WHERE expires < ?", (now,))
            connection.execute(
                "DELETE FROM sessions WHERE token IN (SELECT token FROM sessions"
                " ORDER BY expires DESC LIMIT -1 OFFSET ?)",
                (MOST_SESSIONS - 1,),
            )
            expires = now + self._hours * SECONDS_OF_AN_HOUR
            row = (digest(token), user.name, user.proof, expires)
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", row)
        return token

    def of(self, token: str) -> tuple[str, str] | None:
        """The name and the proof of the session with this token, while it lasts."""
        try:
            with self._reading() as connection:
                found = connection.execute(
                    "SELECT user, proof FROM sessions WHERE token = ? AND expires > ?",
                    (digest(token), time.time()),
                ).fetchone()
        except sqlite3.Error:
            return None  # nobody is let in by a file that cannot be read
        return (str(found[0]), str(found[1])) if found else None

    def end(self, token: str) -> None:
        """Log out."""
        with self._writing() as connection:
            connection.execute("DELETE FROM sessions WHERE token = ?", (digest(token),))

    def wait_s(self, reader: str, name: str) -> int:
        """Count one try; 0 where it may be made, else after how many seconds the next one may.

        Tries are counted before they are made: many at once are as many.
        """
        now = time.time()
        limits = limits_of(reader, name)
        with self._writing() as connection:
            connection.execute("DELETE FROM failures WHERE until < ?", (now,))
            if wait_s := still_waits_s(connection, limits, now):
                return wait_s
            for said, _ in limits:
                connection.execute(
                    "INSERT INTO failures VALUES (?, 1, ?)"
                    " ON CONFLICT DO UPDATE SET count = count + 1",
                    (digest(said), now + WHILE_S),
                )
            connection.execute(
                "DELETE FROM failures WHERE bucket IN (SELECT bucket FROM failures"
                " ORDER BY until DESC LIMIT -1 OFFSET ?)",
                (MOST_COUNTED,),
            )
        return 0

    def waits_s(self, reader: str, name: str) -> int:
        """After how many seconds the next try may be made, without counting one."""
        try:
            with self._reading() as connection:
                return still_waits_s(connection, limits_of(reader, name), time.time())
        except sqlite3.Error:
            return 0  # `wait_s`, which writes, says what is wrong

    def forgive(self, reader: str, name: str) -> None:
        """A password was right: the tries before it, under this name, count no more."""
        network = network_of(reader)
        with self._writing() as connection:
            connection.execute(
                "DELETE FROM failures WHERE bucket = ?", (digest(f"{network}\n{name}"),)
            )
            connection.execute(
                "UPDATE failures SET count = count - 1 WHERE bucket = ?", (digest(network),)
            )

    def _path(self) -> Path:
        return (state_folder(self._folder) / SESSIONS_NAME).absolute()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        address = f"{self._path().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, WAIT_S, uri=True)) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        path = self._path()
        try:
            make_file(path, Modes())  # nobody's group need read who is logged in
            with closing(sqlite3.connect(path, WAIT_S)) as connection, connection:
                connection.execute("BEGIN IMMEDIATE")
                for table in TABLES:
                    connection.execute(table)
                yield connection
        except (sqlite3.Error, OSError) as error:
            raise ArchiveUnwritable(
                f"{path}: sessions cannot be kept there; let it be written, or delete it."
            ) from error


def state_folder(folder: Path) -> Path:
    """Where sessions are kept: the archive's folder, or a private one where that is only read."""
    if os.access(folder, os.W_OK):
        return folder
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    owner = os.geteuid() if hasattr(os, "geteuid") else 0
    private = Path(tempfile.gettempdir(), f"fonds-{owner}-{name}")
    try:
        private.mkdir(mode=0o700, exist_ok=True)
        found = private.lstat()
    except OSError as error:
        raise ArchiveUnwritable(f"{private}: {error.strerror}; let it be made.") from error
    if private.is_symlink() or (hasattr(os, "geteuid") and found.st_uid != owner):
        raise ArchiveUnwritable(f"{private}: it belongs to somebody else; delete it.")
    return private


def limits_of(reader: str, name: str) -> tuple[tuple[str, int], tuple[str, int]]:
    """What a reader's tries under a name are counted for, and how many may fail."""
    network = network_of(reader)
    return (f"{network}\n{name}", MOST_FOR_A_NAME), (network, MOST_FOR_A_NETWORK)


def still_waits_s(
    connection: sqlite3.Connection, limits: tuple[tuple[str, int], ...], now: float
) -> int:
    """In how many seconds one may try again; 0: now."""
    for said, most in limits:
        found = connection.execute(
            "SELECT count, until FROM failures WHERE bucket = ?", (digest(said),)
        ).fetchone()
        if found and found[0] >= most and found[1] >= now:
            return max(1, int(float(found[1]) - now))
    return 0


def network_of(reader: str) -> str:
    """The network that a reader's tries are counted for."""
    address = address_in(reader)
    if isinstance(address, IPv6Address):
        return str(ip_network((address, IPV6_NETWORK_BITS), strict=False))
    return str(address)


def digest(said: str) -> str:
    """What stands for a token or a network here."""
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
