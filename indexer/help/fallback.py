"""What is shown where no page has all of a query's words: the pages that have the most of them."""

from dataclasses import replace

from archive.document import Document
from indexer.engine import Found, Nearest, Search, SearchEngine
from indexer.errors import BadCursor
from indexer.help.lacking import lacked
from indexer.help.most_words import Most, most_words, parts_of
from indexer.listing import Listing
from indexer.query.nodes import And, Node, Scope, Within


class Fallback:
    """Answers what finds nothing with what comes nearest. Safe for many threads."""

    def __init__(self, engine: SearchEngine, listing: Listing) -> None:
        self._engine, self._listing = engine, listing

    def found(self, search: Search) -> Found:
        """The engine's answer. A cursor may also be one of `nearest`, where nothing is found.

        Raise BadCursor, SearchTooSlow or EngineUnavailable.
        """
        try:
            return self._engine.search(search)
        except BadCursor:
            if parts_of(search.node) is None:
                raise
            first = self._engine.search(replace(search, cursor=None))
            if first.total:
                raise
            return first

    def nearest(self, search: Search, text: str, loosened: Node | None) -> Nearest | None:
        """The pages with the most of the words of a search that finds nothing; None without any.

        text: the query as typed;  loosened: what it means where any of its words is asked.
        Raise BadCursor, SearchTooSlow or EngineUnavailable.
        """
        most = most_words(search.node, lambda node: self._count(search, node))
        if most is None:
            return None
        found = self._engine.search(replace(search, node=most.node))

        def lacks(document: Document) -> tuple[str, ...]:
            return lacked(most.words, document, text)

        return Nearest(
            words=most.least,
            asked=len(most.words),
            total=found.total,
            hits=self._listing.hits(found, search.node, lacks, ledger=asks_removed(most)),
            facets=found.facets,
            offset=found.offset,
            next=found.next,
            groups=found.groups,
            histogram=found.histogram,
            any_finds_same=self._same(search, most, loosened, found.total),
        )

    def _same(self, search: Search, most: Most, loosened: Node | None, total: int) -> bool:
        """Whether the loosened query finds all the pages with the most words, and no other."""
        if most.least > 1 or loosened is None or self._count(search, loosened) != total:
            return False
        return self._count(search, And((most.node, loosened), most.node.span)) == total

    def _count(self, search: Search, node: Node) -> int:
        counted = replace(search, node=node, facets=(), limit=0, cursor=None, histogram=False)
        return self._engine.search(counted).total


def asks_removed(most: Most) -> bool:
    """Whether a word is looked for in what cleaning removed."""
    return any(isinstance(word, Within) and word.scope is Scope.REMOVED for word in most.words)
