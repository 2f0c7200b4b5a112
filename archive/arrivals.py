"""When documents came into an archive, and what came in last."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime

from archive.store import arrivals
from archive.store.database import Database


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document's coming in. To be made again by new rules, or indexed again, is none.

    number:  of its first capture: documents that came in later have higher ones
    first:   when the archive took that capture (aware, UTC)
    changed: when its last capture came in or its last correction was made (aware, UTC)
    """

    number: int
    document: str
    first: datetime
    changed: datetime


class Arrivals:
    """The arrivals of an archive. Raises what Archive's methods raise."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, among: Set[str], most: int, before: int | None = None) -> tuple[Arrival, ...]:
        """Those of some documents that came in last, the newest first.

        among:  ids; before: only those with lower numbers
        """
        with self._database.reading() as connection:
            firsts = arrivals.newest(connection, among, most, before)
            changed = arrivals.changed(connection, [id for _, id, _ in firsts])
            return tuple(Arrival(number, id, first, changed[id]) for number, id, first in firsts)

    def last_change(self) -> datetime | None:
        """When anything came in or was corrected last (aware); None while something comes in.

        None too where nothing ever came in.
        """
        with self._database.reading() as connection:
            return arrivals.last_change(connection)

    def state(self) -> tuple[int, ...]:
        """What tells the archive as it is now from as it was: for what is kept ready of it."""
        with self._database.reading() as connection:
            return arrivals.state(connection)
