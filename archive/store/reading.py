"""Documents, read back with their ledgers and their corrections laid over."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Integer, Select, bindparam, exists, literal, select

from archive.corrections import laid_over
from archive.document import Document
from archive.errors import DocumentNotFound, DocumentWithdrawn
from archive.store.corrections import corrections_of
from archive.store.ledger import ledgers
from archive.store.rows import AnyRow, document_from
from archive.store.schema import captures, copy_texts, corrections, documents, withdrawals
from archive.store.tombstones import redacted, standing
from archive.withdrawals.tombstone import Kind

# Ids in one question; SQLite's own bound is 32,766 (https://www.sqlite.org/limits.html).
IDS_AT_ONCE = 500

# The flag of a document whose current capture is not as it came.
BLACK = "words were blacked out in it"

# A document's row, with the digest and time of its current capture, the leader of its text's group,
# and whether corrections are to be asked for.
WHOLE: Select[*tuple[Any, ...]] = select(
    documents,
    captures.c.digest,
    captures.c.captured,
    copy_texts.c.leader,
    exists().where(corrections.c.document_id == documents.c.id).label("is_corrected"),
    exists()
    .where(withdrawals.c.document_id == documents.c.id, withdrawals.c.kind == Kind.REDACTED)
    .label("is_redacted"),
)
WHOLE = WHOLE.join_from(documents, captures, captures.c.id == documents.c.capture)
WHOLE = WHOLE.join(copy_texts, copy_texts.c.key == documents.c.same_text, isouter=True)
OF_IDS = WHOLE.where(documents.c.id.in_(bindparam("ids", expanding=True)))
OF_IDS_WITHOUT_TEXT = WHOLE.with_only_columns(
    *(literal("").label("text") if one.name == "text" else one for one in WHOLE.selected_columns)
).where(documents.c.id.in_(bindparam("ids", expanding=True)))
CHANGED_AFTER = (
    WHOLE.where(documents.c.sequence > bindparam("after"))
    .order_by(documents.c.sequence)
    .limit(bindparam("most", type_=Integer))
)


def built(
    connection: Connection,
    rows: Sequence[AnyRow],
    *,
    ledger: bool = True,
    corrected: bool = True,
) -> list[Document]:
    """The documents of these rows, in their order.

    corrected: False gives them as they were made, each text in a group of its own, without the
               flag that words were blacked out
    """
    lines = ledgers(connection, [row.capture for row in rows]) if ledger else {}
    ids = [row.id for row in rows if row.is_corrected and corrected]
    stated = corrections_of(connection, ids) if ids else {}
    found = [document_from(row, lines.get(row.capture, ())) for row in rows]
    if not corrected:
        return found
    black = redacted(connection, [row.id for row in rows if row.is_redacted])
    return [
        laid_over(shown(one, row.leader, one.digest in black), stated.get(one.id, ()))
        for row, one in zip(rows, found, strict=True)
    ]


def shown(document: Document, leader: str | None, black: bool) -> Document:
    """A document in its group, with a flag where words were blacked out in it."""
    if leader:
        document = replace(document, group=leader)
    return replace(document, flags=(*document.flags, BLACK)) if black else document


def get_many(
    connection: Connection, ids: Sequence[str], *, ledger: bool = True, corrected: bool = True
) -> tuple[Document, ...]:
    """The documents of these ids, in their order, absent ones left out.

    corrected: False gives them as they were found
    """
    found: dict[str, Document] = {}
    for start in range(0, len(ids), IDS_AT_ONCE):
        some = ids[start : start + IDS_AT_ONCE]
        rows = connection.execute(OF_IDS, {"ids": some}).all()
        some_built = built(connection, rows, ledger=ledger, corrected=corrected)
        found |= {document.id: document for document in some_built}
    return tuple(found[id] for id in ids if id in found)


def stand_in(connection: Connection, id: str) -> Document | None:
    """What can be read of a document whose text cannot; None where its facts cannot either."""
    rows = connection.execute(OF_IDS_WITHOUT_TEXT, {"ids": [id]}).all()
    return built(connection, rows, ledger=False)[0] if rows else None


def bare(id: str) -> Document:
    """What stands for a document of which nothing can be read but its id."""
    nothing = {"url": None, "source": None, "authors": (), "published": None, "places": ()}
    facts: dict[str, Any] = nothing | {"removed": (), "years_mentioned": (), "captured": None}
    return Document(id=id, title=id, text="", language="und", digest="", **facts)


def find_ids(connection: Connection, prefix: str) -> tuple[str, ...]:
    """The ids that begin so, in order."""
    wanted = documents.c.id.startswith(prefix.lower(), autoescape=True)
    return tuple(connection.scalars(select(documents.c.id).where(wanted).order_by(documents.c.id)))


def after(connection: Connection, sequence: int, most: int) -> list[tuple[int, Document]]:
    """The next documents that changed after a sequence number, at most so many."""
    rows = connection.execute(CHANGED_AFTER, {"after": sequence, "most": most}).all()
    documents_built = built(connection, rows)
    return [(row.sequence, one) for row, one in zip(rows, documents_built, strict=True)]


def changed_after(connection: Connection, sequence: int, most: int) -> list[tuple[int, str]]:
    """(sequence, id) of the next documents that changed after a number; nothing else is read."""
    wanted = select(documents.c.sequence, documents.c.id).where(documents.c.sequence > sequence)
    rows = connection.execute(wanted.order_by(documents.c.sequence).limit(most)).all()
    return [(row.sequence, row.id) for row in rows]


def no_document(connection: Connection, document_id: str) -> DocumentNotFound:
    """The error for an id that the archive does not have, or has no more."""
    found = standing(connection, document_id)
    if found is not None:
        return DocumentWithdrawn(found)
    return DocumentNotFound(f"No document has the id {document_id!r}; `fonds search` lists ids.")
