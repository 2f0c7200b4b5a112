"""What a query means: a tree of frozen nodes, each with its place in what was typed.

Node = Word | Phrase | Loose | Wildcard | Fuzzy | Expanded | Near
     | And | Or | AtLeast | Not | Within | Dated
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
class Loose:
    """The words of a phrase near each other, in any order: `"police status"~10`.

    text:  what stood between the quotes; at least two words
    words: how far the farthest two may be apart beyond what the words themselves take: with two
           words, 1 is side by side
    """

    text: str
    words: int
    span: Span


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words that fit a pattern: `sanctu*`, `wom?n`.

    text: the folded pattern; "*" is any number of letters, "?" exactly one
    """

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words that are nearly so: `polise~2`.

    text:  the folded word
    edits: letters that may be other, too many, missing or (two side by side) exchanged: 1 or 2
    """

    text: str
    edits: int
    span: Span


@dataclass(frozen=True, slots=True)
class Expanded:
    """A wildcard or a fuzzy word with the words of the archive that it stands for.

    asked: what was typed
    terms: folded terms, those in the most documents first
    """

    asked: "Wildcard | Fuzzy"
    terms: tuple[str, ...]
    span: Span


class Unit(StrEnum):
    """What two words must share, or how their distance is counted."""

    WORDS = "words"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Link:
    """How near one thing must stand to the next.

    words:   at most so many words on; 1 is side by side. 0 where the unit is not words
    ordered: whether the first must come before the second
    """

    unit: Unit
    words: int = 0
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """A chain of things, each near the one after it: `police w/10 status /s board`.

    A page has it if one occurrence of each can be chosen so that every two neighbours in the chain
    hold their link and do not overlap.

    nodes: words, phrases, patterns, or an Or of these
    links: one fewer than nodes
    """

    nodes: tuple["Node", ...]
    links: tuple[Link, ...]
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
class AtLeast:
    """At least so many of these: made where no page has all the words, never typed.

    least: 1 to the number of nodes
    """

    nodes: tuple["Node", ...]
    least: int
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


Node = (
    Word
    | Phrase
    | Loose
    | Wildcard
    | Fuzzy
    | Expanded
    | Near
    | And
    | Or
    | AtLeast
    | Not
    | Within
    | Dated
)
