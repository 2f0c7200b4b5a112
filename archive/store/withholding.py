"""A hidden page: its rows are put aside whole, and put back as they were.

What is hidden stands in tables of its own. So no question about documents, captures or counts can
find it by an oversight; and what comes back is what was put aside, value by value.
"""

import base64
import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, column, select, table

from archive.errors import ArchiveDamaged
from archive.identity import digest_of
from archive.store.as_json import as_json
from archive.store.bodies import unpacked
from archive.store.schema import (
    bodies,
    captures,
    corrections,
    documents,
    removed_lines,
    source_lines,
    source_pages,
    withheld,
    withheld_bodies,
)
from archive.store.transaction import Transaction

Rows = list[dict[str, Any]]

# In the order in which they are put back: parents first.
BY_DOCUMENT = (
    (captures, "document_id"),
    (documents, "id"),
    (corrections, "document_id"),
    (source_pages, "document_id"),
    (source_lines, "document_id"),
)
BODY_COLUMNS = ("digest", "bytes_count", "bytes_stored", "packed")


def put_aside(connection: Connection, document_id: str) -> None:
    """Copy everything of a document into the tables of what is hidden."""
    rows = {of.name: raw_rows(connection, of, named, [document_id]) for of, named in BY_DOCUMENT}
    numbers = [row["id"] for row in rows[captures.name]]
    rows[removed_lines.name] = raw_rows(connection, removed_lines, "capture", numbers)
    text = as_json(rows)
    connection.execute(
        withheld.insert(),
        {"document_id": document_id, "rows": text, "seal": seal_of(text)},
    )
    digests = sorted({row["digest"] for row in rows[captures.name]})
    for digest in digests:
        asked = select(bodies).where(bodies.c.digest == digest)
        row = connection.execute(asked).mappings().one()
        connection.execute(withheld_bodies.insert(), {"document_id": document_id, **row})


def put_back(writing: Transaction, document_id: str) -> None:
    """Put a hidden document back, with new numbers: for everybody else it comes in now."""
    connection = writing.connection
    rows = rows_of(connection, document_id)
    put_bodies_back(connection, document_id)
    numbers = {row["id"]: writing.next_capture() for row in rows[captures.name]}
    for row in rows[captures.name]:
        row["id"] = numbers[row["id"]]
    for row in rows[removed_lines.name]:
        row["capture"] = numbers[row["capture"]]
    for row in rows[documents.name]:
        row |= {"capture": numbers[row["capture"]], "sequence": writing.next_sequence()}
        writing.note_text(row["same_text"])
    for row in rows[corrections.name]:
        del row["id"]
    for of in (*(of for of, _ in BY_DOCUMENT), removed_lines):
        insert_raw(connection, of, rows[of.name])
    forget(connection, document_id)


def put_bodies_back(connection: Connection, document_id: str) -> None:
    """The bytes of a hidden document among those of the others, each once."""
    held = withheld_bodies.c
    there = select(bodies.c.digest)
    wanted = select(*(held[name] for name in BODY_COLUMNS)).where(
        held.document_id == document_id, held.digest.not_in(there)
    )
    connection.execute(bodies.insert().from_select(BODY_COLUMNS, wanted))


def forget(connection: Connection, document_id: str) -> None:
    """Delete what was put aside of a document."""
    for of in (withheld_bodies, withheld):
        connection.execute(of.delete().where(of.c.document_id == document_id))


def rows_of(connection: Connection, document_id: str) -> dict[str, Rows]:
    """What was put aside of a document. Raise ArchiveDamaged where it is not what was stored."""
    asked = select(withheld.c.rows, withheld.c.seal).where(withheld.c.document_id == document_id)
    row = connection.execute(asked).first()
    if row is None or seal_of(row.rows) != row.seal:
        raise ArchiveDamaged(
            f"What is hidden of {document_id} is not what was stored; restore a backup."
        )
    found = json.loads(row.rows)
    return {name: [decoded(values) for values in some] for name, some in found.items()}


def faults(connection: Connection) -> Iterable[tuple[str, str]]:
    """(id, what is wrong) of each hidden document that is not what was stored."""
    for document_id in connection.scalars(select(withheld.c.document_id)).all():
        held = withheld_bodies.c
        wanted = select(held.digest).where(held.document_id == document_id)
        try:
            rows_of(connection, document_id)
            for digest in connection.scalars(wanted).all():
                asked = select(held.packed, held.bytes_count)
                asked = asked.where(held.document_id == document_id, held.digest == digest)
                row = connection.execute(asked).one()
                unpacked(row.packed, row.bytes_count, digest)
        except ArchiveDamaged as error:
            yield document_id, str(error)


def raw_rows(connection: Connection, of: Table, named: str, values: list[Any]) -> Rows:
    """Rows as the database holds them, in the order of their keys."""
    raw = table(of.name, *(column(each.name) for each in of.columns))
    wanted = select(raw).where(raw.c[named].in_(values))
    ordered = wanted.order_by(*(raw.c[each.name] for each in of.primary_key))
    return [encoded(row) for row in connection.execute(ordered).mappings()]


def insert_raw(connection: Connection, of: Table, rows: Rows) -> None:
    """Insert rows as the database holds them."""
    if rows:
        raw = table(of.name, *(column(name) for name in rows[0]))
        connection.execute(raw.insert(), rows)


def encoded(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row as JSON holds it: bytes as base64 in a list of one."""
    return {
        name: [base64.b64encode(value).decode("ascii")] if isinstance(value, bytes) else value
        for name, value in row.items()
    }


def decoded(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row that `encoded` was given."""
    return {
        name: base64.b64decode(value[0]) if isinstance(value, list) else value
        for name, value in row.items()
    }


def seal_of(text: str) -> str:
    """The digest of what was put aside."""
    return digest_of(text.encode("utf-8"))
