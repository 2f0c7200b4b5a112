"""Patterns of a query, expanded by the words of one document instead of the whole archive's."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from archive.document import Document
from indexer import query
from indexer.analysis import terms
from indexer.query.expanding import Known, Vocabulary
from indexer.query.nodes import Node, Scope
from indexer.why.names import names_of


def expand_for(node: Node | None, text: str, document: Document) -> Node | None:
    """The query with each pattern standing for the words of this document that fit it.

    The document is found by it if and only if it is found by the query. Raise QueryError where one
    stands for too much. `text` is the query as typed.
    """
    return query.expand(node, text, vocabulary_of(document))


def vocabulary_of(document: Document) -> Vocabulary:
    """The folded terms of a document by scope, with how often each stands there."""

    @cache
    def counted(scope: Scope) -> Counter[str]:
        return Counter(term for text in texts_of(document, scope) for term in terms(text))

    def vocabulary(scope: Scope, prefix: str) -> Iterable[Known]:
        found = counted(scope).items()
        return [Known(term, times) for term, times in found if term.startswith(prefix)]

    return vocabulary


def texts_of(document: Document, scope: Scope) -> Iterable[str]:
    """What a scope looks at."""
    texts: dict[Scope, Callable[[], Iterable[str]]] = {
        Scope.ANYWHERE: lambda: (document.title, document.text),
        Scope.TITLE: lambda: (document.title,),
        Scope.REMOVED: lambda: (line.text for line in document.removed),
    }
    return texts[scope]() if scope in texts else names_of(document, scope)
