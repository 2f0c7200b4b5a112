"""What every style cites: the record of a page, and where the capture that was read is kept."""

from dataclasses import dataclass

from archive.document import Document
from indexer.analysis import fold
from indexer.citing.dates import day_words, short_day
from indexer.citing.run import Run, Runs
from indexer.citing.words import WORDS, Words
from indexer.exports.reference import Name, Reference, reference


@dataclass(frozen=True, slots=True)
class Cited:
    """A page as it is cited in one language of the interface.

    copy: the address at which this very capture can be read, or "" where none is known: then
          the id and the digest stand in its place
    """

    page: Reference
    words: Words
    copy: str = ""

    @property
    def names(self) -> tuple[Name, ...]:
        """Who wrote it."""
        return self.page.authors

    @property
    def site(self) -> str:
        """Who published it; "" where it is the author too, whom no style names twice."""
        site = self.page.site or ""
        only = self.names[0] if len(self.names) == 1 else None
        return "" if only and not only.given and fold(only.family) == fold(site) else site

    @property
    def url(self) -> str:
        """Where the page was, or ""."""
        return self.page.url or ""

    @property
    def accessed(self) -> str:
        """The day of the capture in words, or "" where it is not known."""
        return day_words(self.page.accessed, self.words) if self.page.accessed else ""

    @property
    def accessed_short(self) -> str:
        """The same as MLA writes it."""
        return short_day(self.page.accessed, self.words) if self.page.accessed else ""

    @property
    def archived(self) -> str:
        """Where the capture is kept: "archived at https://…"."""
        if self.copy:
            return self.words.archived_at.format(copy=self.copy)
        return self.words.archived_copy.format(id=self.page.id, digest=self.page.digest)


def cited(document: Document, language: str, copy: str = "") -> Cited:
    """A document as it is cited in a language; in English where we have no words in it."""
    return Cited(reference(document), WORDS.get(language, WORDS["en"]), copy)


def quoted(title: str, words: Words, stop: str = "") -> Runs:
    """A title in quotation marks, quotations inside it in the other kind; `stop` ends it."""
    opening, closing = words.quotes
    inside = inner_quotes(title, words)
    if stop and inside.endswith((".", "?", "!", "…")):
        stop = ""
    if words.stop_inside:
        return Run(opening), Run(inside + stop, own=True), Run(closing)
    return Run(opening), Run(inside, own=True), Run(closing + stop)


def inner_quotes(title: str, words: Words) -> str:
    """A title whose own quotation marks differ from those around it; odd straight ones stay."""
    opening, closing = words.inner
    if words.quotes[0] == "“":
        title = title.replace("“", opening).replace("”", closing)
    else:
        title = title.replace("«", opening).replace("»", closing)
        title = title.replace(f"{opening}\N{NO-BREAK SPACE}", opening)
        title = title.replace(f"\N{NO-BREAK SPACE}{closing}", closing)
    pieces = title.split('"')
    if len(pieces) % 2 == 0:
        return title
    return "".join(
        f"{opening}{piece}{closing}" if place % 2 else piece for place, piece in enumerate(pieces)
    )
