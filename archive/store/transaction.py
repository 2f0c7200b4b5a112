"""One write transaction: rows are gathered and written many at a time.

The database's cost is in statements more than in rows, so what is only added (bodies, captures,
ledgers, new documents, counts) waits here and goes out together: before anything is read in the
same transaction, when much has gathered, and at the end. Numbers are given here: nobody else
writes meanwhile.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Column, Connection, Table, bindparam, func, select
from sqlalchemy.exc import DBAPIError

from archive.errors import ArchiveError
from archive.page_lines import PageLines
from archive.store.rows import Values
from archive.store.schema import (
    bodies,
    captures,
    copy_bands,
    copy_texts,
    documents,
    removed_lines,
    runs,
    waiting_texts,
    withdrawals,
)
from archive.store.sources import put_lines

# Enough to make statements cheap, little enough to hold in memory.
MOST_ROWS = 5_000
MOST_BYTES = 16_000_000


@dataclass(slots=True)
class Gathered:
    """Rows that wait: parents first, as the references between tables ask."""

    bodies: dict[str, Values] = field(default_factory=dict)
    captures: list[Values] = field(default_factory=list)
    lines: list[Values] = field(default_factory=list)
    documents: dict[str, Values] = field(default_factory=dict)
    page_lines: dict[str, PageLines] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    texts: list[Values] = field(default_factory=list)
    bands: list[Values] = field(default_factory=list)
    counts: Counter[tuple[int, str]] = field(default_factory=Counter)
    bytes_packed: int = 0


class Transaction:
    """What a writer writes through; `connection` may be used after `flush()`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._gathered = Gathered()
        self._sequence: int | None = None
        self._capture: int | None = None
        self._broken = False

    @property
    def connection(self) -> Connection:
        """The connection, with everything written that was gathered."""
        self.flush()
        return self._connection

    def connection_about(self, document_id: str) -> Connection:
        """The connection for a question about one document: others may still wait."""
        return self.connection if document_id in self._gathered.documents else self._connection

    def next_sequence(self) -> int:
        """The number of one more change to a document."""
        if self._sequence is None:
            self._sequence = highest_sequence(self._connection)
        self._sequence += 1
        return self._sequence

    def next_capture(self) -> int:
        """The row id of one more capture."""
        if self._capture is None:
            self._capture = highest(self._connection, captures.c.id)
        self._capture += 1
        return self._capture

    def add_capture(self, body: Values, capture: Values, lines: list[Values]) -> None:
        """Gather a new capture with its packed body and its ledger."""
        wait = self._gathered
        packed = body["packed"]
        assert isinstance(packed, bytes)  # noqa: S101  (from `bodies.packed_row`)
        wait.bytes_packed += len(packed)
        wait.bodies[str(body["digest"])] = body
        wait.captures.append(capture)
        wait.lines += lines

    def add_document(self, row: Values) -> None:
        """Gather a new document, after its capture."""
        wait = self._gathered
        wait.documents[str(row["id"])] = row
        self.note_text(row["same_text"])
        if len(wait.lines) + len(wait.documents) > MOST_ROWS or wait.bytes_packed > MOST_BYTES:
            self.flush()

    def add_lines(self, document_id: str, lines: PageLines) -> None:
        """Gather what is remembered of a document's lines; it replaces what was."""
        self._gathered.page_lines[document_id] = lines

    def note_text(self, key: object) -> None:
        """Gather that a document has this text now, or no longer; None for one without a key."""
        if isinstance(key, str):
            self._gathered.waiting.add(key)

    def add_text(self, text: Values, bands: list[Values]) -> None:
        """Gather a new text that may have near-copies."""
        self._gathered.texts.append(text)
        self._gathered.bands += bands

    def count(self, run: int, fate: str) -> None:
        """Gather that one more page of a run had this fate."""
        self._gathered.counts[run, fate] += 1

    @contextmanager
    def part(self) -> Iterator[None]:
        """One write among others: where the database refuses it, the whole is not kept."""
        try:
            yield
        except DBAPIError:
            self._broken = True
            raise

    def finish(self) -> None:
        """Write the rest. Raise ArchiveError where a part failed, so that all is undone."""
        if self._broken:
            raise ArchiveError("A write of this batch failed, so nothing of it is kept; try again.")
        self.flush()

    def flush(self) -> None:
        """Write what was gathered."""
        try:
            self._write()
        except (DBAPIError, ArchiveError):
            self._broken = True
            raise

    def _write(self) -> None:
        wait, self._gathered = self._gathered, Gathered()
        absent = self._absent(wait.bodies)
        for table, rows in (
            (bodies, absent),
            (captures, wait.captures),
            (removed_lines, wait.lines),
            (documents, list(wait.documents.values())),
            (copy_texts, wait.texts),
            (copy_bands, wait.bands),
        ):
            insert(self._connection, table, rows)
        put_lines(self._connection, wait.page_lines)
        let_wait(self._connection, wait.waiting)
        for (run, fate), more in wait.counts.items():
            add_to(self._connection, run, fate, more)

    def _absent(self, packed: Mapping[str, Values]) -> list[Values]:
        """The bodies that are not stored yet."""
        if not packed:
            return []
        known = bodies.c.digest.in_(packed)
        have = set(self._connection.scalars(select(bodies.c.digest).where(known)))
        return [row for digest, row in packed.items() if digest not in have]


def insert(connection: Connection, table: Table, rows: list[Values]) -> None:
    """Insert rows, if any."""
    if rows:
        connection.execute(table.insert(), rows)


def let_wait(connection: Connection, texts: Set[str]) -> None:
    """Let texts wait for their groups, each once."""
    if texts:
        known = waiting_texts.c.key.in_(texts)
        waits = set(connection.scalars(select(waiting_texts.c.key).where(known)))
        insert(connection, waiting_texts, [{"key": key} for key in sorted(texts - waits)])


def add_to(connection: Connection, run: int, fate: str, more: int) -> None:
    """Raise one of a run's counts. Raise ArchiveError where there is no such run."""
    number = runs.c[fate]
    row = runs.update().where(runs.c.id == run).values({number: number + bindparam("more")})
    if connection.execute(row, {"more": more}).rowcount == 0:
        raise ArchiveError(f"There is no run {run}; begin one first.")


def highest_sequence(connection: Connection) -> int:
    """The number of the last change to a document; that one left the archive is one too."""
    left = highest(connection, withdrawals.c.sequence)
    return max(left, highest(connection, documents.c.sequence))


def highest(connection: Connection, column: Column[int]) -> int:
    """The highest number in a column, 0 where there is none."""
    return connection.scalar(select(func.max(column))) or 0
