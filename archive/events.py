"""What happened to an archive: ingests, corrections, withdrawals, backups, in the order of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from archive.withdrawals.tombstone import Kind, Tombstone

if TYPE_CHECKING:
    from archive.archive import Archive
    from archive.corrections import Correction
    from archive.records import Run

REPROCESS = "fonds reprocess"


class What(StrEnum):
    """What happened."""

    INGEST = "ingest"
    REPROCESS = "reprocess"
    CORRECTION = "correction"
    UNDONE_CORRECTION = "undone correction"
    WITHDRAWN = "withdrawn"
    HIDDEN = "hidden"
    REDACTED = "redacted"
    LET_BACK = "let back"
    BACKUP = "backup"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. It quotes no page: what was withdrawn is named by its id.

    when:     aware
    who:      empty where nobody is known, or nobody did it
    document: its id, or empty where it is not about one
    reason:   of a withdrawal, or the note of a correction; may be empty
    detail:   what was corrected ("title"), the file of a backup, the day until which a page is
              hidden; empty where there is none
    counts:   of a run: pages that were new, changed, the same, refused; else none
    """

    when: datetime
    what: What
    who: str = ""
    document: str = ""
    reason: str = ""
    detail: str = ""
    counts: tuple[int, ...] = ()


def events(archive: "Archive") -> tuple[Event, ...]:
    """Everything that happened, oldest first."""
    found = [
        *map(of_run, archive.runs()),
        *map(of_correction, archive.corrections()),
        *(event for one in archive.withdrawals.all() for event in of_tombstone(one)),
        *of_backups(archive),
    ]
    return tuple(sorted(found, key=lambda event: event.when))


def of_run(run: "Run") -> Event:
    """An ingest, or pages made again."""
    what = What.REPROCESS if run.command.startswith(REPROCESS) else What.INGEST
    return Event(run.started, what, counts=(run.new, run.changed, run.same, run.refused))


def of_correction(correction: "Correction") -> Event:
    """A value that somebody stated, or took back."""
    what = What.UNDONE_CORRECTION if correction.is_withdrawal else What.CORRECTION
    return Event(
        correction.made,
        what,
        correction.who,
        correction.document_id,
        correction.note,
        correction.field,
    )


def of_tombstone(one: Tombstone) -> Iterator[Event]:
    """A page that left, or lost words; and its coming back."""
    what = What(one.kind.value)
    until = str(one.until) if one.until else ""
    yield Event(one.made, what, one.who, one.document_id, one.reason, until)
    # A hidden page that was withdrawn for good has a tombstone for that.
    if one.kind is Kind.HIDDEN and one.ended is not None and not one.replaced:
        yield Event(one.ended, What.LET_BACK, one.ended_by, one.document_id)


def of_backups(archive: "Archive") -> Iterator[Event]:
    """The backups that were written of it, and the one that it was restored from."""
    for one in archive.withdrawals.backups():
        yield Event(one.made, What(one.kind), detail=one.file)
