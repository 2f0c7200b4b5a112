"""A document made again of the capture that the archive has."""

from sqlalchemy import Connection, select

from archive.document import Document
from archive.page_lines import PageLines
from archive.records import Outcome
from archive.sameness import says_the_same
from archive.store.adding import describe_again, touch
from archive.store.reading import get_many
from archive.store.rows import document_row
from archive.store.schema import documents, source_pages
from archive.store.transaction import Transaction
from archive.store.verifying import is_writable


def remake(writing: Transaction, run: int, document: Document, lines: PageLines) -> Outcome:
    """Replace what was made of a document's current capture, where it differs.

    A document that another capture describes by now is left: it was made by the present rules.
    Where only reasons in the ledger differ, they are replaced, and nobody need hear of it: "same".
    """
    connection = writing.connection
    (stored,) = get_many(connection, [document.id], corrected=False) or (None,)
    if stored is None or stored.digest != document.digest:
        return "same"
    writing.add_lines(document.id, lines)
    clean = is_writable(connection, document.id)
    if stored != document or not clean:
        describe_again(connection, capture_of(connection, document.id), document)
    changed = not clean or not says_the_same(stored, document)
    if changed:
        touch(writing, document.id, document_row(document))
    went_over = source_pages.update().where(source_pages.c.document_id == document.id)
    writing.connection.execute(went_over.values(run=run))
    return "changed" if changed else "same"


def capture_of(connection: Connection, document_id: str) -> int:
    """The row id of a document's current capture."""
    row = documents.c
    number: int = connection.execute(select(row.capture).where(row.id == document_id)).scalar_one()
    return number
