"""Compressed streams unpacked as they are read: gzip, zstd, bzip2, xz; bombs are broken off."""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import brotli as brotli_library
from backports.zstd import DecompressionParameter, ZstdDecompressor, ZstdError

from indexer.readers.broken import ABRUPT_END, COPY_AGAIN, Broken
from indexer.readers.limits import FREE_EXPANSION_BYTES, MAX_EXPANSION
from indexer.readers.peeking import Peekable

CHUNK_BYTES = 65_536
# So that what a bomb unpacks to is counted before there is much of it.
MOST_AT_ONCE_BYTES = 1_048_576

# Memory that a stream may make us keep while it is unpacked.
ZSTD_WINDOW_LOG = 27  # 128 MB: what `zstd` itself takes without --long=31
XZ_MEMORY_BYTES = 200_000_000

# What tools write after the last member: padding to whole blocks.
PADDING = b"\0"


class Unpacking(Protocol):
    """One compressed member, as bz2, lzma and zstd give it."""

    @property
    def eof(self) -> bool:
        """Whether it ended."""

    @property
    def needs_input(self) -> bool:
        """Whether more packed bytes must be given before more can come out."""

    @property
    def unused_data(self) -> bytes:
        """What came after its end."""

    def decompress(self, data: bytes, /, max_length: int) -> bytes:
        """The next unpacked bytes, at most so many."""


class Deflate:
    """What zlib unpacks, with the face that the others have."""

    def __init__(self, wbits: int = zlib.MAX_WBITS) -> None:
        self._member = zlib.decompressobj(wbits)
        self._needs_input = True

    @property
    def needs_input(self) -> bool:
        """Whether more packed bytes must be given before more can come out."""
        return self._needs_input

    @property
    def eof(self) -> bool:
        """Whether the member ended."""
        return self._member.eof

    @property
    def unused_data(self) -> bytes:
        """What came after its end."""
        return self._member.unused_data

    def decompress(self, data: bytes, /, max_length: int) -> bytes:
        """The next unpacked bytes, at most so many."""
        found = self._member.decompress(self._member.unconsumed_tail + data, max_length)
        self._needs_input = not self._member.unconsumed_tail and len(found) < max_length
        return found


class Brotli:
    """What brotli unpacks, with the face that the others have; `max_length` is not exact."""

    def __init__(self) -> None:
        self._member = brotli_library.Decompressor()

    @property
    def needs_input(self) -> bool:
        """Whether more packed bytes must be given before more can come out."""
        return bool(self._member.can_accept_more_data())

    @property
    def eof(self) -> bool:
        """Whether it ended."""
        return bool(self._member.is_finished())

    @property
    def unused_data(self) -> bytes:
        """Nothing: bytes behind the end are damage to brotli."""
        return b""

    def decompress(self, data: bytes, /, max_length: int) -> bytes:
        """The next unpacked bytes, some 32 KB more than that at most."""
        return bytes(self._member.process(data, output_buffer_limit=max_length))


def gzip() -> Unpacking:
    """A gzip member (RFC 1952)."""
    return Deflate(zlib.MAX_WBITS | 16)


@dataclass(frozen=True, slots=True)
class Packing:
    """A compression: its name, how its streams begin, and what unpacks a member."""

    name: str
    magic: bytes
    new: Callable[[], Unpacking]


def zstd() -> Unpacking:
    """A zstd frame."""
    return ZstdDecompressor(options={DecompressionParameter.window_log_max: ZSTD_WINDOW_LOG})


PACKINGS = (
    Packing("gzip", b"\x1f\x8b\x08", gzip),
    Packing("zstd", b"\x28\xb5\x2f\xfd", zstd),
    Packing("bzip2", b"BZh", bz2.BZ2Decompressor),
    Packing("xz", b"\xfd7zXZ\0", lambda: lzma.LZMADecompressor(memlimit=XZ_MEMORY_BYTES)),
)
UNPACKING_ERRORS = (
    zlib.error,
    OSError,
    lzma.LZMAError,
    ZstdError,
    brotli_library.error,
    EOFError,
    ValueError,
)


def packing_of(first: bytes) -> Packing | None:
    """The compression of a stream that begins so, or None."""
    return next((each for each in PACKINGS if first.startswith(each.magic)), None)


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a compressed stream, member after member.

    Reading raises Broken where the stream is damaged, cut off, or a bomb: more than MAX_EXPANSION
    times as large as what was read of it, beyond the first FREE_EXPANSION_BYTES.
    """

    def __init__(self, stream: Peekable, packing: Packing) -> None:
        self._stream, self._packing = stream, packing
        self._began = stream.position
        self._member = packing.new()
        self._waiting = b""
        self._given = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """Fill a buffer; how many bytes."""
        found = self.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)

    def read(self, size: int | None = -1, /) -> bytes:
        """At most so many bytes, none at the end; all for -1. Raise Broken."""
        if size is None or size < 0:
            return self.readall()
        try:
            found = self._next(min(size, MOST_AT_ONCE_BYTES))
        except UNPACKING_ERRORS as error:
            raise self._broken(f"Its {self._packing.name} data is damaged: {error}.") from error
        self._given += len(found)
        self._check_expansion()
        return found

    def _next(self, size: int) -> bytes:
        while size:
            if self._member.eof and not self._next_member():
                return b""
            if self._member.needs_input and not self._waiting:
                self._waiting = self._stream.read(CHUNK_BYTES)
                if not self._waiting:
                    raise self._broken(ABRUPT_END)
            taken, self._waiting = self._waiting, b""
            if found := self._member.decompress(taken, size):
                return found
        return b""

    def _next_member(self) -> bool:
        """Begin the member that follows; False at the end."""
        rest = self._member.unused_data.lstrip(PADDING)
        while not rest:
            more = self._stream.read(CHUNK_BYTES)
            if not more:
                return False
            rest = more.lstrip(PADDING)
        self._member, self._waiting = self._packing.new(), rest
        return True

    def _check_expansion(self) -> None:
        read = self._stream.position - self._began
        if self._given > max(FREE_EXPANSION_BYTES, MAX_EXPANSION * read):
            raise Broken(
                f"It unpacks to more than {MAX_EXPANSION} times its size: a bomb.",
                "Leave it out; or unpack it yourself, if you trust it.",
                self._stream.position,
            )

    def _broken(self, reason: str) -> Broken:
        return Broken(reason, COPY_AGAIN, self._stream.position)
