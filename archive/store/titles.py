"""The titles of all documents, without the rest of them."""

from sqlalchemy import Connection, select

from archive.characters import fact
from archive.store.reading import get_many
from archive.store.schema import corrections, documents

TITLES = select(documents.c.id, documents.c.title).order_by(documents.c.sequence.desc())
CORRECTED = select(corrections.c.document_id).where(corrections.c.field == "title").distinct()


def titles(connection: Connection, most: int) -> list[tuple[str, str]]:
    """(id, title) of each document, those that changed last first, at most so many."""
    found = connection.execute(TITLES.limit(most)).all()
    ids = set(connection.scalars(CORRECTED))
    stated = {one.id: one.title for one in get_many(connection, sorted(ids), ledger=False)}
    return [(row.id, stated.get(row.id) or fact(row.title)) for row in found]
