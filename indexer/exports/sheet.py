"""CSV for spreadsheets: a row a document, without its text, which no cell could hold."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from archive.document import Document, PlaceKind
from indexer.analysis import terms
from indexer.exports.plain import one_line

# Without it, Excel takes UTF-8 for the code page of its computer.
BYTE_ORDER_MARK = "\ufeff"

# A cell that begins so is a formula to a spreadsheet (OWASP, "CSV Injection"); an apostrophe
# before it makes it text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

# Several values of one cell.
BETWEEN = "; "

Cell = Callable[[Document], str]


def places(kind: PlaceKind) -> Cell:
    """What writes the places of a kind, the most mentioned first."""
    return lambda document: BETWEEN.join(p.label for p in document.places if p.kind == kind)


def earliest(document: Document) -> str:
    """The first day that the page can be of; empty where that is open."""
    published = document.published
    return str(published.earliest or "") if published else ""


def latest(document: Document) -> str:
    """The last day that the page can be of; empty where that is open."""
    published = document.published
    return str(published.latest or "") if published else ""


COLUMNS: dict[str, Cell] = {
    "id": lambda document: document.id,
    "title": lambda document: document.title,
    "source": lambda document: document.source or "",
    "authors": lambda document: BETWEEN.join(document.authors),
    "published_from": earliest,
    "published_to": latest,
    "date_rests_on": lambda document: document.published.evidence if document.published else "",
    "language": lambda document: document.language,
    "cities": places("city"),
    "regions": places("region"),
    "countries": places("country"),
    "years_mentioned": lambda document: BETWEEN.join(map(str, document.years_mentioned)),
    "words": lambda document: str(len(terms(document.text))),
    "url": lambda document: document.url or "",
    "captured": lambda document: document.captured.isoformat() if document.captured else "",
    "near_copies": lambda document: document.group or "",
    "sha256": lambda document: document.digest,
}


def sheet(documents: Iterable[Document]) -> Iterator[str]:
    """A header, then each document as one row; lines end as RFC 4180 has it."""
    yield BYTE_ORDER_MARK + row(COLUMNS)
    for document in documents:
        yield row(guarded(one_line(cell(document))) for cell in COLUMNS.values())


def row(cells: Iterable[str]) -> str:
    """The cells as one line."""
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def guarded(cell: str) -> str:
    """The cell, so that no spreadsheet computes it."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
