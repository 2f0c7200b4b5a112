"""One commit: new documents in, those that they replace out, how far it reached."""

import zlib
from collections.abc import Collection, Iterable

import numpy as np
import numpy.typing as npt
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from archive.document import Document
from indexer.engines.matches.entry import entry
from indexer.engines.whoosh_engine.codec import ArrayCodec
from indexer.engines.whoosh_engine.errors import damage_is_ours, our_errors
from indexer.engines.whoosh_engine.gathering import TermPool
from indexer.engines.whoosh_engine.merging import join_small
from indexer.engines.whoosh_engine.records import add_record
from indexer.engines.whoosh_engine.segment import Segment, read_file

# How long a writer waits for another process to finish its commit.
LOCK_TIMEOUT_S = 5.0


class CheckedWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer, which also notes the check sums of the files that are read whole."""

    def _finalize_segment(self) -> W3Segment:
        """Called by Whoosh when the files of a segment are written, before it is made known."""
        segment = super()._finalize_segment()
        names = (
            segment.make_filename(W3Codec.TERMS_EXT),
            W3Codec.column_filename(segment, "record"),
        )
        segment.sums = {name: zlib.crc32(read_file(self.storage, name)) for name in names}
        return segment


def write(
    index: FileIndex, documents: Iterable[Document], reached: int, gone: Collection[str] = ()
) -> int:
    """Commit documents, all or none. Raise IndexBusy where another process keeps writing."""
    with damage_is_ours("write"):
        writer = CheckedWriter(index, timeout=LOCK_TIMEOUT_S, codec=ArrayCodec(), compound=False)
    writer.pool = TermPool()
    try:
        numbers = add_all(writer, documents, reached)
        delete_older(writer, {*numbers, *gone})
        writer.schema.reached = reached
        with damage_is_ours("write"):
            writer.commit(mergetype=join_small)
    except BaseException:
        if not writer.is_closed:
            writer.cancel()
        raise
    return len(numbers)


def add_all(writer: SegmentWriter, documents: Iterable[Document], reached: int) -> dict[str, int]:
    """Give the writer every document; where an id comes twice, the last one counts."""
    numbers: dict[str, int] = {}
    for document in documents:
        made = entry(document, reached)
        if document.id in numbers:
            writer.newsegment.delete_document(numbers[document.id])
        numbers[document.id] = writer.docnum
        writer.pool.add_document(writer.docnum, made.said, made.values)
        with our_errors("write"):
            add_record(writer, made.record)
    return numbers


def delete_older(writer: SegmentWriter, names: Collection[str]) -> None:
    """Delete the documents of earlier commits that have these ids."""
    ids = np.array([name.encode() for name in names], "S16")
    if len(ids):
        for segment in writer.segments:
            with damage_is_ours("write"):
                delete_in(writer.storage, segment, ids)


def delete_in(storage: FileStorage, segment: W3Segment, ids: npt.NDArray[np.bytes_]) -> None:
    """Mark the documents of a segment that have these ids as deleted."""
    records = Segment(storage, segment).records
    for number in np.flatnonzero(np.isin(records["id"], ids)).tolist():
        segment.delete_document(number)
