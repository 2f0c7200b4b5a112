"""A found document as it is shown in a list, with the passages that match."""

from dataclasses import dataclass
from enum import StrEnum

from archive.document import Place, PublicationDate


class MarkKind(StrEnum):
    """What a mark shows: a word, words side by side, or words near each other."""

    WORD = "word"
    PHRASE = "phrase"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of a document: text, and the (start, end) of what matched in it, in characters.

    offset:   where the passage starts in `Document.text`
    kinds:    of each mark what it shows; empty where that is not told
    together: the (start, end) of what stands near each other, first word to last, none overlapping
    ends:     whether the text ends with it
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    offset: int = 0
    kinds: tuple[MarkKind, ...] = ()
    together: tuple[tuple[int, int], ...] = ()
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """Another page of the group of near-copies that a hit stands for."""

    id: str
    title: str
    url: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A found document as it is shown in a list.

    copies: the first other found pages of its group, in order, where the search folds them
    copies_count: how many there are in all
    lacks:  the words of the query, as typed, that it lacks; only in `Nearest`
    unmarked: whether it is too long for its passages to be sought in this list; it has none then
    damaged: whether it is damaged in the archive, and its text cannot be read; no snippets then
    """

    id: str
    title: str
    url: str | None
    source: str | None
    authors: tuple[str, ...]
    language: str
    published: PublicationDate | None
    places: tuple[Place, ...]
    snippets: tuple[Snippet, ...]
    score: float
    title_marks: tuple[tuple[int, int], ...] = ()
    copies: tuple[Copy, ...] = ()
    copies_count: int = 0
    lacks: tuple[str, ...] = ()
    unmarked: bool = False
    damaged: bool = False
