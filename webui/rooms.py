"""The open archive and searcher that an app was made with, for the views of a request."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from flask import current_app

from archive import Archive
from indexer.search import Query, Searcher
from webui.front import Front, front_of
from webui.methods import Methods, methods_of
from webui.speaking import OWN_NAMES, language, root

EXTENSION = "fonds"

State = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rooms:
    """What views read from. Both may be read from many threads.

    front: what the front page tells, counted once for each state of the archive and the index
           (which follows the archive a little later)
    methods: what the page of methods tells, counted once for each state of the archive
    unindexed: how many documents an index that has come to the archive's end lacks: damaged ones
    """

    searcher: Searcher
    archive: Archive
    front: Callable[[], Front]
    methods: Callable[[], Methods]
    unindexed: Callable[[], int]


def open_rooms(searcher: Searcher, archive: Archive) -> Rooms:
    """The rooms for a new app."""

    # Its charts hold addresses, which begin with the language, and names of months.
    @lru_cache(maxsize=2 * len(OWN_NAMES))
    def drawn(state: State, reached: int, spoken: str, address: str) -> Front:
        return front_of(searcher, archive)

    def front() -> Front:
        return drawn(archive.arrivals.state(), searcher.reached(), language(), root())

    @lru_cache(maxsize=1)
    def counted(state: State) -> Methods:
        return methods_of(archive)

    def methods() -> Methods:
        return counted(archive.arrivals.state())

    @lru_cache(maxsize=1)
    def lacking(reached: int) -> int:
        found = searcher.search(Query(limit=0, help=False)).total
        return max(0, len(archive.find_ids("")) - found)

    def unindexed() -> int:
        reached = searcher.reached()
        return lacking(reached) if reached == archive.sequence() else 0

    return Rooms(searcher, archive, front, methods, unindexed)


def rooms() -> Rooms:
    """The rooms of the app that answers this request."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Rooms)  # noqa: S101 (create_app has put it there)
    return found
