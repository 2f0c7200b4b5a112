"""The last bytes: the index made anew, the database without free pages, its log empty."""

from collections.abc import Iterator

from archive import Archive
from archive.errors import ArchiveBusy, ArchiveUnwritable
from indexer.errors import EngineUnavailable, IndexBusy
from indexer.index import Progress, generations_of, rebuild

READER = (
    "Another process reads an old state of the database, so that its log (archive.db-wal) cannot "
    "be emptied: it may still hold the text."
)


def erase(archive: Archive, progress: Progress | None = None) -> tuple[str, ...]:
    """Let no file of the archive hold what was withdrawn; what may still hold it, in sentences.

    Where nothing remains the tombstones say so from then on. A new index is made only where there
    is one: none holds nothing.
    """
    reached = archive.sequence()
    remains = (*of_index(archive, progress), *of_database(archive))
    if not remains and not archive.withdrawals.mark_erased(reached):
        return (READER,)
    return remains


def of_index(archive: Archive, progress: Progress | None) -> Iterator[str]:
    """What an old index may still hold: Whoosh and Tantivy drop deleted documents when they like.

    So the index is made anew, of what the archive has, and all older ones are removed.
    """
    generations = generations_of(archive)
    before = generations.every()
    if not before:
        return
    try:
        rebuild(archive, progress=progress)
    except (IndexBusy, EngineUnavailable) as error:
        yield f"The index could not be made anew: {error}"
        return
    left = set(generations.every()) & set(before)
    for old in sorted(left):
        yield f"index/{old.folder_name} could not be removed; delete it."


def of_database(archive: Archive) -> Iterator[str]:
    """What the database may still hold in free pages or in its log."""
    try:
        if not archive.withdrawals.wipe():
            yield READER
    except ArchiveBusy:
        yield "Another process is writing, so that the database cannot be written anew."
    except ArchiveUnwritable as error:
        yield f"The database cannot be written anew, for which it needs its size again: {error}"
