"""Documents of which some cannot be read: the others are, one by one, and those are named."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from archive.document import Document
from archive.errors import ArchiveDamaged
from archive.store import reading
from archive.store.database import Database

# Documents read in one transaction while scanning; each has its whole text in memory.
SCANNED_AT_ONCE = 200

# The flag of what stands for a document that cannot be read.
DAMAGED = "it is damaged in the archive, and its text cannot be read"

# Told the id of a document that is passed over.
Passed = Callable[[str], object]


def listed(database: Database, ids: Sequence[str], *, ledger: bool) -> tuple[Document, ...]:
    """The documents in the order of their ids; for a damaged one a stand-in with DAMAGED.

    A stand-in has no text, and such facts as can be read.
    """
    try:
        with database.reading() as connection:
            return reading.get_many(connection, ids, ledger=ledger)
    except ArchiveDamaged:
        found = (one_listed(database, id, ledger=ledger) for id in ids)
        return tuple(one for one in found if one is not None)


def one_listed(database: Database, id: str, *, ledger: bool) -> Document | None:
    """A document, or its stand-in; None where the archive has it no more."""
    try:
        with database.reading() as connection:
            return next(iter(reading.get_many(connection, [id], ledger=ledger)), None)
    except ArchiveDamaged:
        found = facts_of(database, id)
    return found and replace(found, flags=(*found.flags, DAMAGED))


def facts_of(database: Database, id: str) -> Document | None:
    """What can be read of a damaged document."""
    try:
        with database.reading() as connection:
            return reading.stand_in(connection, id)
    except ArchiveDamaged:
        return reading.bare(id)


def scan(database: Database, after: int, passed: Passed | None) -> Iterator[tuple[int, Document]]:
    """See Archive.scan."""
    while True:
        reached, some = changed(database, after, SCANNED_AT_ONCE, passed)
        yield from some
        if reached == after:
            return
        after = reached


def changed(
    database: Database, after: int, most: int, passed: Passed | None
) -> tuple[int, list[tuple[int, Document]]]:
    """The next documents that changed after a number, and the number that this came to.

    Those that cannot be read are passed over. Raise ArchiveDamaged where no list can be read.
    """
    try:
        with database.reading() as connection:
            found = reading.after(connection, after, most)
        return (found[-1][0] if found else after), found
    except ArchiveDamaged:
        if passed is None:
            raise
    with database.reading() as connection:
        numbered = reading.changed_after(connection, after, most)
    return (numbered[-1][0] if numbered else after), list(whole_ones(database, numbered, passed))


def whole_ones(
    database: Database, numbered: Sequence[tuple[int, str]], passed: Passed
) -> Iterator[tuple[int, Document]]:
    """Of these documents those that can be read."""
    for number, id in numbered:
        try:
            with database.reading() as connection:
                found = reading.get_many(connection, [id])
        except ArchiveDamaged:
            passed(id)
        else:
            yield from ((number, one) for one in found)
