"""Where nothing is found: what finds the words among the lines that were removed from pages."""

from dataclasses import replace

from indexer.engine import Meant, Results
from indexer.query.nodes import And, Fuzzy, Loose, Node, Or, Phrase, Scope, Wildcard, Within, Word
from indexer.query.unparse import unparse
from indexer.question import Matching, Query, meaning


def among_removed(asked: Query) -> Query | None:
    """The same search among removed lines, to be counted; None where it asks for more than words.

    Dates and chosen values hold there too. Raise QueryError.

    >>> among_removed(Query("police zebra OR yak")).text
    'removed:(police (zebra OR yak))'
    >>> among_removed(Query("title:police"))
    """
    node = meaning(replace(asked, published_from=None, published_to=None))
    if node is None or not _is_of_words(node):
        return None
    return replace(
        asked,
        text=unparse(Within(Scope.REMOVED, node, node.span)),
        match=Matching.ALL,  # which words must be there stands in the text now
        limit=0,
        cursor=None,
        facets=(),
        histogram=False,
        help=False,
    )


def notes_of(results: Results) -> tuple[str, ...]:
    """All that a person should know of an answer, a sentence each."""
    removed = (note(results.removed),) if results.removed else ()
    return (*results.notes, *removed)


def note(removed: Meant) -> str:
    """ "4 pages have it only among the lines that were removed: removed:share"."""
    have = "1 page has" if removed.total == 1 else f"{removed.total:,} pages have"
    return f"{have} it only among the lines that were removed: {removed.text}"


def _is_of_words(node: Node) -> bool:
    match node:
        case Word() | Phrase() | Loose() | Wildcard() | Fuzzy():
            return True
        case And(nodes) | Or(nodes):
            return all(map(_is_of_words, nodes))
        case _:
            return False
