"""Fields of names and languages: what a document has in them, and whether a clause is there."""

from archive.document import Document, Place
from indexer import fields, naming
from indexer.analysis import terms
from indexer.query.languages import language_code
from indexer.query.nodes import Expanded, Node, Or, Phrase, Scope, Within, Word
from indexer.why.account import Reason
from indexer.why.lists import listed
from indexer.why.wording import Because

HAS = {
    Scope.SOURCE: Because.SOURCE,
    Scope.AUTHOR: Because.AUTHORS,
    Scope.CITY: Because.CITIES,
    Scope.PLACE: Because.PLACES,
    Scope.LANGUAGE: Because.LANGUAGES,
}
HAS_NONE = {
    Scope.SOURCE: Because.NO_SOURCE,
    Scope.AUTHOR: Because.NO_AUTHORS,
    Scope.CITY: Because.NO_CITIES,
    Scope.PLACE: Because.NO_PLACES,
    Scope.LANGUAGE: Because.NO_LANGUAGE,
}


def is_named(node: Node, document: Document, scope: Scope) -> bool:
    """Whether a word, phrase or pattern stands in the names that a document has in a field."""
    if scope is Scope.LANGUAGE:
        return isinstance(node, Word | Phrase) and _is_in(node.text, document)
    if isinstance(node, Expanded):
        return any(set(node.terms) & set(terms(name)) for name in names_of(document, scope))
    meant = naming.with_ids(Within(scope, node, (0, 0)))
    asked = meant.node if isinstance(meant, Within) else node
    choices = asked.nodes if isinstance(asked, Or) else (asked,)
    return any(
        _is_called(each.text, document, scope)
        for each in choices
        if isinstance(each, Word | Phrase)
    )


def has(document: Document, scope: Scope) -> Reason:
    """What a document has in a field."""
    found = list(dict.fromkeys(_labels(document, scope)))
    if not found:
        return Reason(HAS_NONE[scope])
    return Reason(HAS[scope], (("found", listed(found)),))


def names_of(document: Document, scope: Scope) -> list[str]:
    """The names that stand in a field."""
    if scope is Scope.SOURCE:
        return [document.source] if document.source else []
    if scope is Scope.AUTHOR:
        return list(document.authors)
    return [name for place in _places(document, scope) for name in (place.name, place.label)]


def _labels(document: Document, scope: Scope) -> list[str]:
    if scope is Scope.LANGUAGE:
        return [label for _, label in fields.languages(document)]
    if scope in (Scope.CITY, Scope.PLACE):
        return [place.label for place in _places(document, scope)]
    return names_of(document, scope)


def _is_in(typed: str, document: Document) -> bool:
    code = language_code(typed)
    spoken = {value for value, _ in fields.languages(document)}
    return code in spoken or (code == "und" and not spoken)


def _is_called(typed: str, document: Document, scope: Scope) -> bool:
    if typed.strip() in {str(place.geonames_id) for place in _places(document, scope)}:
        return True
    wanted = terms(typed)
    return any(_stands_in(wanted, terms(name)) for name in names_of(document, scope))


def _stands_in(wanted: list[str], name: list[str]) -> bool:
    starts = range(len(name) - len(wanted) + 1)
    return bool(wanted) and any(name[n : n + len(wanted)] == wanted for n in starts)


def _places(document: Document, scope: Scope) -> tuple[Place, ...]:
    if scope is Scope.CITY:
        return tuple(place for place in document.places if place.kind == "city")
    return document.places if scope is Scope.PLACE else ()
