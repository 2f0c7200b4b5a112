"""Which segments are joined at a commit, and joining them."""

from collections.abc import Sequence

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.writing import SegmentWriter

from indexer.engines.whoosh_engine.opening import live_of
from indexer.engines.whoosh_engine.records import add_record
from indexer.engines.whoosh_engine.segment import Segment

# Larger segments stay as they are: joining them would take more memory and time than it saves.
MAX_JOINED_DOCUMENTS = 20_000

# Nor does another join whose postings would make it more than this, in bytes: joining takes some
# eight times as much memory, and documents can be of any length.
MAX_JOINED_BYTES = 60_000_000

# Beyond this share of deleted documents, a segment is written anew without them.
MAX_DELETED_SHARE = 0.3


def join_small(writer: SegmentWriter, segments: Sequence[W3Segment]) -> list[W3Segment]:
    """Whoosh's hook: add the documents of some segments to the new one; return those that stay.

    A segment is joined when it is no larger than what is joined already, so each document is
    written anew only as often as the index doubles.
    """
    stay = []
    joined = writer.docnum
    joined_bytes = 0
    for segment in sorted(segments, key=lambda each: each.doc_count_all()):
        size = writer.storage.file_length(segment.make_filename(W3Codec.POSTS_EXT))
        room = joined_bytes + size <= MAX_JOINED_BYTES or joined_bytes == 0
        if room and worth_joining(segment, joined):
            joined += segment.doc_count()
            joined_bytes += size
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
    live = live_of(segment)
    numbers = (np.cumsum(live) + (writer.docnum - 1)).astype(np.uint32)
    old = Segment(writer.storage, segment)
    writer.pool.join(old, live, numbers)
    for record in old.records[live]:
        add_record(writer, record.tobytes())
