"""A backup read: each file compared with its digest, then put where an archive is wanted."""

import hashlib
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

import zstandard

from archive.backups.contents import (
    CONTENTS_NAME,
    MAX_CONTENTS_BYTES,
    Backup,
    Kept,
    is_plain_name,
    read_contents,
)
from archive.errors import ArchiveExists, ArchiveUnwritable, BadBackup
from archive.private_files import private

BLOCK_BYTES = 1 << 20
ANOTHER = "It was not restored; take another backup."


def restore(file: Path, folder: Path) -> Backup:
    """Make an archive from a backup, in a folder that is absent or empty; all of it or nothing.

    Raise ArchiveExists, BadBackup, ArchiveUnwritable.
    """
    folder = Path(os.path.abspath(folder))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ArchiveExists(
            f"{folder} is not empty; name a new folder with --archive DIR, or move this away."
        )
    try:
        with file.open("rb") as opened:
            return unpacked(opened, file, folder)
    except OSError as error:
        where = error.filename or folder
        raise ArchiveUnwritable(f"{where}: {error.strerror}; mend that and try again.") from error


def unpacked(opened: IO[bytes], file: Path, folder: Path) -> Backup:
    """Unpack beside the folder, and give it the folder's name when all is there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.restoring-", dir=folder.parent))
    try:
        for member in read_members(opened, file, aside):
            if isinstance(member, Backup):
                backup = member
        with suppress(FileNotFoundError):
            folder.rmdir()
        os.replace(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return backup


def read_members(
    opened: IO[bytes], file: Path, into: Path | None = None
) -> Iterator[Kept | Backup]:
    """Each file of a backup, then its account, with which they have been compared.

    into: a folder in which the files are put; without one they are only read
    Raise BadBackup where anything is missing, changed, or not as a backup has it.
    """
    found: list[Kept] = []
    backup: Backup | None = None
    try:
        with (
            zstandard.ZstdDecompressor().stream_reader(opened, closefd=False) as stream,
            tarfile.open(fileobj=stream, mode="r|") as tar,
        ):
            for member in tar:
                body = checked(tar, member, backup)
                if member.name == CONTENTS_NAME:
                    backup = read_contents(body.read(MAX_CONTENTS_BYTES))
                else:
                    found.append(kept := taken(body, member.name, into))
                    yield kept
        compared(found, backup)
    except BadBackup as error:
        raise BadBackup(f"{file}: {error} {ANOTHER}") from error
    except (tarfile.TarError, zstandard.ZstdError, EOFError) as error:
        raise BadBackup(f"{file}: It is no whole backup of Fonds: {error}. {ANOTHER}") from error
    assert backup is not None  # noqa: S101 (compared has looked)
    yield backup


def checked(tar: tarfile.TarFile, member: tarfile.TarInfo, backup: Backup | None) -> IO[bytes]:
    """The bytes of a member. Raise BadBackup where no backup has such a one."""
    body = tar.extractfile(member) if member.isreg() and is_plain_name(member.name) else None
    if body is None or backup is not None:
        raise BadBackup(f"It holds “{member.name[:80]}”, which no backup of Fonds has there.")
    return body


def taken(body: IO[bytes], name: str, into: Path | None) -> Kept:
    """Read a member whole, into its place if there is one."""
    sha256, count = hashlib.sha256(), 0
    path = into / name if into else Path(os.devnull)
    if into:
        path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "xb" if into else "wb", opener=private) as file:
        while some := body.read(BLOCK_BYTES):
            sha256.update(some)
            count += len(some)
            file.write(some)
        if into:
            file.flush()
            os.fsync(file.fileno())
    return Kept(name, count, sha256.hexdigest())


def compared(found: list[Kept], backup: Backup | None) -> None:
    """Raise BadBackup where what was found is not what the backup says it holds."""
    if backup is None:
        raise BadBackup("It breaks off before its end.")
    if len(found) != len(backup.files):
        raise BadBackup(f"It says {len(backup.files)} files and holds {len(found)}.")
    for said, have in zip(backup.files, found, strict=True):
        if said != have:
            raise BadBackup(f"Its {have.name} is not what was written: the digests differ.")
