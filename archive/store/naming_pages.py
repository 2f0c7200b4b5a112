"""The pages that somebody means by an address, a source, or the same bytes."""

from sqlalchemy import Connection, or_, select

from archive.store.schema import captures, documents
from archive.store.tolls import of_source

ROW = documents.c


def at_address(connection: Connection, prefix: str) -> tuple[str, ...]:
    """The documents of which an address begins so, by id; of any capture."""
    of_capture = select(captures.c.document_id).where(
        captures.c.url.startswith(prefix, autoescape=True)
    )
    wanted = or_(ROW.url.startswith(prefix, autoescape=True), ROW.id.in_(of_capture))
    return tuple(connection.scalars(select(ROW.id).where(wanted).order_by(ROW.id)))


def of_one_source(connection: Connection, source: str) -> tuple[str, ...]:
    """The documents that are shown as one of this source, by id."""
    wanted = select(ROW.id).where(of_source(connection, source))
    return tuple(connection.scalars(wanted.order_by(ROW.id)))


def with_same_bytes(connection: Connection, document_id: str) -> tuple[str, ...]:
    """The other documents that were ever captured with the same bytes, by id."""
    own = select(captures.c.digest).where(captures.c.document_id == document_id)
    wanted = (
        select(captures.c.document_id)
        .distinct()
        .where(captures.c.digest.in_(own), captures.c.document_id != document_id)
    )
    return tuple(connection.scalars(wanted.order_by(captures.c.document_id)))
