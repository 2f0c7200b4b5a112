"""A cleaned and described page, as it is stored, indexed and shown."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

# Each value is cleaned as it is made: of what is read from an older archive as well.
from archive.address import safe_address
from archive.characters import fact, whole

PlaceKind = Literal["city", "region", "country"]


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """One line of the ledger: what cleaning took, and why.

    number: the line in the original, 1-based
    text:   the line as it came
    rule:   the name of the rule that took it
    reason: why, in words a person understands
    score:  the share or likelihood that the decision rests on, 0-1, or None
    """

    number: int
    text: str
    rule: str
    reason: str
    score: float | None = None

    def fit(self) -> "RemovedLine":
        """As it may stand in a document: as it came, but for what nothing can write."""
        if self.text.isprintable() and self.reason.isprintable() and self.rule.isprintable():
            return self
        text, rule, reason = whole(self.text), fact(self.rule), fact(self.reason)
        return replace(self, text=text, rule=rule, reason=reason)


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When a page was published, as precisely as is known and no more.

    earliest: the first day it can have been published, or None where nothing bounds it
    latest:   the last day, equal to `earliest` when exact, or None where nothing bounds it
    evidence: which finder: "meta article:published_time", "dateline", "url", "bounded by text"
    quote:    the words it rests on
    """

    earliest: date | None
    latest: date | None
    evidence: str
    quote: str = ""

    def __post_init__(self) -> None:
        """What it rests on is shown beside it."""
        object.__setattr__(self, "evidence", fact(self.evidence))
        object.__setattr__(self, "quote", fact(self.quote))

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.earliest is not None and self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a page names.

    geonames_id: its id at GeoNames
    name:        its GeoNames name, e.g. "Montréal"
    region:      the first-level division it lies in, e.g. "Ontario", or None (None for a country)
    country:     its country in English, e.g. "Canada"
    mentions:    how often the title and text name it
    spans:       (start, end) of the mentions in `Document.text`, in characters
    confidence:  how sure we are that this place is meant, 0-1
    evidence:    what decided: "followed by Ont.", "largest of that name in Canada"
    """

    geonames_id: int
    name: str
    kind: PlaceKind
    region: str | None
    country: str
    mentions: int = 1
    spans: tuple[tuple[int, int], ...] = ()
    confidence: float = 1.0
    evidence: str = ""

    def __post_init__(self) -> None:
        """A correction names places, and what decided can quote the page."""
        for name in ("name", "country", "evidence"):
            object.__setattr__(self, name, fact(getattr(self, name)))
        if self.region is not None:
            object.__setattr__(self, "region", fact(self.region))

    @property
    def unsure(self) -> bool:
        """Whether it is shown with "perhaps"."""
        return self.confidence < UNSURE_BELOW

    @property
    def label(self) -> str:
        """The name with what tells it from its namesakes: "London, Ontario", "Paris, France"."""
        if self.kind == "country":
            return self.name
        if self.kind == "city" and self.region and self.country in REGIONS_TELL:
            return f"{self.name}, {self.region}"
        return f"{self.name}, {self.country}"


# Of cities below this confidence little more than half were right, of those above nine in ten
# (docs/quality.md, "Places").
UNSURE_BELOW = 0.7

# Countries whose cities readers tell apart by province or state.
REGIONS_TELL = frozenset({"Canada", "United States", "Australia"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a value of a document's metadata rests on.

    field:  "title", "author", "source", "language", "url"
    value:  the value, as in the document
    finder: what found it: "meta og:title", "byline", "manifest", "correction"
    quote:  the words it rests on
    """

    field: str
    value: str
    finder: str
    quote: str = ""

    def __post_init__(self) -> None:
        """The value is that of the document; what it rests on is shown beside it."""
        for name in ("field", "value", "finder", "quote"):
            object.__setattr__(self, name, fact(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned page, ready to be stored and indexed.

    id:              first 16 hex digits of SHA-256 of the canonical URL, or of the body without one
    title:           plain text, one line, never empty (the first line where the page states none)
    text:            plain text, NFC, one blank line between paragraphs
    removed:         the ledger, in the original's order
    url:             http(s) address, or None
    source:          who published it, or None
    authors:         names as written, "By" and the like gone
    published:       the date that the page itself states, or a range; never the fetch date
    language:        ISO 639-1 code, or "und"
    places:          most mentioned first
    years_mentioned: years (CE) that the text names, ascending
    captured:        when the page was fetched (aware), or None
    digest:          SHA-256 of the raw body, 64 hex digits
    group:           the same for documents with nearly the same text (16 hex digits), or None;
                     as a page is made, for those with exactly the same words
    evidence:        what title, authors, source, language and url rest on
    flags:           what a person should look at, in words: "cleaning left nothing"
    """

    id: str
    title: str
    text: str
    removed: tuple[RemovedLine, ...]
    url: str | None
    source: str | None
    authors: tuple[str, ...]
    published: PublicationDate | None
    language: str
    places: tuple[Place, ...]
    years_mentioned: tuple[int, ...]
    captured: datetime | None
    digest: str
    group: str | None = None
    evidence: tuple[Evidence, ...] = ()
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Keep out what nothing can write, what acts on a screen, and what is no web address."""
        for name in ("title", "language"):
            object.__setattr__(self, name, fact(getattr(self, name)))
        object.__setattr__(self, "text", whole(self.text))
        object.__setattr__(self, "removed", tuple(line.fit() for line in self.removed))
        object.__setattr__(self, "url", safe_address(self.url))
        if self.source is not None:
            object.__setattr__(self, "source", fact(self.source))
        object.__setattr__(self, "authors", tuple(map(fact, self.authors)))
        object.__setattr__(self, "flags", tuple(map(fact, self.flags)))


@dataclass(frozen=True, slots=True)
class Refused:
    """A page that could not be taken, and why.

    origin: where it was read from
    reason: what is wrong, in a sentence
    mend:   what to do about it, in a sentence
    offset: byte offset of the fault in the origin, or None
    digest: SHA-256 of the body, or None where it was not read whole
    """

    origin: str
    reason: str
    mend: str
    offset: int | None = None
    digest: str | None = None

    def __post_init__(self) -> None:
        """A reason can quote what was read."""
        for name in ("origin", "reason", "mend"):
            object.__setattr__(self, name, fact(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file of a folder that is not a page and does not claim to be one.

    origin: the file
    reason: why it was left, in a sentence
    """

    origin: str
    reason: str

    def __post_init__(self) -> None:
        """A reason can quote what was read."""
        object.__setattr__(self, "origin", fact(self.origin))
        object.__setattr__(self, "reason", fact(self.reason))
