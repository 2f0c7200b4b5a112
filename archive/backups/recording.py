"""What is recorded of a backup: when, where, which bytes, up to which change."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from archive.backups.contents import Backup
from archive.withdrawals.recorded_backup import RecordedBackup


def recorded(
    kind: Literal["backup", "restore"], backup: Backup, written: Path, called: Path
) -> RecordedBackup:
    """The record of a backup's file; `called`: the name by which it is known from then on."""
    with written.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return RecordedBackup(
        kind=kind,
        made=datetime.now(UTC),
        moment=backup.made,
        file=str(called),
        digest=digest,
        bytes_count=written.stat().st_size,
        sequence=backup.sequence,
        documents=backup.documents,
    )
