"""Whether the database's file is still the one that was opened.

SQLite goes on reading a file that was removed or renamed, and makes a new one where none is: so
what was opened would be served for ever, and an empty archive made where a disk is not mounted.
"""

import os
from pathlib import Path

from archive.errors import ArchiveGone

# Device and number of a file.
FileId = tuple[int, int]


class Presence:
    """The file of a database, as it was when this was made. Opening it anew is up to the caller."""

    def __init__(self, file: Path) -> None:
        """Raise ArchiveGone where there is none."""
        self._file = file
        self._id = self._found()

    def check(self) -> None:
        """Raise ArchiveGone where the file is gone, or another one is in its place."""
        if self._found() != self._id:
            raise ArchiveGone(
                f"{self._file}: another file stands here than the one that was opened. Nothing was "
                "written to either; stop this and start it again, and it opens the new one."
            )

    def _found(self) -> FileId:
        try:
            said = os.stat(self._file)
        except OSError as error:
            raise ArchiveGone(
                f"{self._file}: {error.strerror}. Put the archive's folder back (is its disk "
                "mounted, was it renamed?), or name another one; nothing was made in its place."
            ) from error
        return said.st_dev, said.st_ino
