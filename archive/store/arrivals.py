"""Documents by when their first capture came in."""

from collections.abc import Iterator, Sequence, Set
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, func, select

from archive.store.corrections import corrections_of
from archive.store.reading import IDS_AT_ONCE
from archive.store.schema import captures, corrections, runs
from archive.store.transaction import highest_sequence

# (row id of the first capture, document's id, when the archive took it)
First = tuple[int, str, datetime]

# Of up to so many documents each is looked up; of more, captures are gone through from the last.
FEW = 5_000
READ_AT_ONCE = 1_000


def newest(
    connection: Connection, among: Set[str], most: int, before: int | None
) -> tuple[First, ...]:
    """The documents that came in last, the newest first."""
    if len(among) <= FEW:
        firsts = sorted(of_few(connection, sorted(among)), reverse=True)
        found = (one for one in firsts if before is None or one[0] < before)
    else:
        found = (one for one in from_the_last(connection, before) if one[1] in among)
    return tuple(islice(found, most))


def of_few(connection: Connection, ids: Sequence[str]) -> Iterator[First]:
    """The first capture of each of these documents."""
    row = captures.c
    for start in range(0, len(ids), IDS_AT_ONCE):
        some = ids[start : start + IDS_AT_ONCE]
        asked = select(func.min(row.id), row.document_id, func.min(row.ingested))
        rows = connection.execute(asked.where(row.document_id.in_(some)).group_by(row.document_id))
        yield from ((number, id, first) for number, id, first in rows)


def from_the_last(connection: Connection, before: int | None) -> Iterator[First]:
    """First captures, those that came in last first."""
    row, earlier = captures.c, captures.alias()
    is_first = (
        ~select(earlier.c.id)
        .where(earlier.c.document_id == row.document_id, earlier.c.id < row.id)
        .exists()
    )
    asked = select(row.id, row.document_id, row.ingested).where(is_first).order_by(row.id.desc())
    while True:
        part = asked if before is None else asked.where(row.id < before)
        rows = connection.execute(part.limit(READ_AT_ONCE)).all()
        yield from ((number, id, first) for number, id, first in rows)
        if len(rows) < READ_AT_ONCE:
            return
        before = rows[-1].id


def changed(connection: Connection, ids: Sequence[str]) -> dict[str, datetime]:
    """When each document's last capture came in or its last correction was made."""
    row = captures.c
    last = func.max(row.ingested).label("last")
    asked = select(row.document_id, last).where(row.document_id.in_(ids))
    rows = connection.execute(asked.group_by(row.document_id))
    found: dict[str, datetime] = {row.document_id: row.last for row in rows}
    for id, made in corrections_of(connection, ids).items():
        found[id] = max(found[id], *(each.made for each in made))
    return found


def last_change(connection: Connection) -> datetime | None:
    """The end of the last run or the last correction, whichever is later; None during a run."""
    last = connection.execute(select(runs).order_by(runs.c.id.desc()).limit(1)).first()
    if last is None or last.finished is None:
        return None
    # Moments are kept with the offset that they came with: the database cannot compare them.
    made: list[datetime] = [last.finished, *connection.scalars(select(corrections.c.made))]
    return max(made)


def state(connection: Connection) -> tuple[int, ...]:
    """Numbers of which at least one is another after anything was written."""
    fates = (runs.c.new, runs.c.changed, runs.c.same, runs.c.refused, runs.c.passed_over)
    counted = select(func.count(), func.count(runs.c.finished), *map(func.sum, fates))
    of_runs = connection.execute(counted.select_from(runs)).one()
    return (highest_sequence(connection), *(number or 0 for number in of_runs))
