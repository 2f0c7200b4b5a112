"""Many pages into an archive: prepared in order, kept in batches."""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing

from archive import Archive
from archive.document import Document
from indexer.copies.keeping import Groups
from indexer.ingest.making import Item, Outcome, Prepared
from indexer.ingest.preparing import prepare_all
from indexer.ingest.recalling import Read, recalled
from indexer.ingest.report import IngestReport, Tally
from indexer.ingest.writing import DryWriter, StoreWriter, Writer
from indexer.repeats.known import Profiles
from indexer.stating import not_heard

# A batch is one transaction: pages and bytes that a crash can cost, and that wait in memory.
BATCH_PAGES = 100
BATCH_BYTES = 32_000_000

# Called after each page with how many are done, and the origin of the last.
Progress = Callable[[int, str], None]


def ingest(
    archive: Archive,
    items: Iterable[Read],
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    command: str = "",
    inputs: Sequence[str] = (),
) -> IngestReport:
    """Take what readers give into the archive, recorded as one run.

    Bytes that a document already has are not prepared again. Ctrl-C ends it early: what is
    prepared by then is kept, and the report says so; the same ingest run again goes on from there.
    Raise ArchiveError where the archive cannot be written; earlier batches are kept.
    """
    run = archive.begin_run(command, inputs)
    profiles = Profiles(archive)
    Groups(archive).update()  # of texts that an older Fonds, or one that was cut off, left waiting
    found = recalled(archive, items)
    report = take(StoreWriter(archive, run, profiles), found, jobs, progress, profiles)
    archive.finish_run(run)
    return report


def rehearse(
    archive: Archive | None,
    items: Iterable[Read],
    *,
    jobs: int = 1,
    progress: Progress | None = None,
) -> IngestReport:
    """What an ingest would do, in an archive or in a new one (None); nothing is written."""
    found = recalled(archive, items)
    return take(DryWriter(archive), found, jobs, progress, Profiles(archive))


def take(
    writer: Writer,
    items: Iterable[Item],
    jobs: int,
    progress: Progress | None,
    profiles: Profiles,
) -> IngestReport:
    """Prepare and write, batch by batch."""
    began = time.monotonic()
    tally, batch = Tally(), Batch(writer)
    interrupted = False
    made = prepare_all(items, jobs=jobs, is_known=writer.is_known, profiles=profiles)
    with closing(made) as outcomes:
        try:
            for done, outcome in enumerate(outcomes, start=1):
                batch.add(outcome)
                if batch.is_full():
                    batch.write(tally)
                if progress:
                    progress(done, origin_of(outcome))
        except KeyboardInterrupt:
            interrupted = True
    batch.write(tally)
    return tally.report(writer.run, time.monotonic() - began, interrupted=interrupted)


class Batch:
    """Outcomes that wait to be written as one."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._outcomes: list[Outcome] = []
        self._bytes = 0

    def add(self, outcome: Outcome) -> None:
        """Let one more wait."""
        self._outcomes.append(outcome)
        self._bytes += len(outcome.capture.body) if isinstance(outcome, Prepared) else 0

    def is_full(self) -> bool:
        """Whether it is time to write."""
        return len(self._outcomes) >= BATCH_PAGES or self._bytes >= BATCH_BYTES

    def write(self, tally: Tally) -> None:
        """Write all that waits, and count it once it is safe; where that fails all still wait."""
        if not self._outcomes:
            return
        for fate, value in self._writer.write(self._outcomes):
            tally.note(fate, value)
        tally.not_heard += [fact for outcome in self._outcomes for fact in not_heard_of(outcome)]
        self._outcomes, self._bytes = [], 0


def not_heard_of(outcome: Outcome) -> tuple[str, ...]:
    """The stated facts of a page that were not understood."""
    result = outcome.made.result if isinstance(outcome, Prepared) and outcome.made else None
    return not_heard(result.flags) if isinstance(result, Document) else ()


def origin_of(outcome: Outcome) -> str:
    """Where the page came from."""
    return outcome.capture.origin if isinstance(outcome, Prepared) else outcome.origin
