"""Schema 5: documents and ledgers are sealed, as they are now."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Select, bindparam, select

from archive.store.column_types import exact
from archive.store.rows import AnyRow
from archive.store.schema import captures, documents, removed_lines
from archive.store.seals import OF_DOCUMENT, OF_LINE, seal_of_document, seal_of_ledger

ADD_SEALS = (
    "ALTER TABLE documents ADD COLUMN seal TEXT",
    "ALTER TABLE captures ADD COLUMN ledger_seal TEXT",
)
ROWS_AT_ONCE = 200

ALL_OF_DOCUMENT = select(*(exact(documents.c[name]) for name in OF_DOCUMENT))
LINES = select(*(exact(removed_lines.c[name]) for name in OF_LINE)).order_by(
    removed_lines.c.position
)


def seal_documents(connection: Connection) -> None:
    """Seal every document."""
    put = documents.update().where(documents.c.id == bindparam("of")).values(seal=bindparam("new"))
    for some in blocks(connection, ALL_OF_DOCUMENT, "id", documents.c.id, ""):
        seals = [{"of": row.id, "new": seal_of_document(row._mapping)} for row in some]
        connection.execute(put, seals)


def seal_ledgers(connection: Connection) -> None:
    """Seal the ledger of every capture."""
    number = captures.c.id
    put = captures.update().where(number == bindparam("of")).values(ledger_seal=bindparam("new"))
    for some in blocks(connection, select(number), "id", number, 0):
        seals = []
        for row in some:
            lines = connection.execute(LINES.where(removed_lines.c.capture == row.id)).mappings()
            seals.append({"of": row.id, "new": seal_of_ledger(lines)})
        connection.execute(put, seals)


def blocks(
    connection: Connection,
    question: Select[tuple[object, ...]],
    name: str,
    key: Column[Any],
    last: object,
) -> Iterator[list[AnyRow]]:
    """The rows of a question in the order of a key, some at a time."""
    while some := connection.execute(
        question.where(key > last).order_by(key).limit(ROWS_AT_ONCE)
    ).all():
        yield list(some)
        last = getattr(some[-1], name)
