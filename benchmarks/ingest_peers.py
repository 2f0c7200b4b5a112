"""The peers of ingest, used as their manuals show: read, extract, index; no ledger, no facts.

Of web pages the text is what trafilatura extracts; of rows it is what the row says.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

Pages = Iterator[tuple[str, str]]
MEMORY_MB = 256


def pages_of(path: Path) -> Pages:
    """(address, text) of each page in a file."""
    return pages_of_warc(path) if path.suffix == ".gz" else pages_of_rows(path)


def pages_of_warc(path: Path) -> Pages:
    """What trafilatura extracts of each response."""
    import trafilatura
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with path.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True):
            text = trafilatura.extract(record.reader.read()) or ""
            yield record.headers["WARC-Target-URI"], text


def pages_of_rows(path: Path) -> Pages:
    """The text of each row."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield row["url"], row["text"]


def into_whoosh(path: Path, folder: Path) -> int:
    """Into plain Whoosh; how many pages."""
    from whoosh import fields, index
    from whoosh.analysis import StemmingAnalyzer

    folder.mkdir()
    text = fields.TEXT(analyzer=StemmingAnalyzer(), stored=True)
    schema = fields.Schema(id=fields.ID(stored=True, unique=True), text=text)
    writer = index.create_in(str(folder), schema).writer(limitmb=MEMORY_MB)
    count = 0
    for id, words in pages_of(path):
        writer.add_document(id=id, text=words)
        count += 1
    writer.commit()
    return count


def into_fts5(path: Path, folder: Path) -> int:
    """Into SQLite FTS5; how many pages."""
    folder.mkdir()
    with sqlite3.connect(folder / "pages.db") as connection:
        connection.execute("CREATE VIRTUAL TABLE p USING fts5(id, text, tokenize = 'porter')")
        count = connection.executemany("INSERT INTO p VALUES (?, ?)", pages_of(path)).rowcount
    connection.close()
    return count


PEERS: dict[str, Callable[[Path, Path], int]] = {
    "plain Whoosh": into_whoosh,
    "SQLite FTS5": into_fts5,
}
