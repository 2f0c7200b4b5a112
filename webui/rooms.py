"""The open archive and searcher that an app was made with, for the views of a request."""

from dataclasses import dataclass

from flask import current_app

from archive import Archive
from indexer.search import Searcher

EXTENSION = "fonds"


@dataclass(frozen=True, slots=True)
class Rooms:
    """What views read from. Both may be read from many threads."""

    searcher: Searcher
    archive: Archive


def rooms() -> Rooms:
    """The rooms of the app that answers this request."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Rooms)  # noqa: S101 (create_app has put it there)
    return found
