"""Corrections as they are kept: every one, with who and why; the last of a field holds."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, select

from archive.corrections import Correction
from archive.store.schema import corrections


def put_correction(connection: Connection, correction: Correction) -> None:
    """Keep one more."""
    connection.execute(corrections.insert(), asdict(correction))


def corrections_of(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[Correction, ...]]:
    """The corrections of these documents, oldest first; documents without any are left out."""
    row = corrections.c
    rows = connection.execute(
        select(row.document_id, row.field, row.value, row.note, row.who, row.made)
        .where(row.document_id.in_(ids))
        .order_by(row.id)
    )
    found: dict[str, tuple[Correction, ...]] = {}
    for values in rows:
        correction = Correction(*values)
        found[correction.document_id] = (*found.get(correction.document_id, ()), correction)
    return found
