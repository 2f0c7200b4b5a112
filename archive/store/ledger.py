"""The ledgers of captures: every line that cleaning took."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from archive.document import RemovedLine
from archive.store.schema import removed_lines


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
