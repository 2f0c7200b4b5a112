"""What today's rules make of a capture: the only way to the text of one that is not current."""

from archive import Archive
from archive.capture import Capture
from archive.corrections import laid_over
from archive.document import Document, Refused
from indexer.ingest.making import prepare_here
from indexer.repeats.known import Profiles


def made_again(archive: Archive, captures: tuple[Capture, ...]) -> tuple[Document | Refused, ...]:
    """Each capture as it would be stored today, knowing what is known of its source today.

    Corrections are not laid over. Raise BadOverrides, BadSources.
    """
    profiles = Profiles(archive)
    return tuple(made(capture, profiles) for capture in captures)


def made(capture: Capture, profiles: Profiles) -> Document | Refused:
    """One capture prepared as an ingest does."""
    prepared = prepare_here(capture, profiles).made
    assert prepared is not None  # noqa: S101 (prepare_here makes it always)
    return prepared.result


def as_captured(archive: Archive, id: str, digest: str) -> Document | Refused:
    """A document as one of its captures has it, corrections laid over.

    The current capture is told as it is stored; an earlier one is made again with today's rules.
    Raise DocumentNotFound, CaptureNotFound.
    """
    current = archive.get(id)
    if current.digest == digest:
        return current
    (again,) = made_again(archive, (archive.original(id, digest),))
    return again if isinstance(again, Refused) else laid_over(again, archive.corrections(id))
