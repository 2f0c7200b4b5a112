"""Corrections as they are kept: every one, with who and why; the last of a field holds."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, bindparam, select

from archive.corrections import Correction
from archive.store.schema import corrections


def put_correction(connection: Connection, correction: Correction) -> None:
    """Keep one more."""
    connection.execute(corrections.insert(), asdict(correction))


ROW = corrections.c
CORRECTIONS = (
    select(ROW.document_id, ROW.field, ROW.value, ROW.note, ROW.who, ROW.made)
    .where(ROW.document_id.in_(bindparam("ids", expanding=True)))
    .order_by(ROW.id)
)


def corrections_of(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[Correction, ...]]:
    """The corrections of these documents, oldest first; documents without any are left out."""
    rows = connection.execute(CORRECTIONS, {"ids": ids})
    found: dict[str, tuple[Correction, ...]] = {}
    for values in rows:
        correction = Correction(*values)
        found[correction.document_id] = (*found.get(correction.document_id, ()), correction)
    return found
