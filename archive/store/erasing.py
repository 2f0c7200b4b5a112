"""Every row of a document taken out, the bytes that nobody else has with them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, exists, or_, select

from archive.store.rows import AnyRow
from archive.store.schema import (
    bodies,
    captures,
    corrections,
    documents,
    refusals,
    removed_lines,
    source_lines,
    source_pages,
    source_profiles,
)
from archive.store.transaction import Transaction

OF_DOCUMENT = (corrections, source_lines, source_pages)


@contextmanager
def overwriting(connection: Connection) -> Iterator[None]:
    """Let SQLite write zeros over what is deleted (https://sqlite.org/pragma.html)."""
    is_sqlite = connection.engine.dialect.name == "sqlite"
    if is_sqlite:
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
    try:
        yield
    finally:
        if is_sqlite:
            connection.exec_driver_sql("PRAGMA secure_delete=OFF")


def erase(writing: Transaction, document_id: str) -> None:
    """Take a document out, with all that is kept of it and was counted on it."""
    connection = writing.connection
    held = captures_of(connection, document_id)
    forget_refusals(connection, document_id, held)
    forget_profile(connection, document_id)
    key = connection.scalar(select(documents.c.same_text).where(documents.c.id == document_id))
    writing.note_text(key)
    of_captures = select(captures.c.id).where(captures.c.document_id == document_id)
    connection.execute(removed_lines.delete().where(removed_lines.c.capture.in_(of_captures)))
    for table in OF_DOCUMENT:
        connection.execute(table.delete().where(table.c.document_id == document_id))
    connection.execute(documents.delete().where(documents.c.id == document_id))
    connection.execute(captures.delete().where(captures.c.document_id == document_id))
    drop_unused_bodies(connection, [row.digest for row in held])


def captures_of(connection: Connection, document_id: str) -> Sequence[AnyRow]:
    """The captures of a document, in the order in which they came in."""
    wanted = select(captures).where(captures.c.document_id == document_id)
    return connection.execute(wanted.order_by(captures.c.id)).all()


def first_in(held: Sequence[AnyRow]) -> datetime | None:
    """When the first of these captures came in."""
    return min((row.ingested for row in held), default=None)


def forget_refusals(connection: Connection, document_id: str, held: Sequence[AnyRow]) -> None:
    """Forget the refusals that name a document: by its bytes, its address or where it was read."""
    url = connection.scalar(select(documents.c.url).where(documents.c.id == document_id))
    named = {name for row in held for name in (row.url, row.origin)} | {url}
    for name in filter(None, named):
        row = refusals.c
        told = or_(row.origin == name, row.reason.contains(name, autoescape=True))
        connection.execute(refusals.delete().where(told))
    of_bytes = refusals.c.digest.in_([row.digest for row in held])
    connection.execute(refusals.delete().where(of_bytes))


def forget_profile(connection: Connection, document_id: str) -> None:
    """Forget what was counted on the pages of a document's source; it is counted anew."""
    source = select(source_pages.c.source).where(source_pages.c.document_id == document_id)
    connection.execute(source_profiles.delete().where(source_profiles.c.source.in_(source)))


def drop_unused_bodies(connection: Connection, digests: Sequence[str]) -> None:
    """Delete those of these bodies that no capture has."""
    unused = ~exists().where(captures.c.digest == bodies.c.digest)
    for digest in digests:
        connection.execute(bodies.delete().where(bodies.c.digest == digest, unused))
