"""The archive: one folder that holds pages as they came, what was made of them, and why."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Self

from archive import damaged
from archive.arrivals import Arrivals
from archive.backups import Backup, write_backup
from archive.capture import Capture
from archive.closed_after import ClosedAfter
from archive.copy_groups import CopyGroups
from archive.corrections import Correction, checked
from archive.document import Document, PassedOver, Refused, RemovedLine
from archive.opening import Opened, open_folder
from archive.page_lines import PageLines
from archive.private_files import modes_of, open_files
from archive.raw_captures import RawCaptures
from archive.records import CaptureRecord, Fault, Outcome, Refusal, Run, Stats, Toll
from archive.source_pages import SourcePages
from archive.store import (
    adding,
    corrections,
    counting,
    history,
    reading,
    refusals,
    runs,
    titles,
    tolls,
    verifying,
)
from archive.store.transaction import highest_sequence
from archive.withdrawals.withdrawals import Withdrawals


class Archive(ClosedAfter):
    """An open archive. Many threads may read while one writes; none of them waits for it.

    Any method may raise ArchiveDamaged; those that write, ArchiveBusy (another process writes
    longer than `settings.write_wait_s`) or ArchiveUnwritable. Each write is kept whole, on
    disk, when its method or its `batch()` returns; or nothing of it is.
    """

    def __init__(self, folder: Path, opened: Opened) -> None:
        self.folder, self.settings, self._database = folder, opened.settings, opened.database
        self.was_open = opened.was_open

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Make an archive in a folder, which may be absent. Raise ArchiveExists."""
        return cls._opened(folder, create=True, new=True)

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Self:
        """Open the archive in a folder; an older schema is brought to today's.

        Raise NoArchive (unless `create`), ArchiveTooNew, BadSettings.
        """
        return cls._opened(folder, create=create, new=False)

    @classmethod
    def _opened(cls, folder: Path, *, create: bool, new: bool) -> Self:
        opened = cls(Path(folder), open_folder(Path(folder), create=create, new=new))
        opened.withdrawals.let_back_due()
        return opened

    def close(self) -> None:
        """Give files back. Nothing may be called after."""
        self._database.close()

    # Writing

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Everything that this thread writes inside is one transaction, kept or not as one."""
        with self._database.writing():
            yield

    def begin_run(self, command: str, inputs: Sequence[str]) -> int:
        """Open a run, to which what comes in is counted; its id."""
        with self._database.writing() as writing:
            return runs.begin_run(writing.connection, command, inputs)

    def finish_run(self, run: int) -> Run:
        """Close a run; its counts. A run that was cut off stays unfinished."""
        with self._database.writing() as writing:
            return runs.finish_run(writing.connection, run)

    def add(
        self, run: int, capture: Capture, document: Document, lines: PageLines | None = None
    ) -> Outcome:
        """Store a capture and the document made of it.

        lines:     what is remembered of the page's lines, to see what its source repeats
        "new":     the id was not known
        "changed": a known id with other bytes: one more capture, and the current one unless it
                   was fetched before the one that is (see `store.adding`)
        "same":    the same bytes again: nothing changes
        Raise ValueError where the document was made of other bytes, DocumentWithdrawn where the
        page or its bytes may not be here.
        """
        level = self.settings.compression_level
        with self._database.writing() as writing:
            outcome = adding.add(writing, run, capture, document, level, lines)
            writing.count(run, outcome)
        return outcome

    def seen_again(self, run: int, capture: Capture) -> bool:
        """Whether a capture's bytes are known and nothing is to be prepared; counted as "same".

        The time of a later (or earlier) fetch of the same bytes is kept. False where the
        capture is to be prepared and added, which is also so where old bytes are back.
        """
        with self._database.writing() as writing:
            known = adding.seen_again(writing, capture)
            if known:
                writing.count(run, "same")
        return known

    def refuse(self, run: int, refused: Refused) -> None:
        """Keep that a page was refused, and why."""
        with self._database.writing() as writing:
            refusals.put_refusal(writing.connection, run, refused)
            writing.count(run, "refused")

    def pass_over(self, run: int, passed: PassedOver) -> None:
        """Count a file that is no page."""
        with self._database.writing() as writing:
            writing.count(run, "passed_over")

    def correct(self, correction: Correction) -> None:
        """Keep a correction; it holds for every later capture too, until it is withdrawn.

        Raise DocumentNotFound, BadCorrection.
        """
        checked(correction)
        with self._database.writing() as writing:
            corrections.check_withdrawal(writing.connection, correction)
            if not adding.touch(writing, correction.document_id, {}):
                raise reading.no_document(writing.connection, correction.document_id)
            corrections.put_correction(writing.connection, correction)

    # Documents

    def get(self, id: str) -> Document:
        """The document, corrections laid over. Raise DocumentNotFound, DocumentWithdrawn."""
        with self._database.reading() as connection:
            found = reading.get_many(connection, [id])
            if not found:
                raise reading.no_document(connection, id)
            return found[0]

    def get_many(self, ids: Sequence[str], *, ledger: bool = True) -> tuple[Document, ...]:
        """The documents in the order of their ids; those that are absent are left out.

        ledger: False leaves `removed` empty: half the time, where a list shows many documents
        """
        with self._database.reading() as connection:
            return reading.get_many(connection, ids, ledger=ledger)

    def listed(self, ids: Sequence[str], *, ledger: bool = True) -> tuple[Document, ...]:
        """As `get_many`, but for one that cannot be read something stands, flagged DAMAGED.

        It has no text, and such facts as can be read: one damaged page hides no other in a list.
        """
        return damaged.listed(self._database, ids, ledger=ledger)

    def find_ids(self, prefix: str) -> tuple[str, ...]:
        """The ids that begin so, in order."""
        with self._database.reading() as connection:
            return reading.find_ids(connection, prefix)

    def titles(self, most: int) -> list[tuple[str, str]]:
        """(id, title) of each document, those that changed last first, at most so many."""
        with self._database.reading() as connection:
            return titles.titles(connection, most)

    def copies(self, id: str) -> tuple[str, ...]:
        """The ids of the other documents of its group, near-copies of it, in order."""
        return tuple(one.id for one in self.groups.members(id) if one.id != id)

    def scan(
        self, after: int = 0, passed: damaged.Passed | None = None
    ) -> Iterator[tuple[int, Document]]:
        """(sequence, document) of each document that changed after a number, in that order.

        Streams, and holds no transaction meanwhile: a document that changes during the scan
        comes (again) at its new number, so that nothing is missed.
        passed: told the id of each document that cannot be read, which is passed over; None:
                such a one raises ArchiveDamaged
        """
        return damaged.scan(self._database, after, passed)

    def sequence(self) -> int:
        """The number of the last change: new, another capture, a correction, a withdrawal."""
        with self._database.reading() as connection:
            return highest_sequence(connection)

    # History

    @property
    def captures(self) -> RawCaptures:
        """The captures as they came."""
        return RawCaptures(self._database)

    def history(self, id: str) -> tuple[CaptureRecord, ...]:
        """Every capture, oldest first. Raise DocumentNotFound."""
        with self._database.reading() as connection:
            return history.history(connection, id)

    def original(self, id: str, digest: str | None = None) -> Capture:
        """A page as it came, byte for byte; the current capture unless a digest is given.

        Raise DocumentNotFound, CaptureNotFound.
        """
        with self._database.reading() as connection:
            return history.original(connection, id, digest)

    def removed(self, id: str, digest: str | None = None) -> tuple[RemovedLine, ...]:
        """The ledger of a capture; of the current one unless a digest is given.

        Raise DocumentNotFound, CaptureNotFound.
        """
        with self._database.reading() as connection:
            return history.removed(connection, id, digest)

    def corrections(self, id: str | None = None) -> tuple[Correction, ...]:
        """Every correction of a document, or of all, oldest first; the last of a field holds."""
        with self._database.reading() as connection:
            if id is None:
                return corrections.all_corrections(connection)
            return corrections.corrections_of(connection, [id]).get(id, ())

    @property
    def sources(self) -> SourcePages:
        """The pages of each source as cleaning sees sources."""
        return SourcePages(self._database)

    @property
    def arrivals(self) -> Arrivals:
        """When documents came in."""
        return Arrivals(self._database)

    @property
    def groups(self) -> CopyGroups:
        """The groups of near-copies."""
        return CopyGroups(self._database)

    @property
    def withdrawals(self) -> Withdrawals:
        """What left the archive, and what may not come in again."""
        return Withdrawals(self._database, self.settings.compression_level)

    def refusals(self) -> tuple[Refusal, ...]:
        """Every refused page, in the order in which they were first met."""
        with self._database.reading() as connection:
            return refusals.all_refusals(connection)

    def runs(self) -> tuple[Run, ...]:
        """Every run, oldest first."""
        with self._database.reading() as connection:
            return runs.all_runs(connection)

    def stats(self) -> Stats:
        """What the archive holds, in numbers."""
        with self._database.reading() as connection:
            return counting.stats(connection)

    def tolls(
        self,
        *,
        rule: str | None = None,
        source: str | None = None,
        most: int = 3,
        doubtful: Collection[str] = (),
    ) -> tuple[Toll, ...]:
        """What each cleaning rule took, with samples; see `store.tolls`."""
        with self._database.reading() as connection:
            return tolls.tolls(connection, rule=rule, source=source, most=most, doubtful=doubtful)

    def backup(self, file: Path, *, over: bool = False) -> Backup:
        """Write everything into one file, of one moment, while others read and write.

        Raise ArchiveExists (unless `over`), ArchiveUnwritable, ArchiveDamaged.
        """
        modes = modes_of(self.settings)
        backup, written = write_backup(self.folder, self._database, file, modes, over=over)
        self.withdrawals.record(written)
        return backup

    def verify(self) -> Iterator[Fault]:
        """Read everything back and compare it with its digest; each fault with its mend."""
        return chain(
            verifying.faults(self._database),
            verifying.left_faults(self._database),
            open_files(self.folder, self.settings),
        )
