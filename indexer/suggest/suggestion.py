"""What typing is answered with: a word, a name or a title that goes on as it began."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a suggestion is. The order is that in which they are listed."""

    WORD = "word"
    PHRASE = "phrase"
    PLACE = "place"
    SOURCE = "source"
    AUTHOR = "author"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that may be suggested.

    text:  as it is shown;  count: pages that have it, about so many for words and phrases
    field: the facet that it is a value of, and its value; "" for words, phrases and titles
    id:    the document that a title is of; "" where several share it
    """

    kind: Kind
    text: str
    count: int
    field: str = ""
    value: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that fits what was typed.

    query: what the search box may hold then, in the query language, with what was typed before;
           None where only choosing the facet's value finds the same
    mark:  the (start, end) of what was typed, in `entry.text`
    typed_before: whether `query` holds more than the entry asks
    """

    entry: Entry
    query: str | None
    mark: tuple[int, int]
    typed_before: bool = False
