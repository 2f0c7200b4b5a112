"""How the postings of one term lie on disk: as arrays, read in one go.

    uint32 documents | uint32 positions | B B B item sizes | uint32 uint32 check sums
    | document gaps | counts | positions

Whoosh's own blocks hold pickles, unpacked posting by posting; these are read without a loop, fast
enough for facets and scores over every match. The item sizes are 1, 2 or 4 bytes, whichever holds
the largest number. Positions are absolute, in the order of the documents; facet values have none.
The check sums (CRC-32) are of gaps with counts, and of positions: a flipped bit is never an answer.
"""

import mmap
import struct
import zlib
from array import array
from dataclasses import dataclass, field
from operator import sub

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]
Mask = npt.NDArray[np.bool_]

HEADER = struct.Struct("<IIBBBII")
END = b"fonds end"  # closes the file: one that was cut off is told from a whole one
FEW = 8  # with fewer numbers, narrowing costs more time than it saves space
EMPTY: Numbers = np.empty(0, np.uint32)


@dataclass(slots=True)
class Growing:
    """The postings of one term while they are gathered, documents ascending."""

    docs: "array[int]" = field(default_factory=lambda: array("I"))
    counts: "array[int]" = field(default_factory=lambda: array("I"))
    positions: "array[int]" = field(default_factory=lambda: array("I"))


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents that hold a term.

    docs:      document numbers in the segment or snapshot, ascending
    counts:    how often each holds it
    positions: where, all documents' positions one after the other; empty unless asked for
    """

    docs: Numbers
    counts: Numbers
    positions: Numbers


NONE = Postings(EMPTY, EMPTY, EMPTY)


def pack(growing: Growing) -> bytes:
    """The bytes of one term's postings."""
    docs = growing.docs
    if len(docs) < FEW:
        gaps = array("I", map(sub, docs, [0, *docs[:-1]]))
    else:
        numbers = np.frombuffer(docs, np.uint32)
        gaps = array("I", docs[:1].tobytes() + np.diff(numbers).tobytes())
    packed = [narrow(part) for part in (gaps, growing.counts, growing.positions)]
    sizes = (size for size, _ in packed)
    gaps_and_counts = packed[0][1] + packed[1][1]
    places = packed[2][1]
    sums = zlib.crc32(gaps_and_counts), zlib.crc32(places)
    header = HEADER.pack(len(docs), len(growing.positions), *sizes, *sums)
    return header + gaps_and_counts + places


def narrow(numbers: "array[int]") -> tuple[int, bytes]:
    """Item size in bytes, and the numbers in that size."""
    if len(numbers) < FEW:
        return 4, numbers.tobytes()
    wide = np.frombuffer(numbers, np.uint32)
    largest = int(wide.max())
    size = 1 if largest < 1 << 8 else 2 if largest < 1 << 16 else 4
    return size, wide.astype(f"<u{size}").tobytes()


def unpack(data: "bytes | mmap.mmap", offset: int, *, positions: bool) -> Postings:
    """The postings that begin at an offset; positions only where they are asked for.

    Raise ValueError where they are not what was written.
    """
    documents, places, *sizes, sum_of_docs, sum_of_places = HEADER.unpack_from(data, offset)
    offset += HEADER.size
    end_of_docs = offset + documents * (sizes[0] + sizes[1])
    check(data, offset, end_of_docs, sum_of_docs)
    if positions:
        check(data, end_of_docs, end_of_docs + places * sizes[2], sum_of_places)
    parts: list[Numbers] = []
    for count, size in zip((documents, documents, places), sizes, strict=True):
        wanted = len(parts) < 2 or positions
        if wanted:
            part = np.frombuffer(data, f"<u{size}", count, offset)
            parts.append(part.astype(np.uint32))
        offset += count * size
    docs = np.cumsum(parts[0], dtype=np.uint32)
    return Postings(docs, parts[1], parts[2] if positions else EMPTY)


def check(data: "bytes | mmap.mmap", start: int, end: int, expected: int) -> None:
    """Raise ValueError where bytes do not have their check sum."""
    with memoryview(data) as whole, whole[start:end] as part:
        if len(part) != end - start or zlib.crc32(part) != expected:
            raise ValueError("postings do not have their check sum")
