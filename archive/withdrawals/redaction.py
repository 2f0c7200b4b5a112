"""A page with words blacked out: what replaces what the archive has of it."""

from dataclasses import dataclass

from archive.capture import Capture
from archive.corrections import Correction
from archive.document import Document, RemovedLine
from archive.page_lines import PageLines


@dataclass(frozen=True, slots=True)
class RedactedCapture:
    """A capture in the place of another one.

    before:  SHA-256 of the bytes that it replaces, 64 hex digits; the same where they had no such
             words
    removed: its ledger
    """

    before: str
    capture: Capture
    removed: tuple[RemovedLine, ...]


@dataclass(frozen=True, slots=True)
class Redaction:
    """A document with words blacked out.

    document:    made of the current capture's new bytes
    lines:       what is remembered of the page for its source; None where that does not change
    captures:    all of its captures
    corrections: all of its corrections, oldest first
    """

    document: Document
    lines: PageLines | None
    captures: tuple[RedactedCapture, ...]
    corrections: tuple[Correction, ...]
