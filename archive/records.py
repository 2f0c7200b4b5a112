"""What the archive tells about itself: captures, runs, refusals, counts, faults."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Outcome = Literal["new", "changed", "same"]

Count = tuple[str, int]


@dataclass(frozen=True, slots=True)
class CaptureRecord:
    """One capture of a document, without its body.

    digest:      SHA-256 of the raw body, 64 hex digits
    captured:    when these bytes were first fetched (aware), or None
    seen_last:   when the same bytes were last fetched (aware), or None
    ingested:    when the archive took it (aware, UTC)
    origin:      where it was read from
    bytes_count: length of the raw body, in bytes
    current:     whether the document is described from this capture
    """

    digest: str
    captured: datetime | None
    seen_last: datetime | None
    ingested: datetime
    origin: str
    url: str | None
    media_type: str
    bytes_count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Run:
    """One ingest, with how many pages had which fate.

    finished: None while it goes on, or where it was cut off
    command:  as typed; inputs: the paths it read
    """

    id: int
    started: datetime
    finished: datetime | None
    command: str
    inputs: tuple[str, ...]
    new: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0
    passed_over: int = 0


@dataclass(frozen=True, slots=True)
class Refusal:
    """A page that was refused; the same page refused again for the same reason is one of these.

    offset: byte offset of the fault in the origin, or None
    digest: SHA-256 of the body, or None where it was not read whole
    run:    the last run that met it
    """

    origin: str
    reason: str
    mend: str
    offset: int | None
    digest: str | None
    first_seen: datetime
    last_seen: datetime
    run: int


@dataclass(frozen=True, slots=True)
class Stats:
    """What the archive holds, corrections laid over.

    removed_lines: lines in the ledgers of all captures
    bytes_raw:     the bodies as they came; bytes_stored: as they are kept, compressed
    languages:     (code, documents), most documents first
    sources:       (name, documents), most documents first; unsourced: documents without one
    first_date:    the earliest day that any document can be published, or None
    last_date:     the latest day, or None
    withdrawn:     pages that are gone for good; hidden: for a time; redacted: pages in which
                   words were blacked out
    """

    documents: int
    captures: int
    refusals: int
    removed_lines: int
    bytes_raw: int
    bytes_stored: int
    languages: tuple[Count, ...]
    sources: tuple[Count, ...]
    unsourced: int
    exact_dates: int
    ranged_dates: int
    undated: int
    first_date: date | None
    last_date: date | None
    withdrawn: int = 0
    hidden: int = 0
    redacted: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong in the archive.

    what:  the fault, in a sentence
    where: the digest, document or part it is in
    mend:  what to do, in a sentence
    """

    what: str
    where: str
    mend: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A line that a rule took, once however often it took it.

    text:     its beginning; cut: how many characters more it has
    times:    how often the rule took it
    document: the id of one document that had it, at line `number` of its page
    score:    the share or likelihood that this verdict rests on, 0-1, or None
    """

    text: str
    cut: int
    times: int
    document: str
    number: int
    reason: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Toll:
    """What one rule took from the documents' current captures.

    words:   of the lines it took, counted by the spaces between them
    samples: the lines that it took most often, then some of the rarest, the longest of them first;
             of a rule that gives likelihoods, the most doubtful first
    """

    rule: str
    lines: int
    documents: int
    words: int
    samples: tuple[Sample, ...] = ()
