"""One immutable segment of the index, read in bulk."""

import mmap
import zlib
from collections.abc import Iterator

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import FileStorage

from indexer.engines.matches.arrays import EMPTY
from indexer.engines.matches.entry import RECORD
from indexer.engines.whoosh_engine.bulk import Bulk
from indexer.engines.whoosh_engine.errors import damage_is_ours
from indexer.engines.whoosh_engine.lexicon import Lexicon
from indexer.engines.whoosh_engine.postings import END, HEADER, NONE, Postings, unpack


class Segment:
    """Terms, postings and records of one segment; deletions are kept by the snapshot.

    Raise EngineUnavailable from any method where a file is damaged. A file that was removed
    after opening can still be read: it is mapped into memory.
    """

    def __init__(self, storage: FileStorage, segment: W3Segment) -> None:
        self.name: str = segment.segment_id()
        self.size: int = segment.doc_count_all()
        terms = segment.make_filename(W3Codec.TERMS_EXT)
        self._lexicon = Lexicon(checked(storage, segment, terms))
        self._postings = map_file(storage, segment.make_filename(W3Codec.POSTS_EXT))
        if self._postings[-len(END) :] != END:
            raise ValueError(f"the postings of {self.name} are cut off")
        records = checked(storage, segment, W3Codec.column_filename(segment, "record"))
        self.records = np.frombuffer(records, RECORD)
        if len(self.records) != self.size:
            raise ValueError(f"{len(self.records)} records for {self.size} documents")

    def postings(self, field: str, term: str, *, positions: bool = False) -> Postings:
        """The postings of a term, none where no document has it."""
        with damage_is_ours("read"):
            known = self._lexicon.find(field, term)
            if known is None:
                return NONE
            return unpack(self._postings, known.offset, positions=positions)

    def extent(self, field: str, term: str) -> tuple[int, int]:
        """How many documents hold a term, and in how many places; their postings are not read."""
        with damage_is_ours("read"):
            known = self._lexicon.find(field, term)
            if known is None:
                return 0, 0
            documents, places, *sizes, _, _ = HEADER.unpack_from(self._postings, known.offset)
            end = known.offset + documents * (sizes[0] + sizes[1]) + places * sizes[2]
            if documents != known.documents or end > len(self._postings):
                raise ValueError("postings do not have their length")
            return documents, places

    def terms(self, field: str, *, positions: bool = False) -> Iterator[tuple[str, Postings]]:
        """Every term of a field with its postings, in order."""
        with damage_is_ours("read"):
            for known in self._lexicon.beginning(field):
                yield known.term, unpack(self._postings, known.offset, positions=positions)

    def bulk(self, field: str) -> Bulk:
        """All of a field."""
        found = list(self.terms(field, positions=True))
        each = [postings for _, postings in found]
        return Bulk(
            terms=[term for term, _ in found],
            starts=np.cumsum([0, *(len(one.docs) for one in each)], dtype=np.int64),
            docs=np.concatenate([EMPTY, *(one.docs for one in each)]),
            counts=np.concatenate([EMPTY, *(one.counts for one in each)]),
            positions=np.concatenate([EMPTY, *(one.positions for one in each)]),
        )

    def frequency(self, field: str, term: str) -> int:
        """How many documents hold a term, deleted ones included."""
        with damage_is_ours("read"):
            known = self._lexicon.find(field, term)
            return 0 if known is None else known.documents

    def check(self) -> None:
        """Read all postings. Raise IndexDamaged where any is not what was written."""
        with damage_is_ours("read"):
            for offset in self._lexicon.offsets():
                unpack(self._postings, offset, positions=True)

    def vocabulary(self, field: str, prefix: str) -> list[tuple[str, int]]:
        """The terms of a field that begin so, each with how many documents hold it, in order."""
        with damage_is_ours("read"):
            return [(k.term, k.documents) for k in self._lexicon.beginning(field, prefix)]


def checked(storage: FileStorage, segment: W3Segment, name: str) -> bytes:
    """The whole of a file of a segment. Raise ValueError where it is not what was written."""
    data = read_file(storage, name)
    if zlib.crc32(data) != segment.sums[name]:
        raise ValueError(f"{name} does not have its check sum")
    return data


def read_file(storage: FileStorage, name: str) -> bytes:
    """The whole of an index file."""
    with storage.open_file(name) as opened:
        return bytes(opened.read())


def map_file(storage: FileStorage, name: str) -> bytes | mmap.mmap:
    """An index file, read only as far as it is used (an empty file cannot be mapped)."""
    with storage.open_file(name) as opened:
        if storage.file_length(name) == 0:
            return b""
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
