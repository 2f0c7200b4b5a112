"""One immutable segment of the index, read in bulk."""

import mmap
import threading
import zlib
from collections.abc import Iterator

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3Segment, W3TermsReader
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.reading import TermNotFound

from indexer.engines.whoosh_engine.codec import from_bytes, to_bytes
from indexer.engines.whoosh_engine.errors import damage_is_ours
from indexer.engines.whoosh_engine.postings import END, HEADER, NONE, Postings, unpack
from indexer.engines.whoosh_engine.schema import RECORD


class Segment:
    """Terms, postings and records of one segment; deletions are kept by the snapshot.

    Raise EngineUnavailable from any method where a file is damaged. A file that was removed
    after opening can still be read: it is mapped into memory.
    """

    def __init__(self, storage: FileStorage, segment: W3Segment) -> None:
        self.name: str = segment.segment_id()
        self.size: int = segment.doc_count_all()
        self._lock = threading.Lock()  # Whoosh's readers keep a place in the file
        codec = segment.codec()
        terms = checked(storage, segment, segment.make_filename(W3Codec.TERMS_EXT))
        self._terms = W3TermsReader(codec, BufferFile(terms), len(terms), BufferFile(b""))
        self._postings = map_file(storage, segment.make_filename(W3Codec.POSTS_EXT))
        if self._postings[-len(END) :] != END:
            raise ValueError(f"the postings of {self.name} are cut off")
        records = checked(storage, segment, W3Codec.column_filename(segment, "record"))
        self.records = np.frombuffer(records, RECORD)
        if len(self.records) != self.size:
            raise ValueError(f"{len(self.records)} records for {self.size} documents")

    def postings(self, field: str, term: str, *, positions: bool = False) -> Postings:
        """The postings of a term, none where no document has it."""
        with damage_is_ours("read"), self._lock:
            try:
                offset, _ = self._terms.term_info(field, to_bytes(term)).extent()
            except TermNotFound:
                return NONE
            return unpack(self._postings, offset, positions=positions)

    def extent(self, field: str, term: str) -> tuple[int, int]:
        """How many documents hold a term, and in how many places; their postings are not read."""
        with damage_is_ours("read"), self._lock:
            try:
                offset, _ = self._terms.term_info(field, to_bytes(term)).extent()
            except TermNotFound:
                return 0, 0
            documents, places, *_ = HEADER.unpack_from(self._postings, offset)
            return documents, places

    def terms(self, field: str, *, positions: bool = False) -> Iterator[tuple[str, Postings]]:
        """Every term of a field with its postings, in order."""
        with damage_is_ours("read"), self._lock:
            for (name, term), info in self._terms.items_from(field, b""):
                if name != field:
                    return
                offset, _ = info.extent()
                yield from_bytes(term), unpack(self._postings, offset, positions=positions)

    def frequency(self, field: str, term: str) -> int:
        """How many documents hold a term, deleted ones included."""
        with damage_is_ours("read"), self._lock:
            try:
                return int(self._terms.term_info(field, to_bytes(term)).doc_frequency())
            except TermNotFound:
                return 0

    def check(self) -> None:
        """Read all postings. Raise IndexDamaged where any is not what was written."""
        with self._lock, damage_is_ours("read"):
            for _, info in self._terms.items():
                offset, _ = info.extent()
                unpack(self._postings, offset, positions=True)

    def vocabulary(self, field: str, prefix: str) -> list[tuple[str, int]]:
        """The terms of a field that begin so, each with how many documents hold it, in order."""
        found = []
        with damage_is_ours("read"), self._lock:
            for (name, term), info in self._terms.items_from(field, to_bytes(prefix)):
                if name != field or not term.startswith(to_bytes(prefix)):
                    break
                found.append((from_bytes(term), int(info.doc_frequency())))
        return found


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
