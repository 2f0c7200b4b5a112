"""What a query means: a tree of frozen nodes, each with its place in what was typed.

Node = Word | Phrase | And | Or | Not | Within | Dated
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Span = tuple[int, int]


class Scope(StrEnum):
    """Where words are looked for."""

    ANYWHERE = "anywhere"  # title or text
    TITLE = "title"
    REMOVED = "removed"
    SOURCE = "source"
    AUTHOR = "author"
    CITY = "city"
    PLACE = "place"
    LANGUAGE = "lang"


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any form: stems, any case, accents folded.

    text: as typed
    span: (start, end) in the query, in characters
    """

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand next to each other in this order, not stemmed; case and accents folded.

    text: what stood between the quotes
    """

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class And:
    """All of these."""

    nodes: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these."""

    nodes: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    """Every page but these. A query of nothing but Not means all the other pages."""

    node: "Node"
    span: Span


@dataclass(frozen=True, slots=True)
class Within:
    """Words and phrases looked for in one field: `title:(police OR "border services")`."""

    scope: Scope
    node: "Node"
    span: Span


@dataclass(frozen=True, slots=True)
class Dated:
    """Published between two days, both included; None leaves that side open.

    perhaps: False asks that the whole range of a page's date lies inside; True that they overlap
    typed:   as written, for the echo: "year:2017?"
    """

    earliest: date | None
    latest: date | None
    perhaps: bool
    typed: str
    span: Span


Node = Word | Phrase | And | Or | Not | Within | Dated
