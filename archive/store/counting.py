"""What the archive holds, in numbers.

Most documents are counted in the database. Those few with corrections are left out there and
counted as they are shown, so that the figures and the pages say the same.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Column, ColumnElement, Connection, Select, case, func, select

from archive.characters import fact
from archive.document import Document
from archive.records import Count, Stats
from archive.store import tombstones
from archive.store.reading import get_many
from archive.store.schema import bodies, captures, corrections, documents, refusals
from archive.withdrawals.tombstone import Kind


@dataclass(slots=True)
class Tally:
    """Counts that grow: of languages, sources (None: without one), kinds of date, days."""

    languages: Counter[str] = field(default_factory=Counter)
    sources: Counter[str | None] = field(default_factory=Counter)
    exact: int = 0
    ranged: int = 0
    undated: int = 0
    days: list[date] = field(default_factory=list)

    def add(self, document: Document) -> None:
        """Count one document as it is shown."""
        self.languages[document.language] += 1
        self.sources[document.source] += 1
        published = document.published
        if published is None:
            self.undated += 1
            return
        self.exact += published.exact
        self.ranged += not published.exact
        self.days += [day for day in (published.earliest, published.latest) if day]


def stats(connection: Connection) -> Stats:
    """Count everything."""
    tally = tallied(connection)
    left = tombstones.counts(connection)
    raw, stored = connection.execute(
        select(func.sum(bodies.c.bytes_count), func.sum(bodies.c.bytes_stored))
    ).one()
    captured, removed = connection.execute(
        select(func.count(), func.sum(captures.c.removed_count)).select_from(captures)
    ).one()
    return Stats(
        documents=sum(tally.languages.values()),
        captures=captured,
        refusals=connection.scalar(select(func.count()).select_from(refusals)) or 0,
        removed_lines=removed or 0,
        bytes_raw=raw or 0,
        bytes_stored=stored or 0,
        languages=most_first(tally.languages.items()),
        sources=most_first((name, n) for name, n in tally.sources.items() if name is not None),
        unsourced=tally.sources[None],
        exact_dates=tally.exact,
        ranged_dates=tally.ranged,
        undated=tally.undated,
        first_date=min(tally.days, default=None),
        last_date=max(tally.days, default=None),
        withdrawn=left.get(Kind.WITHDRAWN, 0),
        hidden=left.get(Kind.HIDDEN, 0),
        redacted=left.get(Kind.REDACTED, 0),
    )


def tallied(connection: Connection) -> Tally:
    """The tally of all documents, corrections laid over."""
    corrected = select(corrections.c.document_id)
    as_found = documents.c.id.not_in(corrected)
    tally = Tally()
    for language, count in connection.execute(grouped(documents.c.language, as_found)):
        tally.languages[language] = count
    for source, count in connection.execute(grouped(documents.c.source, as_found)):
        tally.sources[source and fact(source)] += count
    count_dates(connection, tally, as_found)
    for document in get_many(connection, connection.scalars(corrected.distinct()).all()):
        tally.add(document)
    return tally


def count_dates(connection: Connection, tally: Tally, as_found: ColumnElement[bool]) -> None:
    """Count the dates of documents as found."""
    document = documents.c
    total, dates, exact, *days = connection.execute(
        select(
            func.count(),
            func.count(document.date_evidence),
            func.count(case((document.earliest == document.latest, 1))),
            func.min(document.earliest),
            func.max(document.earliest),
            func.min(document.latest),
            func.max(document.latest),
        ).where(as_found)
    ).one()
    tally.exact, tally.ranged, tally.undated = exact, dates - exact, total - dates
    tally.days = [day for day in days if day]


def grouped(column: Column[str], as_found: ColumnElement[bool]) -> Select[str, int]:
    """How many documents have each value of a column."""
    return select(column, func.count()).where(as_found).group_by(column)


def most_first(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Highest count first, then by name."""
    return tuple(sorted(counts, key=lambda count: (-count[1], count[0])))
