"""A page comes in: new, changed, or the same as before.

The document is described from its current capture: the one that was fetched last. So

- an older capture that comes in after a newer one is kept, with its ledger, and does not
  become current (where a time is unknown, what comes in last is taken as the newer);
- bytes that come back (A, then B, then A again, fetched later) become current again;
- whatever the order of ingest, captures with known times end with the same one current.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, or_, select

from archive.capture import Capture
from archive.document import Document
from archive.errors import DocumentWithdrawn
from archive.page_lines import PageLines, source_of
from archive.records import Outcome
from archive.store.bodies import packed_row
from archive.store.rows import Values, capture_row, document_row, ledger_rows
from archive.store.schema import captures, documents, removed_lines
from archive.store.seals import seal_of_ledger
from archive.store.tombstones import keeping_out
from archive.store.transaction import Transaction, insert


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
    current = same = None
    for row in connection.execute(BEFORE, {"document": document_id, "bytes": digest}):
        known = Known(row.id, row.captured, row.seen_last)
        current = known if row.id == row.capture else current
        same = known if row.digest == digest else same
    return Before(current, same)


BEFORE = (
    select(
        captures.c.id,
        captures.c.digest,
        captures.c.captured,
        captures.c.seen_last,
        documents.c.capture,
    )
    .join_from(captures, documents, documents.c.id == captures.c.document_id)
    .where(
        captures.c.document_id == bindparam("document"),
        or_(captures.c.digest == bindparam("bytes"), captures.c.id == documents.c.capture),
    )
)


def add(
    writing: Transaction,
    run: int,
    capture: Capture,
    document: Document,
    level: int,
    lines: PageLines | None = None,
) -> Outcome:
    """Store a capture and the document that was made of it (see the module for which is current).

    lines: what is remembered of the page for its source; None where nothing is
    Raise ValueError where the document was made of other bytes, DocumentWithdrawn where the page
    or its bytes were withdrawn.
    """
    digest = capture.digest
    if document.digest != digest:
        raise ValueError(f"document {document.id} was not made of {capture.origin}: digests differ")
    row = capture_row(capture, document, datetime.now(UTC), run)
    facts = document_row(document)
    connection = writing.connection_about(document.id)
    if out := keeping_out(connection, document.id, digest):
        raise DocumentWithdrawn(out)
    had = before(connection, document.id, digest)
    takes_over = had.takes_over(capture.captured)
    if had.same:
        see_again(writing, had.same, capture.captured)
        if not takes_over:
            return "same"
        number = had.same.id
        describe_again(writing.connection, number, document)
    else:
        number = writing.next_capture()
        ledger = ledger_rows(number, document.removed)
        writing.add_capture(packed_row(digest, capture.body, level), {**row, "id": number}, ledger)
    facts["capture"] = number
    if takes_over:
        writing.add_lines(document.id, lines or lines_of_none(capture))
    if had.current is None:
        writing.add_document({**facts, "sequence": writing.next_sequence()})
        return "new"
    touch(writing, document.id, facts if takes_over else {})
    return "changed"


def lines_of_none(capture: Capture) -> PageLines:
    """The page's source, where nothing is remembered of its lines."""
    return PageLines(source_of(capture.url, capture.supplied.value("source")), b"")


def seen_again(writing: Transaction, capture: Capture) -> bool:
    """Whether adding this capture could only be "same"; then its time of fetch is kept."""
    id = capture.document_id
    had = before(writing.connection_about(id), id, capture.digest)
    if had.same is None or had.takes_over(capture.captured):
        return False
    see_again(writing, had.same, capture.captured)
    return True


def see_again(writing: Transaction, known: Known, captured: datetime | None) -> None:
    """Keep that the same bytes were fetched earlier or later than known."""
    if captured is None:
        return
    first = min(captured, known.captured or captured)
    last = max(captured, known.seen_last or captured)
    if (first, last) == (known.captured, known.seen_last):
        return
    seen = captures.update().where(captures.c.id == known.id)
    writing.connection.execute(seen.values(captured=first, seen_last=last))


def describe_again(connection: Connection, capture: int, document: Document) -> None:
    """Replace the ledger of a capture that becomes current again: text and ledger go together."""
    connection.execute(removed_lines.delete().where(removed_lines.c.capture == capture))
    ledger = ledger_rows(capture, document.removed)
    insert(connection, removed_lines, ledger)
    row = captures.update().where(captures.c.id == capture)
    connection.execute(row.values(removed_count=len(ledger), ledger_seal=seal_of_ledger(ledger)))


def touch(writing: Transaction, document_id: str, changed: Values) -> bool:
    """Change a document's row, and give it the next number. False where there is no such row."""
    if "same_text" in changed:
        text = select(documents.c.same_text).where(documents.c.id == document_id)
        writing.note_text(writing.connection.scalar(text))
        writing.note_text(changed["same_text"])
    row = documents.update().where(documents.c.id == document_id)
    values = changed | {"sequence": writing.next_sequence()}
    return writing.connection.execute(row.values(values)).rowcount > 0
