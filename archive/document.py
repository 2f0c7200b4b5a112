"""A cleaned and described page, as it is stored, indexed and shown."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file of a folder that is not a page and does not claim to be one.

    origin: the file
    reason: why it was left, in a sentence
    """

    origin: str
    reason: str
