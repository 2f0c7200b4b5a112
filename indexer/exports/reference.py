"""A document as a reference: what every form of citation is made from."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from archive.document import Document, PublicationDate
from indexer.analysis import fold
from indexer.exports.plain import one_line

# What stands before a family name and belongs to it (the Library of Congress's and Zotero's
# manuals list them); written small in names, capital ones are names themselves.
PARTICLES = frozenset(
    [
        *("van", "von", "de", "du", "des", "del", "della", "der", "den", "di", "da", "dos", "das"),
        *(
            "la",
            "le",
            "los",
            "las",
            "el",
            "al",
            "bin",
            "ibn",
            "ten",
            "ter",
            "zu",
            "zur",
            "d’",
            "d'",
        ),
    ]
)
SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?", re.IGNORECASE)

# A credit of one of these is an institution: it is not turned round.
INSTITUTION = re.compile(
    r"\b(?:staff|team|desk|press|news|office|department|council|committee|commission|board|agency"
    r"|ministry|government|city|county|university|association|society|service|services|centre"
    r"|center|institute|foundation|coalition|network|union|group|company|inc|ltd|llc|editors?"
    r"|editorial|ville|conseil|ministère|gouvernement|université|comité|bureau|équipe|presse"
    r"|rédaction|société|agence|the|and|et|of|for|pour)\b|[\d&@/]",
    re.IGNORECASE,
)
MOST_NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class Name:
    """Who wrote it.

    family: the family name, or the whole name where it cannot be parted
    given:  given names; empty for an institution or a single name
    """

    family: str
    given: str = ""

    @property
    def inverted(self) -> str:
        """As catalogues write it: "Quill, Ada"."""
        return f"{self.family}, {self.given}" if self.given else self.family


@dataclass(frozen=True, slots=True)
class Reference:
    """All that a citation may say; every text is on one line.

    key:       short, ASCII, unique in an archive: "harbour-light-2017-1f2e3d4c5b6a7980"
    site:      who published it, or None
    published: the range that the page's date lies in, or None
    accessed:  the day of the capture, or None
    digest:    SHA-256 of the capture's bytes, 64 hex digits
    """

    key: str
    id: str
    title: str
    authors: tuple[Name, ...]
    site: str | None
    url: str | None
    published: PublicationDate | None
    accessed: date | None
    language: str | None
    digest: str

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known."""
        if self.published is None or self.published.earliest != self.published.latest:
            return None
        return self.published.earliest

    @property
    def year(self) -> int | None:
        """The year of publication, where the whole range lies in one."""
        if self.published is None:
            return None
        earliest, latest = self.published.earliest, self.published.latest
        if earliest is None or latest is None or earliest.year != latest.year:
            return None
        return earliest.year

    @property
    def note(self) -> str:
        """What the fields of a reference cannot say: how sure the date is, and which bytes."""
        said = f"SHA-256 of the captured page: {self.digest}."
        return said if self.day else f"{self.dated} {said}"

    @property
    def dated(self) -> str:
        """The date in a sentence: "Published between 2017-02-01 and 2017-02-28." """
        if self.published is None:
            return "The page states no date."
        match self.published.earliest, self.published.latest:
            case None, None:
                return "The page states no date."
            case None, latest:
                return f"Published on {latest} or earlier."
            case earliest, None:
                return f"Published on {earliest} or later."
            case earliest, latest if earliest == latest:
                return f"Published on {earliest}."
            case earliest, latest:
                return f"Published between {earliest} and {latest}."


def reference(document: Document) -> Reference:
    """What can be cited of a document."""
    site = one_line(document.source) if document.source else None
    names = tuple(name_of(one_line(author)) for author in document.authors if one_line(author))
    published = document.published
    return Reference(
        key=key_of(names, site, published, document.id),
        id=document.id,
        title=one_line(document.title) or document.id,
        authors=names,
        site=site,
        url=document.url and one_line(document.url),
        published=published,
        accessed=day_of(document.captured),
        language=None if document.language == "und" else document.language,
        digest=document.digest,
    )


def name_of(written: str) -> Name:
    """A name parted into family and given names, or left whole where that is not safe.

    >>> name_of("Ada van Quill"), name_of("Riverton City Council").given
    (Name(family='van Quill', given='Ada'), '')
    """
    family, comma, given = written.partition(", ")
    if comma and given and not SUFFIX.fullmatch(given):
        return Name(written) if INSTITUTION.search(written) or "," in given else Name(family, given)
    words = written.split()
    if len(words) < 2 or len(words) > MOST_NAME_WORDS or INSTITUTION.search(written):
        return Name(written)
    end = len(words) - 1 if SUFFIX.fullmatch(words[-1]) and len(words) > 2 else len(words)
    start = end - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    family = " ".join(words[start:end]).rstrip(",")
    return Name(family, " ".join((*words[:start], *words[end:])))


def key_of(
    names: tuple[Name, ...], site: str | None, published: PublicationDate | None, id: str
) -> str:
    """A key that a person recognises and no other document of the archive has."""
    first = names[0].family if names else site or "page"
    plain = re.sub(r"[^a-z0-9]+", "-", fold(first)).strip("-")[:24].strip("-") or "page"
    day = published and (published.earliest or published.latest)
    return "-".join(filter(None, (plain, f"{day.year}" if day else "", id)))


def day_of(moment: datetime | None) -> date | None:
    """The day of a moment, or None."""
    return None if moment is None else moment.date()
