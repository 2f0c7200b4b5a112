"""The ledgers of captures: every line that cleaning took."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select

from archive.document import RemovedLine
from archive.store.schema import removed_lines

LINE = removed_lines.c
LEDGERS = (
    select(LINE.capture, LINE.number, LINE.text, LINE.rule, LINE.reason, LINE.score)
    .where(LINE.capture.in_(bindparam("captures", expanding=True)))
    .order_by(LINE.capture, LINE.position)
)


def ledgers(connection: Connection, captures: Sequence[int]) -> dict[int, list[RemovedLine]]:
    """The lines of several captures, by row id, in the original's order."""
    found: dict[int, list[RemovedLine]] = {capture: [] for capture in captures}
    rows = connection.execute(LEDGERS, {"captures": captures})
    for capture, number, text, rule, reason, score in rows:
        found[capture].append(RemovedLine(number, text, rule, reason, score))
    return found
