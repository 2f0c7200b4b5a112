"""What kinds of clauses and parts of a page are called, in English."""

from indexer.query.nodes import Scope
from indexer.why.account import Kind, Part

KINDS = {
    Kind.ALL: "all of these",
    Kind.ANY: "at least one of these",
    Kind.AT_LEAST: "most of these",
    Kind.NOT: "without this",
    Kind.WORD: "in any form",
    Kind.PHRASE: "exactly these words",
    Kind.LOOSE: "exactly these words, near each other",
    Kind.NEAR: "near each other",
    Kind.WILDCARD: "words that fit",
    Kind.FUZZY: "words spelled nearly so",
    Kind.DATE: "date of publication",
}
NAMES = {
    Scope.SOURCE: "name of the source",
    Scope.AUTHOR: "name of an author",
    Scope.CITY: "city named",
    Scope.PLACE: "place named",
    Scope.LANGUAGE: "language",
}
PARTS = {Part.TITLE: "title", Part.TEXT: "text", Part.REMOVED: "removed"}


def label(kind: Kind, scope: Scope) -> str:
    """What a clause asks, in some words."""
    groups = (Kind.ALL, Kind.ANY, Kind.AT_LEAST, Kind.NOT)
    return NAMES.get(scope, KINDS[kind]) if kind not in groups else KINDS[kind]
