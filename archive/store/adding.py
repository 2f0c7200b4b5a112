"""A page comes in: new, changed, or the same as before.

The document is described from its current capture: the one that was fetched last. So

- an older capture that comes in after a newer one is kept, with its ledger, and does not
  become current (where a time is unknown, what comes in last is taken as the newer);
- bytes that come back (A, then B, then A again, fetched later) become current again;
- whatever the order of ingest, captures with known times end with the same one current.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, or_, select

from archive.capture import Capture
from archive.document import Document
from archive.records import Outcome
from archive.store.bodies import put_body
from archive.store.ledger import drop_ledger, put_ledger
from archive.store.rows import Values, capture_row, document_row
from archive.store.schema import captures, documents


@dataclass(frozen=True, slots=True)
class Known:
    """A capture that the archive has: its row id, and when its bytes were first and last seen."""

    id: int
    captured: datetime | None
    seen_last: datetime | None


@dataclass(frozen=True, slots=True)
class Before:
    """What the archive has of a document before a capture of it is added.

    current: the capture that it is described from, or None for a new document
    same:    its capture with the same bytes, or None
    """

    current: Known | None
    same: Known | None

    def takes_over(self, captured: datetime | None) -> bool:
        """Whether bytes fetched then are what the document is described from henceforth."""
        last = self.current.seen_last if self.current else None
        if self.same is None:
            return last is None or captured is None or captured >= last
        if self.current is None or self.same.id == self.current.id:
            return False
        return last is not None and captured is not None and captured > last


def before(connection: Connection, document_id: str, digest: str) -> Before:
    """What is there already."""
    capture = captures.c
    rows = connection.execute(
        select(capture.id, capture.digest, capture.captured, capture.seen_last, documents.c.capture)
        .join_from(captures, documents, documents.c.id == capture.document_id)
        .where(
            capture.document_id == document_id,
            or_(capture.digest == digest, capture.id == documents.c.capture),
        )
    )
    current = same = None
    for row in rows:
        known = Known(row.id, row.captured, row.seen_last)
        current = known if row.id == row.capture else current
        same = known if row.digest == digest else same
    return Before(current, same)


def add(
    connection: Connection, run: int, capture: Capture, document: Document, level: int
) -> Outcome:
    """Store a capture and the document that was made of it (see the module for which is current).

    Raise ValueError where the document was made of other bytes.
    """
    digest = capture.digest
    if document.digest != digest:
        raise ValueError(f"document {document.id} was not made of {capture.origin}: digests differ")
    row = capture_row(capture, document, datetime.now(UTC), run)
    facts = document_row(document)
    had = before(connection, document.id, digest)
    takes_over = had.takes_over(capture.captured)
    if had.same:
        see_again(connection, had.same, capture.captured)
        if not takes_over:
            return "same"
        number = had.same.id
        drop_ledger(connection, number)
        recount = captures.update().where(captures.c.id == number)
        connection.execute(recount.values(removed_count=len(document.removed)))
    else:
        put_body(connection, digest, capture.body, level)
        number = inserted_id(connection, row)
    put_ledger(connection, number, document.removed)
    if had.current is None:
        sequence = last_sequence(connection) + 1
        connection.execute(documents.insert(), {**facts, "capture": number, "sequence": sequence})
        return "new"
    touch(connection, document.id, {**facts, "capture": number} if takes_over else {})
    return "changed"


def inserted_id(connection: Connection, row: Values) -> int:
    """Insert a capture's row; its id."""
    key = connection.execute(captures.insert(), row).inserted_primary_key
    assert key is not None  # noqa: S101  (an insert of one row has one)
    number: int = key[0]
    return number


def see_again(connection: Connection, known: Known, captured: datetime | None) -> None:
    """Keep that the same bytes were fetched earlier or later than known."""
    if captured is None:
        return
    first = min(captured, known.captured or captured)
    last = max(captured, known.seen_last or captured)
    if (first, last) == (known.captured, known.seen_last):
        return
    seen = captures.update().where(captures.c.id == known.id)
    connection.execute(seen.values(captured=first, seen_last=last))


def seen_again(connection: Connection, capture: Capture) -> bool:
    """Whether adding this capture could only be "same"; then its time of fetch is kept."""
    had = before(connection, capture.document_id, capture.digest)
    if had.same is None or had.takes_over(capture.captured):
        return False
    see_again(connection, had.same, capture.captured)
    return True


def touch(connection: Connection, document_id: str, changed: Values) -> bool:
    """Change a document's row, and give it the next number. False where there is no such row."""
    row = documents.update().where(documents.c.id == document_id)
    values = changed | {"sequence": last_sequence(connection) + 1}
    return connection.execute(row.values(values)).rowcount > 0


def last_sequence(connection: Connection) -> int:
    """The highest number given to any document, 0 where there is none."""
    return connection.scalar(select(func.max(documents.c.sequence))) or 0
