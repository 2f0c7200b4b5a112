"""A document's text with what is looked for lit, and the way from one match to the next."""

from dataclasses import dataclass

from archive.document import Document
from indexer import query
from indexer.errors import QueryError
from indexer.passages import marks
from indexer.query.nodes import Node, Scope
from indexer.why.own_words import expand_for
from webui.headings import Headings, with_headings
from webui.mentions import Mentions
from webui.parts import Part
from webui.pieces import Paragraph, Piece, paragraphs, pieces, tidy

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked for in a document.

    node:     a query's meaning for this document, or None
    mentions: of a place or year, which go before a query; or None
    unread:   why a query could not be understood, or None
    """

    document: Document
    node: Node | None = None
    mentions: Mentions | None = None
    unread: QueryError | None = None

    @property
    def is_something(self) -> bool:
        """Whether there is a way from match to match."""
        return self.node is not None or self.mentions is not None

    def title(self) -> tuple[Piece, ...]:
        """The title, lit."""
        title = self.document.title
        if self.node is None or self.mentions:
            return pieces(title, ())
        return pieces(title, marks(self.node, title, self.document.language, scope=Scope.TITLE))

    def spans(self) -> tuple[Span, ...]:
        """Where every match stands in the text, in order."""
        document = self.document
        if self.mentions:
            return tidy(self.mentions.spans, len(document.text))
        if self.node is None:
            return ()
        found = marks(self.node, document.text, document.language, scope=Scope.ANYWHERE)
        return tidy(found, len(document.text))


@dataclass(frozen=True, slots=True)
class Reading:
    """The part of a text that its page shows.

    matches: where each match starts in the whole text, in characters
    current: the place in `matches` of the one that is looked at, or None
    """

    paragraphs: tuple[Paragraph, ...]
    part: Part
    matches: tuple[int, ...] = ()
    current: int | None = None

    @property
    def at(self) -> int | None:
        """Where the match that is looked at starts."""
        return None if self.current is None else self.matches[self.current]

    @property
    def next(self) -> int | None:
        """Where the next match starts; before any is looked at, the first one from this part on."""
        if self.current is not None:
            following = self.current + 1
        else:
            following = sum(start < self.part.start for start in self.matches)
            following = 0 if following == len(self.matches) else following
        return self.matches[following] if following < len(self.matches) else None

    @property
    def previous(self) -> int | None:
        """Where the match before starts."""
        return self.matches[self.current - 1] if self.current else None

    @property
    def starts(self) -> frozenset[int]:
        """Where matches start: a match over several lines is marked on each, and starts once."""
        return frozenset(self.matches)

    @property
    def in_part_before(self) -> int | None:
        """Where the last match before this part starts."""
        return self.matches[self.before - 1] if self.before else None

    @property
    def in_part_after(self) -> int | None:
        """Where the first match after this part starts."""
        return next((start for start in self.matches if start >= self.part.end), None)

    @property
    def before(self) -> int:
        """How many matches stand before this part."""
        return sum(start < self.part.start for start in self.matches)


def look(document: Document, text: str, mentions: Mentions | None) -> Looked:
    """Understand what is to be lit in a document."""
    try:
        return Looked(document, expand_for(query.parse(text), text, document), mentions)
    except QueryError as error:
        return Looked(document, None, mentions, error)


def read(looked: Looked, part: Part, at: int | None, headings: Headings) -> Reading:
    """Light the matches in a part of a text; `at` is where the match to look at starts."""
    text, spans = looked.document.text, looked.spans()
    inside = [
        (first - part.start, end - part.start)
        for first, end in spans
        if first < part.end and end > part.start
    ]
    return Reading(
        with_headings(paragraphs(text[part.start : part.end], inside, part.start), headings),
        part,
        tuple(first for first, _ in spans),
        nearest(spans, at),
    )


def nearest(spans: tuple[Span, ...], at: int | None) -> int | None:
    """The first match that ends after a place in the text; the last one where none does."""
    if at is None or not spans:
        return None
    return next((i for i, (_, end) in enumerate(spans) if end > at), len(spans) - 1)
