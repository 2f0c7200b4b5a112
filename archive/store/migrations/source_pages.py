"""Schema 2: the source of each document, and the lines of a sample of each source's pages."""

import json

from sqlalchemy import Connection

from archive.page_lines import source_of
from archive.store.column_types import restored, storable

MAKE_SOURCE_PAGES = (
    """
    CREATE TABLE source_pages (
        document_id TEXT NOT NULL,
        source TEXT NOT NULL,
        run INTEGER,
        PRIMARY KEY (document_id),
        FOREIGN KEY(document_id) REFERENCES documents (id),
        FOREIGN KEY(run) REFERENCES runs (id)
    )
    """,
    "CREATE INDEX source_pages_by_source ON source_pages (source, document_id)",
    """
    CREATE TABLE source_lines (
        document_id TEXT NOT NULL,
        source TEXT NOT NULL,
        lines BLOB NOT NULL,
        PRIMARY KEY (document_id),
        FOREIGN KEY(document_id) REFERENCES source_pages (document_id)
    )
    """,
    "CREATE INDEX source_lines_by_source ON source_lines (source, document_id)",
)

CURRENT = (
    "SELECT d.id, c.url, c.stated, d.source FROM documents d JOIN captures c ON c.id = d.capture"
)
PUT = "INSERT INTO source_pages (document_id, source) VALUES (?, ?)"
ROWS_AT_ONCE = 1_000


def find_sources(connection: Connection) -> None:
    """Give each document its source. Its lines are remembered when it is next made again."""
    found = connection.exec_driver_sql(CURRENT)
    for rows in found.partitions(ROWS_AT_ONCE):
        sources = [
            (id, storable(source_of(plain(url), said(stated)) or plain(source) or ""))
            for id, url, stated, source in rows
        ]
        connection.exec_driver_sql(PUT, sources)


def plain(text: str | None) -> str | None:
    """Text as the columns of this schema keep it."""
    return None if text is None else restored(text)


def said(stated: str) -> str | None:
    """The source that a capture states."""
    source = json.loads(restored(stated)).get("source")
    return source if isinstance(source, str) else None
