"""Where a scope looks, and for which terms a word of a query stands."""

from indexer import analysis
from indexer.analysis import UNSTEMMED
from indexer.engine import MISSING
from indexer.query.languages import language_code
from indexer.query.nodes import Expanded, Phrase, Scope, Word
from indexer.query.words import query_words

Slots = list[frozenset[str]]

# The parts of a document that each scope looks in; the other scopes look at values.
PARTS_OF = {
    Scope.ANYWHERE: ("title", "text"),
    Scope.TITLE: ("title",),
    Scope.REMOVED: ("removed",),
}
COLUMN_OF = {
    Scope.SOURCE: "source",
    Scope.AUTHOR: "author",
    Scope.CITY: "city",
    Scope.PLACE: "place",
    Scope.LANGUAGE: "language",
}
TAKES_IDS = frozenset({Scope.CITY, Scope.PLACE})


def language_values(typed: str) -> tuple[str, ...]:
    """What selects a language by code or name; one that could not be told is a missing value."""
    code = language_code(typed)
    return () if code is None else (MISSING if code == UNSTEMMED else code,)


def slots_of(node: Word | Phrase | Expanded) -> tuple[str, Slots]:
    """Which kind of terms to look for, and for each word in sequence which of them will do."""
    match node:
        case Phrase(text):
            return "words", [frozenset({term}) for term in analysis.terms(text)]
        case Expanded(_, terms):
            return "words", [frozenset(terms)] if terms else []
        case Word(text):
            return "stems", [analysis.stems(term) for term in query_words(text)]
