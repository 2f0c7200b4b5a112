"""The bytes of one member of a ZIP archive, unpacked as they are read and checked at their end."""

import bz2
import struct
import zlib
from typing import IO

from indexer.readers.broken import ABRUPT_END, Broken
from indexer.readers.packing import Deflate, Packing, Unpacked, zstd
from indexer.readers.peeking import Peekable, Readable
from indexer.readers.zip_directory import LOCAL_BYTES, MEND, Entry

STORED, ENCRYPTED = 0, 99
METHODS = {
    8: Packing("deflate", b"", lambda: Deflate(-zlib.MAX_WBITS)),
    12: Packing("bzip2", b"", bz2.BZ2Decompressor),
    93: Packing("zstd", b"", zstd),
}
# What tools name these; the rest go by number.
OTHER_METHODS = {9: "Deflate64", 14: "LZMA", 95: "XZ", 96: "JPEG", 97: "WavPack", 98: "PPMd"}
LOCAL = struct.Struct("<26x2H")


class Slice:
    """Some bytes of a file, which may be read elsewhere between."""

    def __init__(self, file: IO[bytes], begin: int, length: int) -> None:
        self._file, self._place, self._end = file, begin, begin + length

    def read(self, size: int, /) -> bytes:
        """At most so many of the next bytes, none at the end. Raise Broken where the file ends."""
        size = min(size, self._end - self._place)
        if size <= 0:
            return b""
        self._file.seek(self._place)
        found = self._file.read(size)
        if not found:
            raise Broken(ABRUPT_END, MEND, self._place)
        self._place += len(found)
        return found


class Checked:
    """A member's bytes; reading their end raises Broken where they are not those stored."""

    def __init__(self, stream: Readable, entry: Entry) -> None:
        self._stream, self._entry = stream, entry
        self._crc = self._size = 0

    def read(self, size: int, /) -> bytes:
        """At most so many of the next bytes, none at the end. Raise Broken."""
        found = self._stream.read(size)
        self._crc, self._size = zlib.crc32(found, self._crc), self._size + len(found)
        at_end = size and not found
        if self._size > self._entry.size_bytes or (at_end and self._size != self._entry.size_bytes):
            raise Broken(
                f"It has not the {self._entry.size_bytes:,} bytes that the archive says.",
                MEND,
                self._entry.offset,
            )
        if at_end and self._crc != self._entry.crc:
            raise Broken("Its check sum does not fit: it is damaged.", MEND, self._entry.offset)
        return found


def member_of(file: IO[bytes], entry: Entry) -> Readable:
    """The unpacked bytes of a member. Raise Broken where it cannot be read, or later in reading."""
    if entry.is_encrypted or entry.method == ENCRYPTED:
        raise Broken("It is encrypted.", "Unpack it with its password, and ingest what is in it.")
    if entry.method != STORED and entry.method not in METHODS:
        method = OTHER_METHODS.get(entry.method, f"method {entry.method}")
        raise Broken(
            f"It is packed by {method}, which Fonds does not read.",
            "Unpack it, and ingest what is in it.",
        )
    packed = Slice(file, begin_of(file, entry), entry.packed_bytes)
    if entry.method == STORED:
        return Checked(packed, entry)
    if not entry.packed_bytes:
        raise Broken(ABRUPT_END, MEND, entry.offset)
    return Checked(Unpacked(Peekable(packed), METHODS[entry.method]), entry)


def begin_of(file: IO[bytes], entry: Entry) -> int:
    """Where the member's packed bytes begin. Raise Broken where its own header says otherwise."""
    file.seek(entry.offset)
    head = file.read(LOCAL_BYTES)
    if len(head) < LOCAL_BYTES or not head.startswith(b"PK\3\4"):
        raise Broken("It does not lie where the directory says.", MEND, entry.offset)
    name_bytes, extra_bytes = LOCAL.unpack(head)
    begin = entry.offset + LOCAL_BYTES + int(name_bytes) + int(extra_bytes)
    if file.read(name_bytes) != entry.raw:
        raise Broken("It has another name than in the directory.", MEND, entry.offset)
    return begin
