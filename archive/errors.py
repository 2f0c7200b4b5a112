"""The archive's errors, grouped by who can mend them.

ArchiveError
├── NoArchive            the archivist: there is no archive in this folder
├── DocumentNotFound     the reader: no document has this id
├── CaptureNotFound      the reader: the document has no capture with this digest
├── BadCorrection        the archivist: the field or the value cannot be taken
├── ArchiveBusy          the archivist: another process is writing
├── ArchiveTooNew        the operator: a later Fonds wrote this schema
└── ArchiveDamaged       the operator: the database cannot be read; see `fonds verify`
"""


class ArchiveError(Exception):
    """Something that the archive cannot do, with its cause and its mend in one sentence."""


class NoArchive(ArchiveError):
    """There is no archive in this folder."""


class DocumentNotFound(ArchiveError):
    """No document has this id."""


class CaptureNotFound(ArchiveError):
    """The document has no capture with this digest."""


class BadCorrection(ArchiveError):
    """The field or the value of a correction cannot be taken."""


class ArchiveBusy(ArchiveError):
    """Another process is writing to the archive."""


class ArchiveTooNew(ArchiveError):
    """A later Fonds wrote this archive's schema."""


class ArchiveDamaged(ArchiveError):
    """The database cannot be read."""
