"""Words blacked out in a page: its bytes, ledgers, facts and corrections replaced in one step."""

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import Connection, select

from archive.errors import BadWithdrawal
from archive.store import tombstones
from archive.store.adding import touch
from archive.store.bodies import packed_row
from archive.store.erasing import (
    captures_of,
    drop_unused_bodies,
    first_in,
    forget_profile,
    forget_refusals,
)
from archive.store.history import current_capture
from archive.store.rows import AnyRow, document_row, ledger_rows
from archive.store.schema import bodies, captures, corrections, removed_lines, runs
from archive.store.seals import seal_of_ledger
from archive.store.supplied import supplied_text
from archive.store.transaction import Transaction, insert
from archive.withdrawals.redaction import RedactedCapture, Redaction
from archive.withdrawals.tombstone import Kind, Order, Tombstone


def redact(writing: Transaction, redaction: Redaction, order: Order, level: int) -> Tombstone:
    """Put a redaction in the place of what the archive has.

    Raise DocumentNotFound, and BadWithdrawal where another capture came in meanwhile.
    """
    connection, document = writing.connection, redaction.document
    current = current_capture(connection, document.id)
    held = {row.digest: row for row in captures_of(connection, document.id)}
    if set(held) != {one.before for one in redaction.captures}:
        raise BadWithdrawal(f"{document.id} was captured again meanwhile; try again.")
    forget_refusals(connection, document.id, list(held.values()))
    forget_profile(connection, document.id)
    first = first_in(list(held.values()))
    before = {row.digest for row in held.values() if row.id == current}
    # The current capture first: of two that are the same now it is the one that stays.
    ordered = sorted(redaction.captures, key=lambda one: one.before not in before)
    for one in ordered:
        replace_capture(connection, held[one.before], one, level)
    facts = document_row(document) | {"capture": current}
    touch(writing, document.id, facts)
    replace_corrections(writing.connection, redaction)
    if redaction.lines is not None:
        writing.add_lines(document.id, redaction.lines)
    drop_unused_bodies(writing.connection, list(held))
    changed = [(one.before, one.capture.digest) for one in redaction.captures]
    pairs = sorted((old, new) for old, new in changed if old != new)
    return tombstones.put(writing, document.id, Kind.REDACTED, order, pairs, first)


def replace_capture(connection: Connection, row: AnyRow, one: RedactedCapture, level: int) -> None:
    """New bytes, facts and ledger for a capture; it goes where another one has the bytes now."""
    connection.execute(removed_lines.delete().where(removed_lines.c.capture == row.id))
    digest = one.capture.digest
    same = select(captures.c.id).where(
        captures.c.document_id == row.document_id,
        captures.c.digest == digest,
        captures.c.id != row.id,
    )
    if connection.execute(same).first() is not None:
        connection.execute(captures.delete().where(captures.c.id == row.id))
        return
    known = select(bodies.c.digest).where(bodies.c.digest == digest)
    if connection.execute(known).first() is None:
        insert(connection, bodies, [packed_row(digest, one.capture.body, level)])
    ledger = ledger_rows(row.id, one.removed)
    insert(connection, removed_lines, ledger)
    values = {
        "digest": digest,
        "origin": one.capture.origin,
        "supplied": supplied_text(one.capture.supplied),
        "removed_count": len(ledger),
        "ledger_seal": seal_of_ledger(ledger),
    }
    connection.execute(captures.update().where(captures.c.id == row.id).values(values))


def replace_corrections(connection: Connection, redaction: Redaction) -> None:
    """The corrections of a document as they are now."""
    of_document = corrections.c.document_id == redaction.document.id
    connection.execute(corrections.delete().where(of_document))
    insert(connection, corrections, [asdict(one) for one in redaction.corrections])


def blacken_runs(connection: Connection, changed: Iterable[tuple[int, str, str]]) -> None:
    """(id, command, inputs as JSON) of runs whose words were blacked out."""
    for number, command, inputs in changed:
        row = runs.update().where(runs.c.id == number)
        connection.execute(row.values(command=command, inputs=inputs))
