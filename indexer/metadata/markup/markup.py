"""The values that markup reading gives."""

from dataclasses import dataclass

from indexer.metadata.markup.json_ld import LinkedData


@dataclass(frozen=True, slots=True)
class TimeElement:
    """A <time> element, or an element with a date's itemprop.

    stated:    its datetime or content attribute, or an empty string
    shown:     its text
    before:    the text that stands just before it in the same block: "Updated"
    marks:     its class, itemprop and pubdate attributes, in lower case
    headings:  how many <h1> stand before it
    """

    stated: str
    shown: str
    before: str
    marks: str
    headings: int


@dataclass(frozen=True, slots=True)
class Markup:
    """What a page's markup states, each value tidied, in the page's order.

    title:    the <title>
    headings: the texts of the <h1> elements
    metas:    (name, property or itemprop in lower case, content) of the meta elements
    linked:   the JSON-LD nodes that describe a page, its parts or its site
    times:    the <time> elements
    bylines:  texts of elements that are marked as naming the author
    posters:  names of those who posted, in the page's order, as elements of forums mark them
    language: the lang attribute of <html>, as written
    """

    title: str = ""
    headings: tuple[str, ...] = ()
    metas: tuple[tuple[str, str], ...] = ()
    linked: tuple[LinkedData, ...] = ()
    times: tuple[TimeElement, ...] = ()
    bylines: tuple[str, ...] = ()
    posters: tuple[str, ...] = ()
    language: str = ""

    def meta(self, name: str) -> str:
        """The first content of the meta elements of that name, or an empty string."""
        return next((content for key, content in self.metas if key == name), "")

    def meta_all(self, name: str) -> tuple[str, ...]:
        """Every content of the meta elements of that name."""
        return tuple(content for key, content in self.metas if key == name)


NO_MARKUP = Markup()
