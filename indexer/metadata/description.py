"""What describing gives back: each fact with what it rests on."""

from dataclasses import dataclass

from archive.characters import fact as cleaned
from archive.document import Place, PublicationDate


@dataclass(frozen=True, slots=True)
class Fact:
    """A value, and what it rests on.

    finder: which finder found it: "meta og:title", "byline", "first line", "manifest"
    quote:  the words it rests on, as they stand in the page
    """

    value: str
    finder: str
    quote: str = ""

    def __post_init__(self) -> None:
        """No fact holds what nothing can write, or what acts on a screen."""
        for name in ("value", "finder", "quote"):
            object.__setattr__(self, name, cleaned(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Description:
    """The metadata of one page. Absent facts are None or empty, never a guess.

    language:        ISO 639-1 code, or "und" where the text is too short to tell
    places:          most mentioned first; spans in the cleaned text
    years_mentioned: years (CE) that the text names, ascending
    flags:           what was found and is left out, as it is not sure
    """

    title: Fact | None
    authors: tuple[Fact, ...]
    source: Fact | None
    published: PublicationDate | None
    language: Fact
    places: tuple[Place, ...]
    years_mentioned: tuple[int, ...]
    flags: tuple[str, ...] = ()
