"""A backup that was written of this archive, or the one that it was restored from."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class RecordedBackup:
    """A backup as it was recorded.

    made:      when it was written, or the archive restored from it (aware, UTC)
    moment:    of which it is (aware, UTC)
    file:      its whole path then; it may have been moved or copied since
    digest:    SHA-256 of the file, 64 hex digits
    sequence:  the number of the last change that is in it
    """

    kind: Literal["backup", "restore"]
    made: datetime
    moment: datetime
    file: str
    digest: str
    bytes_count: int
    sequence: int
    documents: int
