"""The real corpora beside the project, as captures and documents (see ../shared/corpora)."""

import io
import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

import zstandard

from archive.capture import Capture
from archive.document import Document, Place, PublicationDate

# The larger ones, which searches and indexing are measured on: 67,556 documents.
LARGE = ("nyc", "dc", "gov_blogs")

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"

# How the corpora name the few cities that they come from.
CITIES = {
    "New York City": Place(5128581, "New York City", "city", "New York", "United States"),
    "Washington": Place(4140963, "Washington", "city", "Washington, D.C.", "United States"),
}


def pages(name: str) -> Iterator[tuple[Capture, Document]]:
    """Every page of a corpus that has text, described by what the corpus states."""
    with open(CORPORA / f"{name}.jsonl.zst", "rb") as packed:
        stream = zstandard.ZstdDecompressor().stream_reader(packed)
        for line in io.TextIOWrapper(stream, "utf-8"):
            row: dict[str, str | None] = json.loads(line)
            if row.get("text"):
                yield page(row)


def captured(names: Sequence[str], most: int | None = None) -> Iterator[tuple[Capture, Document]]:
    """The pages of several corpora as a stream, each id once, at most so many of each corpus."""
    known: set[str] = set()
    for name in names:
        for capture, document in islice(pages(name), most):
            if document.id not in known:
                known.add(document.id)
                yield capture, document


def documents(names: Sequence[str], most: int | None = None) -> Iterator[Document]:
    """The documents alone."""
    return (document for _, document in captured(names, most))


def page(row: dict[str, str | None]) -> tuple[Capture, Document]:
    """One line of a corpus."""
    text = row.get("text") or ""
    # Not the row's own address: some rows share one.
    url = f"https://corpus.example/{row['id']}"
    capture = Capture(text.encode(), "text/plain", url, None, "corpus")
    city = CITIES.get((row.get("place") or "").split(",")[0])
    document = Document(
        id=capture.document_id,
        title=(row.get("title") or text[:80]).strip() or "Untitled",
        text=text,
        removed=(),
        url=url,
        source=row.get("source"),
        authors=(),
        published=day_of(row.get("date")),
        language=row.get("lang") or "und",
        places=(city,) if city else (),
        years_mentioned=(),
        captured=None,
        digest=capture.digest,
    )
    return capture, document


def day_of(stated: str | None) -> PublicationDate | None:
    """The day that a row states, or None."""
    try:
        day = date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None
    return PublicationDate(day, day, "manifest", stated or "")
