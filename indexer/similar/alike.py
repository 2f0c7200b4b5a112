"""Pages like a given one: those that say the most of its telling words, near-copies left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

from archive import Archive
from archive.document import Document
from indexer.engine import MISSING, Match, Search, SearchEngine
from indexer.query.nodes import Node, Or, Scope, Word
from indexer.similar.telling import Telling, shared, telling_words

# Pages that may be asked for.
MOST_ALIKE = 50

# A page with fewer telling words is like everything and nothing.
LEAST_WORDS = 3
# So many of them another page must share, or all where there are fewer.
LEAST_SHARED = 3

# Near-copies of the page that are passed over, each a match that is asked for besides.
MOST_COPIES = 100
# Matches read besides: some share their words with titles of all pages and are dropped.
SPARE = 5

SPAN = (0, 0)


@dataclass(frozen=True, slots=True)
class Alike:
    """A page like another.

    shared: the words that both have, as the first page writes them, the most telling first
    score:  how well it fits (higher is better)
    """

    document: Document
    shared: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Similar:
    """The pages like one, the most alike first.

    words:  what was looked for: its telling words, as it writes them, the most telling first
    reason: why there are no pages, in a sentence; "" where there are some
    """

    id: str
    words: tuple[str, ...]
    pages: tuple[Alike, ...]
    reason: str = ""


def similar(archive: Archive, engine: SearchEngine, id: str, limit: int) -> Similar:
    """The pages most like a document, at most `limit`, itself and its near-copies left out.

    Raise DocumentNotFound or EngineUnavailable.
    """
    document = archive.get(id)
    often = partial(engine.frequencies, Scope.ANYWHERE)
    telling = telling_words(document, often, pages_by_language(engine))
    shown = tuple(one.shown for one in telling)
    if len(telling) < LEAST_WORDS:
        return Similar(id, shown, (), "This page has too few words that tell it from others.")
    copies = len(archive.copies(id)[:MOST_COPIES])
    found = engine.search(
        Search(node=looked_for(telling), limit=limit + 1 + copies + SPARE, fold=True)
    )
    others = alike(archive, document, telling, {match.id: match for match in found.matches})
    pages = tuple(islice(others, limit))
    reason = "" if pages else "No other page shares enough of the words that tell this one."
    return Similar(id, shown, pages, reason)


def looked_for(telling: tuple[Telling, ...]) -> Node:
    """Any of the words, in any form."""
    return Or(tuple(Word(one.term, SPAN) for one in telling), SPAN)


def alike(
    archive: Archive,
    document: Document,
    telling: tuple[Telling, ...],
    matches: Mapping[str, Match],
) -> Iterator[Alike]:
    """Those of the matches that share enough words, in order."""
    for other in archive.get_many(tuple(matches), ledger=False):
        match = matches[other.id]
        copy = other.group is not None and other.group == document.group
        if copy or document.id in (match.id, *match.copies):
            continue
        both = shared(telling, other)
        if len(both) >= LEAST_SHARED:
            yield Alike(other, both, match.score)


def pages_by_language(engine: SearchEngine) -> dict[str, int]:
    """How many pages the archive has in each language; "und" where none could be told."""
    (facet,) = engine.search(Search(facets=("language",), facet_size=1000, limit=0)).facets
    counts = {row.value: row.count for row in facet.values}
    return counts | {"und": facet.missing + counts.get(MISSING, 0)}
