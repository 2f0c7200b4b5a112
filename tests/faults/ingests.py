"""An ingest in a process of its own, which writes down what was acknowledged to it."""

import multiprocessing
import os
import random
import signal
from pathlib import Path

from archive import Archive
from archive.capture import Capture
from archive.document import Refused
from archive.errors import ArchiveError
from indexer.ingest import batches, ingest
from indexer.ingest.making import Item, Outcome, Prepared
from indexer.ingest.writing import Noted, StoreWriter
from indexer.pipeline import prepare
from tests.indexer.repeats.pages import SITE, story, text

PAGES = 32
BATCH = 4

# Its server imports all once, so that each process starts at once.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])


def items() -> list[Item]:
    """Pages of one source, which repeat lines; some near-copies; some refusals."""
    chance = random.Random(5)
    made: list[Item] = []
    for number in range(PAGES):
        body = text(story(number if chance.random() < 0.9 else number // 2)) + f"\n{number}"
        address = f"https://{SITE}/{number}"
        made.append(Capture(body.encode(), "text/plain", address, None, f"pages/{number}.txt"))
        if number % 20 == 7:
            made.append(Refused(f"pages/{number}.png", "It is an image.", "Leave it out."))
    return made


class Journal(StoreWriter):
    """A writer that tells on disk which documents it was told are safe."""

    file: Path

    def write(self, outcomes: "list[Outcome]") -> list[Noted]:
        """Write, then note."""
        noted = super().write(outcomes)
        pages = [one.capture.document_id for one in outcomes if isinstance(one, Prepared)]
        with Journal.file.open("a") as file:
            file.write("".join(f"{id}\n" for id in pages))
            file.flush()
            os.fsync(file.fileno())
        return noted


def take(folder: Path, journal: Path, most_bytes: int | None = None) -> None:
    """Ingest all of them; no file may become larger than `most_bytes`, as on a full disk.

    Ends with status 3 where the archive could not be written, 4 where that was told in no error
    of ours.
    """
    from indexer.ingest import ingesting

    batches.BATCH_PAGES = BATCH
    ingesting.StoreWriter, Journal.file = Journal, journal
    prepare(items()[0])  # libraries may write files of their own when they are first used
    if most_bytes is not None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
    try:
        with Archive.open(folder, create=True) as archive:
            ingest(archive, items())
    except ArchiveError:
        os._exit(3)
    except OSError:
        os._exit(4)
    os._exit(0)


def kept(archive: Archive) -> object:
    """All that an ingest makes, but for the times at which it did, and in how many runs."""
    documents = [document for _, document in archive.scan()]
    return (
        documents,
        [[(one.digest, one.current) for one in archive.history(each.id)] for each in documents],
        [(one.origin, one.reason, one.mend) for one in archive.refusals()],
        {each.id: archive.copies(each.id) for each in documents},
        archive.sources.profile(SITE),
    )
