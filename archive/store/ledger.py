"""The ledgers of captures: every line that cleaning took."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from archive.document import RemovedLine
from archive.store.rows import ledger_rows
from archive.store.schema import removed_lines


def put_ledger(connection: Connection, capture: int, removed: Sequence[RemovedLine]) -> None:
    """Store the ledger of a new capture."""
    if removed:
        connection.execute(removed_lines.insert(), ledger_rows(capture, removed))


def drop_ledger(connection: Connection, capture: int) -> None:
    """Make room for the ledger of the same capture, described again."""
    connection.execute(removed_lines.delete().where(removed_lines.c.capture == capture))


def ledgers(connection: Connection, captures: Sequence[int]) -> dict[int, list[RemovedLine]]:
    """The lines of several captures, by row id, in the original's order."""
    found: dict[int, list[RemovedLine]] = {capture: [] for capture in captures}
    line = removed_lines.c
    rows = connection.execute(
        select(line.capture, line.number, line.text, line.rule, line.reason, line.score)
        .where(line.capture.in_(captures))
        .order_by(line.capture, line.position)
    )
    for capture, number, text, rule, reason, score in rows:
        found[capture].append(RemovedLine(number, text, rule, reason, score))
    return found
