"""A document's text with the searched words lit, and the way from one to the next."""

from dataclasses import dataclass

from archive.document import Document
from indexer import query
from indexer.errors import QueryError
from indexer.passages import marks
from indexer.query.nodes import Scope
from indexer.why.own_words import expand_for
from webui.pieces import Paragraph, Piece, paragraphs, pieces, tidy


@dataclass(frozen=True, slots=True)
class Reading:
    """A text ready for its page.

    matches: where each match starts in the text, in characters
    current: the place in `matches` of the one that is looked at, or None
    unread:  why the words could not be looked for, or None
    """

    title: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    matches: tuple[int, ...] = ()
    current: int | None = None
    unread: QueryError | None = None

    @property
    def at(self) -> int | None:
        """Where the match that is looked at starts."""
        return None if self.current is None else self.matches[self.current]

    @property
    def next(self) -> int | None:
        """Where the next match starts; the first one before any is looked at."""
        following = 0 if self.current is None else self.current + 1
        return self.matches[following] if following < len(self.matches) else None

    @property
    def previous(self) -> int | None:
        """Where the match before starts."""
        return self.matches[self.current - 1] if self.current else None


def read(document: Document, text: str, at: int | None) -> Reading:
    """Light a query's words in a document; `at` is where the match to look at starts."""
    try:
        node = expand_for(query.parse(text), text, document)
    except QueryError as error:
        return Reading(plain(document.title), paragraphs(document.text, ()), unread=error)
    if node is None:
        return Reading(plain(document.title), paragraphs(document.text, ()))
    language = document.language
    in_title = marks(node, document.title, language, scope=Scope.TITLE)
    in_text = tidy(marks(node, document.text, language, scope=Scope.ANYWHERE), len(document.text))
    starts = tuple(start for start, _ in in_text)
    return Reading(
        title=pieces(document.title, in_title),
        paragraphs=paragraphs(document.text, in_text),
        matches=starts,
        current=nearest(in_text, at),
    )


def plain(title: str) -> tuple[Piece, ...]:
    """A title with nothing lit."""
    return pieces(title, ())


def nearest(spans: tuple[tuple[int, int], ...], at: int | None) -> int | None:
    """The first match that ends after a place in the text; the last one where none does."""
    if at is None or not spans:
        return None
    return next((i for i, (_, end) in enumerate(spans) if end > at), len(spans) - 1)
