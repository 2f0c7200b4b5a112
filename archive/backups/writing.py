"""A backup written: a snapshot of the database and the other files, then read back."""

import hashlib
import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import zstandard
from sqlalchemy.engine import URL

from archive.backups.contents import CONTENTS_NAME, Backup, Kept, as_bytes
from archive.backups.recording import recorded
from archive.backups.restoring import read_members
from archive.errors import ArchiveDamaged, ArchiveExists, ArchiveUnwritable
from archive.private_files import Modes, give, make_file, private
from archive.records import Stats
from archive.store import counting, verifying
from archive.store.database import Database
from archive.store.transaction import highest_sequence
from archive.users.store import SESSIONS_NAME, USERS_NAME
from archive.withdrawals.recorded_backup import RecordedBackup

DATABASE_NAME = "archive.db"
INDEXES = "index"
# Beside the database itself: no password and no session leaves with a backup.
NOT_KEPT = (DATABASE_NAME, USERS_NAME, SESSIONS_NAME)
# What SQLite puts beside a database that it writes or reads.
BESIDE = ("-journal", "-wal", "-shm")
# Zstandard's own default: bodies are pressed already, and text presses well at any level.
LEVEL = 3


def write_backup(
    folder: Path, database: Database, file: Path, modes: Modes, *, over: bool = False
) -> tuple[Backup, RecordedBackup]:
    """Write everything of an archive into one file, which is there whole or not at all.

    Others may read and write meanwhile: the backup is of one moment. What goes into it is read
    back and compared with its digests, before and after.
    over: whether a file of this name may be replaced
    Raise ArchiveExists, ArchiveUnwritable, ArchiveDamaged.
    """
    file = Path(os.path.abspath(file))
    if file.exists() and not over:
        raise ArchiveExists(f"{file} is there already; name another file, or say --replace.")
    snapshot, part = file.with_name(f"{file.name}.db.part"), file.with_name(f"{file.name}.part")
    parts = (snapshot, part, *(snapshot.with_name(f"{snapshot.name}{end}") for end in BESIDE))
    with our_files(file, parts):
        for old in parts:
            old.unlink(missing_ok=True)
        make_file(snapshot, modes)
        database.copy_to(snapshot)
        backup = described(snapshot)
        backup = packed(folder, snapshot, part, backup)
        snapshot.unlink()
        with part.open("rb") as written:
            for _ in read_members(written, part):
                pass
        if modes.group is not None:
            give(part, modes.file, modes)
        record = recorded("backup", backup, part, file)
        os.replace(part, file)
        sync(file.parent)
    return backup, record


@contextmanager
def our_files(file: Path, parts: tuple[Path, ...]) -> Iterator[None]:
    """Clean up after a failure, which is told as ours."""
    try:
        yield
    except BaseException as error:
        for part in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise ArchiveUnwritable(
                f"{file}: {error.strerror}; free some space, or name another place."
            ) from error
        raise


def described(snapshot: Path) -> Backup:
    """What is in a copy of the database. Raise ArchiveDamaged where it is not whole."""
    url = URL.create("sqlite", database=str(snapshot))
    copy = Database(url, where=str(snapshot), write_wait_s=0)
    try:
        fault = next(verifying.faults(copy), None)
        if fault:
            raise ArchiveDamaged(
                f"{fault.where}: {fault.what} {fault.mend} No backup is made of a damaged "
                "archive, and none is replaced; `fonds verify` tells all that is wrong."
            )
        with copy.reading() as connection:
            stats: Stats = counting.stats(connection)
            sequence = highest_sequence(connection)
    finally:
        copy.close()
    return Backup(datetime.now(UTC), stats.documents, stats.captures, sequence, ())


def packed(folder: Path, snapshot: Path, part: Path, backup: Backup) -> Backup:
    """Write the archive's files into `part`, on disk when this returns; what is in it."""
    beside = sorted(files_beside(folder))
    left_out = tuple(name for name, path in beside if path.is_symlink() or not path.is_file())
    taken = [(name, path) for name, path in beside if name not in left_out]
    press = zstandard.ZstdCompressor(level=LEVEL, write_checksum=True)
    with open(part, "xb", opener=private) as file:
        with (
            press.stream_writer(file, closefd=False) as stream,
            tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tar,
        ):
            files = [add_file(tar, DATABASE_NAME, snapshot)]
            files += [add_file(tar, name, path) for name, path in taken]
            backup = replace(backup, files=tuple(files), left_out=left_out)
            add(tar, CONTENTS_NAME, io.BytesIO(body := as_bytes(backup)), len(body))
        file.flush()
        os.fsync(file.fileno())
    return backup


def files_beside(folder: Path) -> Iterator[tuple[str, Path]]:
    """What is in an archive's folder beside its database and indexes: (name, path)."""
    for root, folders, names in os.walk(folder):
        here = Path(root)
        links = [name for name in folders if (here / name).is_symlink()]
        if here == folder:
            folders[:] = [name for name in folders if name != INDEXES]
            names = [name for name in names if not name.startswith(NOT_KEPT)]
        for name in (*names, *links):
            path = here / name
            yield path.relative_to(folder).as_posix(), path


def add_file(tar: tarfile.TarFile, name: str, path: Path) -> Kept:
    """Put a file in, as long as it is now: one that grows meanwhile is cut at a whole moment."""
    with path.open("rb") as file:
        return add(tar, name, file, os.fstat(file.fileno()).st_size)


def add(tar: tarfile.TarFile, name: str, file: IO[bytes], size: int) -> Kept:
    """Put bytes in under a name; what was put in."""
    member = tarfile.TarInfo(name)
    member.size = size
    digesting = Digesting(file)
    tar.addfile(member, digesting)
    return Kept(name, size, digesting.sha256.hexdigest())


class Digesting(io.RawIOBase):
    """A file whose bytes are digested while they are read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sha256 = hashlib.sha256()

    def readable(self) -> bool:
        """It is read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        some = self._file.read(size)
        self.sha256.update(some)
        return some


def sync(folder: Path) -> None:
    """Let a new name in a folder be on the disk, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
