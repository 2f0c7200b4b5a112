"""A document made again of the capture that the archive has."""

from sqlalchemy import select

from archive.document import Document
from archive.page_lines import PageLines
from archive.records import Outcome
from archive.store.adding import describe_again, touch
from archive.store.reading import get_many
from archive.store.rows import document_row
from archive.store.schema import documents, source_pages
from archive.store.transaction import Transaction


def remake(writing: Transaction, run: int, document: Document, lines: PageLines) -> Outcome:
    """Replace what was made of a document's current capture, where it differs.

    A document that another capture describes by now is left: it was made by the present rules.
    """
    connection = writing.connection
    (stored,) = get_many(connection, [document.id], corrected=False) or (None,)
    if stored is None or stored.digest != document.digest:
        return "same"
    writing.add_lines(document.id, lines)
    outcome: Outcome = "same"
    if stored != document:
        row = documents.c
        capture = connection.execute(select(row.capture).where(row.id == document.id)).scalar_one()
        describe_again(connection, capture, document)
        touch(writing, document.id, document_row(document))
        outcome = "changed"
    went_over = source_pages.update().where(source_pages.c.document_id == document.id)
    writing.connection.execute(went_over.values(run=run))
    return outcome
