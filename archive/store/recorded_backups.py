"""Backups as they are recorded: when, where, which bytes, up to which change."""

from dataclasses import asdict

from sqlalchemy import Connection, select

from archive.store.schema import backups
from archive.withdrawals.recorded_backup import RecordedBackup


def put_backup(connection: Connection, made: RecordedBackup) -> None:
    """Record one more."""
    connection.execute(backups.insert(), asdict(made))


def all_backups(connection: Connection) -> tuple[RecordedBackup, ...]:
    """Every one, oldest first."""
    rows = connection.execute(select(backups).order_by(backups.c.id))
    return tuple(
        RecordedBackup(
            kind=row.kind,
            made=row.made,
            moment=row.moment,
            file=row.file,
            digest=row.digest,
            bytes_count=row.bytes_count,
            sequence=row.sequence,
            documents=row.documents,
        )
        for row in rows
    )
