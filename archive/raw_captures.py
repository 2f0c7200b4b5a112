"""The captures of an archive as they came, and their bytes."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import datetime

from archive.capture import Capture
from archive.store import adding, bodies, history
from archive.store.database import Database
from archive.store.rows import capture_from

# Rows read in one transaction; each body is read by itself.
READ_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class KeptCapture:
    """A capture as it came.

    number:    in the order in which captures came in
    seen_last: when the same bytes were last fetched (aware), or None
    ingested:  when the archive took it (aware)
    """

    number: int
    capture: Capture
    seen_last: datetime | None
    ingested: datetime


class RawCaptures:
    """What came in. Raises what Archive's methods raise."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def has(self, document_id: str, digest: str) -> bool:
        """Whether a document has a capture with these bytes."""
        with self._database.reading(about=document_id) as connection:
            return adding.before(connection, document_id, digest).same is not None

    def body(self, digest: str) -> bytes | None:
        """The raw bytes with this digest, of whatever document; None where there are none."""
        with self._database.reading() as connection:
            return bodies.find_body(connection, digest)

    def scan(self, ids: Container[str] | None = None) -> Iterator[KeptCapture]:
        """Every capture, in the order in which they came in; of these documents only, or of all.

        Streams, and holds no transaction meanwhile.
        """
        after = 0
        while True:
            with self._database.reading() as connection:
                rows = history.rows_after(connection, after, READ_AT_ONCE)
            if not rows:
                return
            for row in rows:
                if ids is None or row.document_id in ids:
                    with self._database.reading() as connection:
                        body = bodies.get_body(connection, row.digest)
                    yield KeptCapture(row.id, capture_from(row, body), row.seen_last, row.ingested)
            after = rows[-1].id
