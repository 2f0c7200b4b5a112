"""Fixity: is everything still here, and is it what it was?"""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Select, bindparam, func, select

from archive.characters import is_whole
from archive.errors import ArchiveDamaged
from archive.records import Fault
from archive.store import tombstones, withholding
from archive.store.bodies import unpacked
from archive.store.column_types import exact
from archive.store.database import Database
from archive.store.rows import AnyRow
from archive.store.schema import bodies, captures, documents, removed_lines
from archive.store.seals import OF_DOCUMENT, OF_LINE, seal_of_document, seal_of_ledger

RESTORE = "Restore a backup; then ingest again what came in after it."
MAKE_AGAIN = "Ingest its origin again, or restore a backup."

UNWRITABLE = "It holds halves of characters, or NUL, which no file can hold."
CLEAN = "Run `fonds reprocess`, which cleans it; until then it is shown with U+FFFD in their place."
REMAKE = "Restore a backup, or run `fonds reprocess`, which makes it again from its raw bytes."

SEALED = (
    select(*(exact(documents.c[name]) for name in OF_DOCUMENT), documents.c.seal)
    .order_by(documents.c.id)
    .limit(100)
)
OF_ONE = select(*(exact(documents.c[name]) for name in OF_DOCUMENT), documents.c.capture).where(
    documents.c.id == bindparam("document")
)
LEDGERS = select(captures.c.id, captures.c.digest, captures.c.ledger_seal).where(
    captures.c.document_id == bindparam("document")
)
LINES_OF = (
    select(*(exact(removed_lines.c[name]) for name in OF_LINE))
    .where(removed_lines.c.capture == bindparam("capture"))
    .order_by(removed_lines.c.position)
)

LINES = (
    select(func.count())
    .where(removed_lines.c.capture == captures.c.id)
    .correlate(captures)
    .scalar_subquery()
)

# What is wrong, a question for the rows that have it, and the mend.
REFERENCES: tuple[tuple[str, Select[tuple[str]], str], ...] = (
    (
        "A capture belongs to no document.",
        select(captures.c.document_id).where(captures.c.document_id.not_in(select(documents.c.id))),
        MAKE_AGAIN,
    ),
    (
        "A document is described from a capture of another one.",
        select(documents.c.id)
        .join_from(documents, captures, captures.c.id == documents.c.capture, isouter=True)
        .where(captures.c.document_id.is_distinct_from(documents.c.id)),
        RESTORE,
    ),
    (
        "A capture has no body.",
        select(captures.c.digest).where(captures.c.digest.not_in(select(bodies.c.digest))),
        MAKE_AGAIN,
    ),
    (
        "A body belongs to no capture.",
        select(bodies.c.digest).where(bodies.c.digest.not_in(select(captures.c.digest))),
        "It does no harm; nothing need be done.",
    ),
    (
        "A ledger has not as many lines as were removed.",
        select(captures.c.document_id).where(captures.c.removed_count != LINES),
        RESTORE,
    ),
)

# Bodies read in one transaction; a long one would keep the write-ahead log from being emptied.
BODIES_AT_ONCE = 100


def faults(database: Database) -> Iterator[Fault]:
    """Each fault, as it is found. Reads everything; writes nothing; others may write meanwhile."""
    for check in CHECKED:
        try:
            yield from check(database)
        except ArchiveDamaged as error:
            cause = getattr(error.__cause__, "orig", None) or error
            yield Fault(
                f"It cannot be read on: {cause}.", f"archive.db ({CHECKED[check]})", RESTORE
            )


def file_faults(database: Database) -> Iterator[Fault]:
    """The database's own check of its pages and indexes, and of its references."""
    if not database.is_sqlite:
        return
    with database.reading() as connection:
        said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    yield from (Fault(line, "archive.db", RESTORE) for line in said if line != "ok")
    for table, row, parent, _ in dangling:
        yield Fault(f"A row of {table} refers to {parent} in vain.", f"row {row}", RESTORE)


def reference_faults(database: Database) -> Iterator[Fault]:
    """Rows that lack what they belong to, and ledgers that lack lines."""
    for what, question, mend in REFERENCES:
        with database.reading() as connection:
            found = connection.scalars(question).all()
        yield from (Fault(what, str(where), mend) for where in found)


def body_faults(database: Database) -> Iterator[Fault]:
    """Each body, unpacked and compared with its digest."""
    last = ""
    while True:
        with database.reading() as connection:
            some = connection.execute(
                select(bodies.c.digest, bodies.c.packed, bodies.c.bytes_count)
                .where(bodies.c.digest > last)
                .order_by(bodies.c.digest)
                .limit(BODIES_AT_ONCE)
            ).all()
        for digest, packed, bytes_count in some:
            try:
                unpacked(packed, bytes_count, digest)
            except ArchiveDamaged as error:
                yield Fault(str(error), digest, MAKE_AGAIN)
        if not some:
            return
        last = some[-1].digest


def seal_faults(database: Database) -> Iterator[Fault]:
    """Each document and each ledger that is not what was stored."""
    last = ""
    while True:
        with database.reading() as connection:
            some = connection.execute(SEALED.where(documents.c.id > last)).all()
            altered = [one for row in some for one in altered_in(connection, row)]
        yield from altered
        if not some:
            return
        last = some[-1].id


def altered_in(connection: Connection, row: AnyRow) -> Iterator[Fault]:
    """What differs from its seal: a document's row, the ledgers of its captures."""
    if row.seal is not None and row.seal != seal_of_document(row._mapping):
        yield Fault("Its text or its facts are not what was stored.", row.id, REMAKE)
    if not writable(row._mapping.values()):
        yield Fault(UNWRITABLE, row.id, CLEAN)
    for capture in connection.execute(LEDGERS, {"document": row.id}).all():
        lines = connection.execute(LINES_OF, {"capture": capture.id}).mappings().all()
        if not all(writable(line.values()) for line in lines):
            yield Fault(UNWRITABLE, f"{row.id} (the ledger of {capture.digest})", CLEAN)
        if capture.ledger_seal is not None and capture.ledger_seal != seal_of_ledger(lines):
            yield Fault(f"The ledger of {capture.digest} is not what was stored.", row.id, REMAKE)


def is_writable(connection: Connection, document_id: str) -> bool:
    """Whether a document and its current ledger can be written to a file as they are stored."""
    row = connection.execute(OF_ONE, {"document": document_id}).one()
    lines = connection.execute(LINES_OF, {"capture": row.capture}).mappings().all()
    return writable(row._mapping.values()) and all(writable(line.values()) for line in lines)


def writable(values: Iterable[object]) -> bool:
    """Whether every text among a row's values can be written to a file."""
    return all(is_whole(value) for value in values if isinstance(value, str))


def hidden_faults(database: Database) -> Iterator[Fault]:
    """Each hidden page that is not what was put aside."""
    with database.reading() as connection:
        found = list(withholding.faults(connection))
    yield from (Fault(what, where, RESTORE) for where, what in found)


def left_faults(database: Database) -> Iterator[Fault]:
    """Withdrawals of which files may still hold something."""
    with database.reading() as connection:
        found = tombstones.pending(connection)
    for one in found:
        yield Fault(
            "Free pages of the database, its log or an old index may still hold what was "
            "withdrawn of it.",
            one.document_id,
            "Run `fonds withdraw --finish`.",
        )


# What a check was reading when the database failed it.
CHECKED = {
    file_faults: "its pages",
    reference_faults: "its tables",
    body_faults: "the raw bodies",
    seal_faults: "the documents and ledgers",
    hidden_faults: "what is hidden",
}
