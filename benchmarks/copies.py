"""What groups of near-copies cost an ingest: `python -m benchmarks.copies [nyc|dc|gov_blogs] [N]`.

Stores the documents of a corpus in an archive as an ingest does, batch by batch, and takes the
processor's time for the rest and for groups apart: sketches, which workers make, and settling.
Beside them datasketch, where it is installed: MinHash of the same phrases, and its index in memory,
which finds candidates and makes no groups.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import islice
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

from archive import Archive
from archive.capture import Capture
from archive.document import Document
from benchmarks.corpora import pages
from indexer.copies.keeping import Groups
from indexer.copies.phrases import hashed_phrases, numbered, said_in
from indexer.copies.sketch import BAND_SLOTS, BANDS, SLOTS, Sketch, sketch_of
from indexer.ingest.ingesting import BATCH_PAGES
from indexer.pipeline import group_of

Page = tuple[Capture, Document]


@dataclass(slots=True)
class Times:
    """Seconds of the processor, and pages."""

    pages: int = 0
    storing: float = 0.0
    sketching: float = 0.0
    settling: float = 0.0


def main(name: str, most: int) -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder, Archive.create(Path(folder) / "archive") as archive:
        times = stored(archive, islice(pages(name), most))
        count, named = 0, set[str | None]()
        for _, document in archive.scan():
            count += document.group is not None
            named.add(document.group)
        size = (archive.folder / "archive.db").stat().st_size
    print(f"{name}: {times.pages:,} pages")
    for what in ("storing", "sketching", "settling"):
        seconds = getattr(times, what)
        print(f"  {what:<10} {1e3 * seconds / times.pages:6.2f} ms a page")
    print(f"  {count - len(named - {None}):,} pages are near-copies of a page before them")
    print(f"  archive {size / 1e6:.0f} MB, memory {getrusage(RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")
    peer(islice(pages(name), min(most, 1_000)))


def stored(archive: Archive, some: Iterator[Page]) -> Times:
    """Store them as an ingest does, and take the time of each part."""
    times, groups, run = Times(), Groups(archive), archive.begin_run("benchmark", [])
    while batch := list(islice(some, BATCH_PAGES)):
        made: dict[str, Sketch | None] = {}
        with archive.batch():
            for capture, document in batch:
                key = group_of(document.text)
                began = time.process_time()
                if key:
                    made[key] = sketch_of(document.text)
                between = time.process_time()
                archive.add(run, capture, replace(document, group=key))
                times.sketching += between - began
                times.storing += time.process_time() - between
            began = time.process_time()
            groups.update(made)
            times.settling += time.process_time() - began
        times.pages += len(batch)
    return times


def peer(some: Iterator[Page]) -> None:
    """The same pages in datasketch's index."""
    try:
        datasketch = import_module("datasketch")
    except ImportError:
        print("  datasketch is not installed; `pip install datasketch` shows it beside")
        return
    index = datasketch.MinHashLSH(num_perm=SLOTS, params=(BANDS, BAND_SLOTS))
    took, count = 0.0, 0
    for capture, document in some:
        phrases = hashed_phrases(numbered(said_in(document.text)))
        start = time.process_time()
        sketch = datasketch.MinHash(num_perm=SLOTS)
        sketch.update_batch([number.tobytes() for number in phrases])
        index.query(sketch)
        index.insert(capture.document_id, sketch)
        took += time.process_time() - start
        count += 1
    print(f"  datasketch {1e3 * took / count:6.2f} ms a page")


if __name__ == "__main__":
    corpus, number, *_ = (*sys.argv[1:], *("gov_blogs", "10000")[len(sys.argv) - 1 :])
    main(corpus, int(number))
