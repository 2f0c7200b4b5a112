"""Opening the last commit; segments that the one before had too are not read again."""

import time

import numpy as np
from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex

from indexer.engines.matches.arrays import Mask
from indexer.engines.whoosh_engine import schema
from indexer.engines.whoosh_engine.segment import Segment
from indexer.engines.whoosh_engine.snapshot import Live, Snapshot
from indexer.errors import EngineUnavailable

# A writer removes the files of the commit before; who was just opening them tries the new commit.
ATTEMPTS = 10
PAUSE_S = 0.03


def read_snapshot(index: FileIndex, before: Snapshot | None = None) -> Snapshot:
    """The last commit. Raise OSError where its files cannot be opened."""
    known = {part.segment.name: part.segment for part in before.segments} if before else {}
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return snapshot_of(index, known)
        except FileNotFoundError:
            if attempt == ATTEMPTS:
                raise
            time.sleep(PAUSE_S)
    raise AssertionError("unreachable")


def snapshot_of(index: FileIndex, known: dict[str, Segment]) -> Snapshot:
    """The last commit, with the segments that are open already."""
    toc = TOC.read(index.storage, index.indexname)
    if toc.schema.format_version != schema.FORMAT_VERSION:
        raise EngineUnavailable("Another version of Fonds made the index; run `fonds reindex`.")
    parts = [
        Live(opened(index.storage, segment, known), live_of(segment)) for segment in toc.segments
    ]
    return Snapshot(toc.generation, toc.schema.reached, parts)


def opened(storage: FileStorage, segment: W3Segment, known: dict[str, Segment]) -> Segment:
    """The segment, open."""
    name = segment.segment_id()
    if name not in known:
        known[name] = Segment(storage, segment)
    return known[name]


def live_of(segment: W3Segment) -> Mask:
    """Which documents of a segment are not deleted."""
    live: Mask = np.ones(segment.doc_count_all(), bool)
    live[list(segment.deleted_docs())] = False
    return live
