"""How the postings of one term lie on disk: as arrays, read in one go (packing.py writes them).

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
from dataclasses import dataclass

import numpy as np

from indexer.engines.matches.arrays import EMPTY, Numbers

HEADER = struct.Struct("<IIBBBII")
END = b"fonds end"  # closes the file: one that was cut off is told from a whole one


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
