"""Which capture of a document its page shows: the current one, or the one that an address names."""

from dataclasses import dataclass, replace
from functools import lru_cache

from archive import Archive
from archive.document import Document, Refused
from archive.errors import ArchiveDamaged
from archive.records import CaptureRecord
from indexer.differences.comparing import capture_called
from indexer.differences.made_again import as_captured

# Earlier captures that are held ready, as making one of a long page again takes seconds.
MOST_HELD = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as one of its captures has it.

    record:  the capture that is shown
    records: every capture, oldest first
    named:   whether the address names the capture: then it shows the same for ever
    refused: why today's rules make no document of the capture, or None; its text is empty then
    """

    document: Document
    record: CaptureRecord
    records: tuple[CaptureRecord, ...]
    named: bool
    refused: Refused | None = None

    @property
    def digest(self) -> str | None:
        """What links to the other views must name: the digest of a named capture, or None."""
        return self.record.digest if self.named else None

    @property
    def is_html(self) -> bool:
        """Whether the capture can be laid out as a page."""
        return self.record.media_type in ("text/html", "application/xhtml+xml")


def shown_of(archive: Archive, id: str, digest: str | None) -> Shown:
    """The current capture, or the one whose digest begins so.

    Raise DocumentNotFound, CaptureNotFound.
    """
    current, records = archive.get(id), archive.history(id)
    if digest is None:
        record = next((one for one in records if one.digest == current.digest), None)
        if record is None:
            raise ArchiveDamaged(f"{id}: its history lacks the current capture; `fonds verify`.")
        return Shown(current, record, records, named=False)
    record = capture_called(records, digest)
    if record.digest == current.digest:
        return Shown(current, record, records, named=True)
    made = held(archive, archive.sequence(), id, record.digest)
    if isinstance(made, Refused):
        bare = replace(current, text="", places=(), years_mentioned=(), digest=record.digest)
        bare = replace(bare, removed=archive.removed(id, record.digest), captured=record.captured)
        return Shown(bare, record, records, named=True, refused=made)
    return Shown(made, record, records, named=True)


@lru_cache(maxsize=MOST_HELD)
def held(archive: Archive, sequence: int, id: str, digest: str) -> Document | Refused:
    """An earlier capture made again. `sequence` changes with corrections and with other pages."""
    return as_captured(archive, id, digest)
