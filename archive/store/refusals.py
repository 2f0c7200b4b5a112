"""Refused pages: one row for each page and reason, however often it is met."""

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from archive.document import Refused
from archive.identity import digest_of
from archive.records import Refusal
from archive.store.column_types import storable
from archive.store.schema import refusals


def put_refusal(connection: Connection, run: int, refused: Refused) -> None:
    """Keep a refusal, or that a known one was met again."""
    key = key_of(refused)
    now = {
        "mend": refused.mend,
        "offset": refused.offset,
        "last_seen": datetime.now(UTC),
        "run": run,
    }
    again = refusals.update().where(refusals.c.key == key).values(now)
    if connection.execute(again).rowcount:
        return
    first = {
        "key": key,
        "origin": refused.origin,
        "reason": refused.reason,
        "digest": refused.digest,
        "first_seen": now["last_seen"],
    }
    connection.execute(refusals.insert(), now | first)


def key_of(refused: Refused) -> str:
    """What makes two refusals one: origin, bytes and reason."""
    parts = (refused.origin, refused.digest or "", refused.reason)
    return digest_of("\x00".join(storable(part) for part in parts).encode())


def all_refusals(connection: Connection) -> tuple[Refusal, ...]:
    """Every refusal, in the order of their first time."""
    row = refusals.c
    rows = connection.execute(
        select(
            row.origin,
            row.reason,
            row.mend,
            row.offset,
            row.digest,
            row.first_seen,
            row.last_seen,
            row.run,
        )
    )
    found = (Refusal(*values) for values in rows)
    return tuple(sorted(found, key=lambda refusal: (refusal.first_seen, refusal.origin)))
