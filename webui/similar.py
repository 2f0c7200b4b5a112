"""Pages like the one that is read, for its page and for the API."""

from indexer.errors import EngineUnavailable
from indexer.search import Searcher
from indexer.similar import MOST_ALIKE, Similar
from webui.parameters import BadParameter
from webui.words import t

# On a document's page; the API may ask for more.
LISTED = 5
# Words told of each page that is like another.
SHARED_WORDS = 8


def pages_like(searcher: Searcher, id: str) -> Similar | None:
    """The pages most like a document; None where the index does not answer: the page does."""
    try:
        return searcher.similar(id, LISTED)
    except EngineUnavailable:
        return None


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
