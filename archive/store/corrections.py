"""Corrections as they are kept: each one, with who and why; the last of a field holds."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, bindparam, select

from archive.corrections import Correction
from archive.errors import BadCorrection
from archive.store.schema import corrections


def put_correction(connection: Connection, correction: Correction) -> None:
    """Keep one more."""
    connection.execute(corrections.insert(), asdict(correction))


def check_withdrawal(connection: Connection, correction: Correction) -> None:
    """Raise BadCorrection where a correction withdraws what does not hold."""
    if not correction.is_withdrawal:
        return
    made = corrections_of(connection, [correction.document_id]).get(correction.document_id, ())
    of_field = [one for one in made if one.field == correction.field]
    if not of_field or of_field[-1].is_withdrawal:
        raise BadCorrection(
            f"No correction of {correction.field} holds for {correction.document_id}: "
            "there is nothing to take back."
        )


ROW = corrections.c
EVERY = select(ROW.document_id, ROW.field, ROW.value, ROW.note, ROW.who, ROW.made).order_by(ROW.id)
CORRECTIONS = EVERY.where(ROW.document_id.in_(bindparam("ids", expanding=True)))


def corrections_of(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[Correction, ...]]:
    """The corrections of these documents, oldest first; documents without any are left out."""
    rows = connection.execute(CORRECTIONS, {"ids": ids})
    found: dict[str, tuple[Correction, ...]] = {}
    for values in rows:
        correction = Correction(*values)
        found[correction.document_id] = (*found.get(correction.document_id, ()), correction)
    return found


def all_corrections(connection: Connection) -> tuple[Correction, ...]:
    """Every correction of every document, oldest first."""
    return tuple(Correction(*values) for values in connection.execute(EVERY))
