"""Every capture of a document: nothing that came in is lost."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from archive.capture import Capture
from archive.document import RemovedLine
from archive.errors import CaptureNotFound
from archive.records import CaptureRecord
from archive.store.bodies import get_body
from archive.store.ledger import ledgers
from archive.store.reading import no_document
from archive.store.rows import AnyRow, capture_from, capture_record_from
from archive.store.schema import bodies, captures, documents


def history(connection: Connection, document_id: str) -> tuple[CaptureRecord, ...]:
    """The captures of a document, oldest first; one of unknown time stands at its ingest."""
    current = current_capture(connection, document_id)
    rows = connection.execute(
        select(captures, bodies.c.bytes_count)
        .join_from(captures, bodies)
        .where(captures.c.document_id == document_id)
        .order_by(captures.c.id)
    )
    return tuple(sorted((capture_record_from(row, current) for row in rows), key=when))


def when(record: CaptureRecord) -> datetime:
    """The best known time of a capture."""
    return record.captured or record.ingested


def rows_after(connection: Connection, number: int, most: int) -> Sequence[AnyRow]:
    """The next captures in the order in which they came in, at most so many; without bytes."""
    wanted = select(captures).where(captures.c.id > number).order_by(captures.c.id).limit(most)
    return connection.execute(wanted).all()


def original(connection: Connection, document_id: str, digest: str | None) -> Capture:
    """A capture as it came, byte for byte; the current one unless a digest is given."""
    number = capture_number(connection, document_id, digest)
    row = connection.execute(select(captures).where(captures.c.id == number)).one()
    return capture_from(row, get_body(connection, row.digest))


def removed(
    connection: Connection, document_id: str, digest: str | None
) -> tuple[RemovedLine, ...]:
    """The ledger of a capture; of the current one unless a digest is given."""
    number = capture_number(connection, document_id, digest)
    return tuple(ledgers(connection, [number])[number])


def capture_number(connection: Connection, document_id: str, digest: str | None) -> int:
    """The row id of a capture. Raise DocumentNotFound or CaptureNotFound."""
    current = current_capture(connection, document_id)
    if digest is None:
        return current
    number: int | None = connection.scalar(
        select(captures.c.id).where(
            captures.c.document_id == document_id, captures.c.digest == digest
        )
    )
    if number is None:
        raise CaptureNotFound(
            f"{document_id} has no capture with the digest {digest!r}; "
            f"`fonds show {document_id} --captures` lists them."
        )
    return number


def current_capture(connection: Connection, document_id: str) -> int:
    """The row id of the capture that a document is described from. Raise DocumentNotFound."""
    number: int | None = connection.scalar(
        select(documents.c.capture).where(documents.c.id == document_id)
    )
    if number is None:
        raise no_document(connection, document_id)
    return number
