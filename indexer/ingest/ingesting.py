"""Many pages into an archive: prepared in order, kept in batches."""

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor

from archive import Archive
from archive.document import Document, Refused
from indexer.copies.keeping import Groups
from indexer.ingest.batches import in_batches
from indexer.ingest.making import Item, Outcome, Prepared
from indexer.ingest.preparing import preparing
from indexer.ingest.recalling import Read, recalled
from indexer.ingest.report import IngestReport, Tally
from indexer.ingest.writing import DryWriter, Noted, StoreWriter, Writer
from indexer.repeats.known import Profiles
from indexer.stating import is_of_many, not_heard

# Called after each page with how many are done, how many of them were refused, and the origin of
# the last.
Progress = Callable[[int, int, str], None]


def ingest(
    archive: Archive,
    items: Iterable[Read],
    *,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
    command: str = "",
    inputs: Sequence[str] = (),
) -> IngestReport:
    """Take what readers give into the archive, recorded as one run.

    Bytes that a document already has are not prepared again. Ctrl-C ends it early: the batches
    that are written by then are kept, and the report says so. The same ingest run again, after
    that or after a crash, goes on from there and ends with the archive that it would have made.
    executor: any of `concurrent.futures`' kind, to prepare in instead of `jobs` processes
    Raise ArchiveError where the archive cannot be written; earlier batches are kept.
    """
    run = archive.begin_run(command, inputs)
    profiles = Profiles(archive)
    Groups(archive).update()  # of texts that an older Fonds, or one that was cut off, left waiting
    writer, found = StoreWriter(archive, run, profiles), recalled(archive, items)
    report = take(writer, found, profiles, jobs=jobs, executor=executor, progress=progress)
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
    return take(DryWriter(archive), found, Profiles(archive), jobs=jobs, progress=progress)


def take(
    writer: Writer,
    items: Iterable[Item],
    profiles: Profiles,
    *,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Prepare and write, batch by batch."""
    began = time.monotonic()
    tally, done, refused = Tally(), 0, 0
    interrupted = False
    with preparing(writer.is_known, profiles, jobs, executor) as preparer:
        try:
            for batch in in_batches(items):
                outcomes = []
                for outcome in preparer.prepare(batch):
                    outcomes.append(outcome)
                    done += 1
                    refused += is_refused(outcome)
                    if progress:
                        progress(done, refused, origin_of(outcome))
                note(writer.write(outcomes), outcomes, tally)
        # What is prepared of this batch is let go: batches are cut where they would be without
        # this, so that what comes of the same ingest run again hangs on nothing but its input.
        except KeyboardInterrupt:
            interrupted = True
    return tally.report(writer.run, time.monotonic() - began, interrupted=interrupted)


def note(fates: Iterable[Noted], outcomes: Iterable[Outcome], tally: Tally) -> None:
    """Count what is safe now."""
    for fate, value in fates:
        tally.note(fate, value)
    for outcome in outcomes:
        if isinstance(outcome, Prepared):
            hear(outcome, tally)


def hear(prepared: Prepared, tally: Tally) -> None:
    """Count the stated facts of a page that were not understood."""
    result = prepared.made.result if prepared.made else None
    facts = not_heard(result.flags) if isinstance(result, Document) else ()
    of_many = tuple(fact for fact in facts if is_of_many(fact, prepared.capture.supplied))
    tally.hear_once(of_many)
    tally.hear(fact for fact in facts if fact not in of_many)


def is_refused(outcome: Outcome) -> bool:
    """Whether the page is refused."""
    made = outcome.made if isinstance(outcome, Prepared) else None
    return isinstance(made.result if made else outcome, Refused)


def origin_of(outcome: Outcome) -> str:
    """Where the page came from."""
    return outcome.capture.origin if isinstance(outcome, Prepared) else outcome.origin
