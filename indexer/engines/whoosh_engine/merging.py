"""Which segments are joined at a commit, and joining them term by term."""

from collections.abc import Sequence

import numpy as np
from whoosh.codec.whoosh3 import W3Segment
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from indexer.engines.whoosh_engine.opening import live_of
from indexer.engines.whoosh_engine.postings import Growing, Mask, Numbers, Postings
from indexer.engines.whoosh_engine.schema import TERM_FIELDS
from indexer.engines.whoosh_engine.segment import Segment

# Larger segments stay as they are: joining them would take more memory and time than it saves.
MAX_JOINED_DOCUMENTS = 20_000

# Beyond this share of deleted documents, a segment is written anew without them.
MAX_DELETED_SHARE = 0.3


def join_small(writer: SegmentWriter, segments: Sequence[W3Segment]) -> list[W3Segment]:
    """Whoosh's hook: add the documents of some segments to the new one; return those that stay.

    A segment is joined when it is no larger than what is joined already, so each document is
    written anew only as often as the index doubles.
    """
    stay = []
    joined = writer.docnum
    for segment in sorted(segments, key=lambda each: each.doc_count_all()):
        if worth_joining(segment, joined):
            joined += segment.doc_count()
            join(writer, segment)
        else:
            stay.append(segment)
    return [segment for segment in segments if segment in stay]


def worth_joining(segment: W3Segment, joined: int) -> bool:
    """Whether writing a segment anew, beside `joined` documents, saves more than it costs."""
    size: int = segment.doc_count_all()
    deleted: int = segment.deleted_count()
    if deleted > MAX_DELETED_SHARE * size:
        return True
    return size <= joined and joined + size <= MAX_JOINED_DOCUMENTS


def join(writer: SegmentWriter, segment: W3Segment) -> None:
    """Add the live documents of a segment to the one being written."""
    if segment.doc_count() == 0:
        return
    first = writer.docnum
    reader = SegmentReader(writer.storage, writer.schema, segment)
    writer.write_per_doc(set(writer.schema.names()), reader)
    reader.close()
    live = live_of(segment)
    numbers = (np.cumsum(live) + (first - 1)).astype(np.uint32)
    old = Segment(writer.storage, segment)
    for field in TERM_FIELDS:
        for term, postings in old.terms(field, positions=True):
            add_live(writer.pool.growing(field, term), postings, live, numbers)
    writer._added = True  # what SegmentWriter.add_reader does at its end


def add_live(growing: Growing, postings: Postings, live: Mask, numbers: Numbers) -> None:
    """Add the postings of the live documents, which get new numbers."""
    kept = live[postings.docs]
    growing.docs.frombytes(numbers[postings.docs[kept]].tobytes())
    growing.counts.frombytes(postings.counts[kept].tobytes())
    placed = np.repeat(kept, postings.counts)
    growing.positions.frombytes(postings.positions[placed].tobytes())
