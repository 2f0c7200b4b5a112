"""Pages like the one that is read, for its page and for the API."""

from functools import lru_cache

from archive.errors import ArchiveError
from indexer.errors import EngineUnavailable
from indexer.search import Searcher
from indexer.similar import MOST_ALIKE, Similar
from webui.parameters import BadParameter
from webui.words import t

# On a document's page; the API may ask for more.
LISTED = 5
# Words told of each page that is like another.
SHARED_WORDS = 8
# Documents whose likes are held ready; of a long page they take a second to find.
MOST_HELD = 64


def pages_like(searcher: Searcher, sequence: int, id: str) -> Similar | None:
    """The pages most like a document; None where they cannot be read: the page can.

    sequence: the archive's; what is held for the next reader is of this state of it and the index
    """
    try:
        return held(searcher, sequence, searcher.reached(), id)
    except (EngineUnavailable, ArchiveError):
        return None


@lru_cache(maxsize=MOST_HELD)
def held(searcher: Searcher, sequence: int, reached: int, id: str) -> Similar:
    """The pages most like a document. Who goes from match to match asks many times."""
    return searcher.similar(id, LISTED)


def how_many_of(typed: str | None) -> int:
    """The number of pages that an address asks for. Raise BadParameter."""
    if typed is None:
        return LISTED
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:4]) <= MOST_ALIKE):
        raise BadParameter(
            "limit",
            t("“{typed}” is no number of pages to list here.", typed=typed[:40]),
            t("Ask for 1 to {most}.", most=MOST_ALIKE),
        )
    return int(typed)
