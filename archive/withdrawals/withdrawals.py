"""What leaves an archive: withdrawn for good, hidden for a time, blacked out."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime

from archive.capture import Capture
from archive.document import Refused
from archive.errors import ArchiveBusy
from archive.store import naming_pages, recorded_backups, redacting, tombstones, withdrawing
from archive.store.as_json import as_json
from archive.store.database import Database
from archive.store.erasing import overwriting
from archive.withdrawals.recorded_backup import RecordedBackup
from archive.withdrawals.redaction import Redaction
from archive.withdrawals.tombstone import Order, Tombstone


class Withdrawals:
    """The withdrawals of an archive. Raises what Archive's methods raise.

    Inside `Archive.batch()` they are a part of that. What was deleted may stand in free pages of
    the database and in its log until `wipe`.
    """

    def __init__(self, database: Database, level: int) -> None:
        self._database = database
        self._level = level

    # Taking out, letting back

    def take_out(self, id: str, order: Order) -> Tombstone:
        """Withdraw a page for good, or hide it until `order.until`.

        Raise DocumentNotFound, DocumentWithdrawn.
        """
        with self._database.writing() as writing, overwriting(writing.connection):
            return withdrawing.take_out(writing, id, order)

    def hide(self, id: str, order: Order) -> Tombstone:
        """Hide a page until somebody lets it back. Raise DocumentNotFound."""
        with self._database.writing() as writing, overwriting(writing.connection):
            return withdrawing.hide(writing, id, order)

    def redact(self, redaction: Redaction, order: Order) -> Tombstone:
        """Put a page with words blacked out in the place of the page.

        Raise DocumentNotFound, BadWithdrawal.
        """
        with self._database.writing() as writing, overwriting(writing.connection):
            return redacting.redact(writing, redaction, order, self._level)

    def blacken_runs(self, changed: Iterable[tuple[int, str, tuple[str, ...]]]) -> None:
        """(id, command, inputs) of runs whose words were blacked out."""
        with self._database.writing() as writing, overwriting(writing.connection):
            rows = [(number, command, as_json(list(paths))) for number, command, paths in changed]
            redacting.blacken_runs(writing.connection, rows)

    def let_back(self, id: str, *, who: str) -> None:
        """Let a hidden page back. Raise BadWithdrawal."""
        with self._database.writing() as writing:
            withdrawing.let_back(writing, id, datetime.now(UTC), who)

    def let_back_due(self, today: date | None = None) -> tuple[str, ...]:
        """Let those hidden pages back whose day has come; their ids.

        today: by this machine's calendar where it is not given

        None come back now where nothing may be written here, or another process is writing.
        """
        day = today or date.today()
        if self._database.is_read_only:
            return ()
        with self._database.reading() as connection:
            if not tombstones.due(connection, day):
                return ()
        with suppress(ArchiveBusy), self._database.writing() as writing:
            ids = tombstones.due(writing.connection, day)
            for id in ids:
                withdrawing.let_back(writing, id, datetime.now(UTC), "")
            return ids
        return ()

    def adopt(self, before: Tombstone, order: Order) -> None:
        """Keep a tombstone of another archive of a page that this one does not have."""
        with self._database.writing() as writing:
            pairs = [(digest, None) for digest in before.digests]
            tombstones.put(writing, before.document_id, before.kind, order, pairs, before.since)

    # Asking

    def all(self) -> tuple[Tombstone, ...]:
        """Every tombstone, oldest first."""
        with self._database.reading() as connection:
            return tombstones.all_tombstones(connection)

    def last(self) -> int:
        """The number of the last withdrawal, 0 where there is none."""
        with self._database.reading() as connection:
            return tombstones.last_number(connection)

    def standing(self, id: str) -> Tombstone | None:
        """What keeps a page out now, or None."""
        with self._database.reading(about=id) as connection:
            return tombstones.standing(connection, id)

    def refusal(self, capture: Capture) -> Refused | None:
        """Why a page may not be taken in: it, or its bytes, were withdrawn; None where it may."""
        id, digest = capture.document_id, capture.digest
        with self._database.reading(about=id) as connection:
            found = tombstones.keeping_out(connection, id, digest)
        return tombstones.refusal(found, capture.origin, digest) if found else None

    def find_ids(self, prefix: str) -> tuple[str, ...]:
        """The ids of pages that are kept out and begin so, in order."""
        with self._database.reading() as connection:
            return tombstones.find_ids(connection, prefix)

    def gone(self, after: int, to: int) -> tuple[str, ...]:
        """The ids of pages that were taken out after one number of changes, up to another."""
        with self._database.reading() as connection:
            return tombstones.gone(connection, after, to)

    def redacted(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Digests of bytes with words blacked out, each with that of the bytes that came."""
        with self._database.reading() as connection:
            return tombstones.redacted(connection, ids)

    def at_address(self, prefix: str) -> tuple[str, ...]:
        """The ids of documents of which an address begins so."""
        with self._database.reading() as connection:
            return naming_pages.at_address(connection, prefix)

    def of_source(self, source: str) -> tuple[str, ...]:
        """The ids of documents that are shown as one of this source."""
        with self._database.reading() as connection:
            return naming_pages.of_one_source(connection, source)

    def with_same_bytes(self, id: str) -> tuple[str, ...]:
        """The ids of the other documents that were ever captured with the same bytes."""
        with self._database.reading() as connection:
            return naming_pages.with_same_bytes(connection, id)

    # Backups, and what files still hold

    def backups(self) -> tuple[RecordedBackup, ...]:
        """The backups that were written of this archive, and restored, oldest first."""
        with self._database.reading() as connection:
            return recorded_backups.all_backups(connection)

    def record(self, made: RecordedBackup) -> None:
        """Record a backup that was written, or that this archive was restored from."""
        with self._database.writing() as writing:
            recorded_backups.put_backup(writing.connection, made)

    def pending(self) -> tuple[Tombstone, ...]:
        """Those of which a file of the archive may still hold something, oldest first."""
        with self._database.reading() as connection:
            return tombstones.pending(connection)

    def wipe(self) -> bool:
        """Write the database anew without its free pages, and empty its log.

        False where another process reads an old state for so long that the log cannot be emptied.
        Raise ArchiveBusy, ArchiveUnwritable.
        """
        self._database.rewrite()
        return self._database.empty_log()

    def mark_erased(self, to: int) -> bool:
        """Note that no file holds anything of those up to a number of changes; as `wipe`."""
        with self._database.writing() as writing:
            tombstones.mark_erased(writing.connection, to, datetime.now(UTC))
        return self._database.empty_log()
