"""The archive's errors, grouped by who can mend them.

ArchiveError
├── NoArchive            the archivist: there is no archive in this folder
├── ArchiveExists        the archivist: there is one already
├── BadSettings          the archivist: fonds.toml cannot mean what it says
├── BadSources           the archivist: sources.toml cannot mean what it says
├── DocumentNotFound     the reader: no document has this id
│   └── DocumentWithdrawn  the reader: it was withdrawn, or is hidden for a time
├── CaptureNotFound      the reader: the document has no capture with this digest
├── BadBackup            the archivist: the file is no whole backup
├── BadUser              the archivist: the name or password of a user cannot be taken
├── BadCorrection        the archivist: the field or the value cannot be taken
├── BadWithdrawal        the archivist: this cannot be withdrawn, hidden, blacked out or let back
├── ArchiveBusy          the archivist: another process is writing
├── ArchiveUnwritable    the operator: the disk is full, or the folder may not be written
├── ArchiveGone          the operator: the file that was opened is not there any more
├── ArchiveTooNew        the operator: a later Fonds wrote this schema
└── ArchiveDamaged       the operator: the database cannot be read; see `fonds verify`
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.withdrawals.tombstone import Tombstone


class ArchiveError(Exception):
    """Something that the archive cannot do, with its cause and its mend in one sentence."""


class NoArchive(ArchiveError):
    """There is no archive in this folder."""


class ArchiveExists(ArchiveError):
    """There is an archive in this folder already."""


class BadSettings(ArchiveError):
    """fonds.toml cannot mean what it says."""


class BadSources(ArchiveError):
    """sources.toml cannot mean what it says."""


class DocumentNotFound(ArchiveError):
    """No document has this id."""


class DocumentWithdrawn(DocumentNotFound):
    """The document was withdrawn, or is hidden for a time; `tombstone` tells who, when, why."""

    def __init__(self, tombstone: "Tombstone") -> None:
        super().__init__(tombstone.sentence)
        self.tombstone = tombstone


class CaptureNotFound(ArchiveError):
    """The document has no capture with this digest."""


class BadBackup(ArchiveError):
    """The file is no backup, or not whole."""


class BadUser(ArchiveError):
    """The name or the password of a user cannot be taken."""


class BadCorrection(ArchiveError):
    """The field or the value of a correction cannot be taken."""


class BadWithdrawal(ArchiveError):
    """Something that cannot be withdrawn, hidden, blacked out or let back in this way."""


class ArchiveBusy(ArchiveError):
    """Another process is writing to the archive."""


class ArchiveUnwritable(ArchiveError):
    """The disk is full, or the folder may not be written."""


class ArchiveGone(ArchiveError):
    """The file that was opened is not there any more, or another one is in its place."""


class ArchiveTooNew(ArchiveError):
    """A later Fonds wrote this archive's schema."""


class ArchiveDamaged(ArchiveError):
    """The database cannot be read."""
