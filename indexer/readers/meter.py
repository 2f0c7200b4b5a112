"""How far the reading of files has come, in bytes: what is in them is not known before."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from indexer.readers.folder import Found, files_of


class Meter:
    """Counts the bytes of files that are read one after the other.

    total: of all files, in bytes; 0 where it is not known
    """

    def __init__(self, total: int = 0) -> None:
        self.total = total
        self._before = 0
        self._file: BinaryIO | None = None

    @contextmanager
    def reading(self, file: BinaryIO, size_bytes: int) -> Iterator[None]:
        """Count a file while the block reads it, and all of it after."""
        self._file = file
        try:
            yield
        finally:
            self._file = None
            self._before += size_bytes

    def share(self) -> float | None:
        """How much of all was read, 0-1; None where the whole is not known."""
        if not self.total:
            return None
        at = self._before + (self._file.tell() if self._file else 0)
        return min(at / self.total, 1.0)


def meter_of(paths: Sequence[Path]) -> Meter:
    """A meter for all files under these paths; only their sizes are read.

    Its total is unknown where one is no file or folder: standard input, or a slip of the pen.
    """
    if not all(map(os.path.exists, paths)):
        return Meter()
    found = (each for path in paths for each in found_under(path))
    return Meter(sum(size_of(each) for each in found if isinstance(each, Path)))


def found_under(path: Path) -> Iterator[Found]:
    """A file itself, or the files of a folder."""
    if os.path.isdir(path):
        yield from files_of(path)
    else:
        yield path


def size_of(path: Path) -> int:
    """A file's size in bytes, 0 for one that is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
