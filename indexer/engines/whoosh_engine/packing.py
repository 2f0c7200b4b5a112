"""A field's postings as bytes, term by term, in the form that `postings.unpack` reads."""

from collections.abc import Iterator
from zlib import crc32

import numpy as np
import numpy.typing as npt

from indexer.engines.matches.arrays import Numbers
from indexer.engines.whoosh_engine.bulk import Bulk, Offsets
from indexer.engines.whoosh_engine.postings import HEADER


class Narrow:
    """Numbers of many terms, each term's as wide as its largest one needs.

    sizes: bytes of a number, by term
    """

    def __init__(self, numbers: Numbers, starts: Offsets) -> None:
        """`starts`: where each term's numbers begin, and where the last one's end."""
        largest = np.zeros(len(starts) - 1, np.uint32)
        if len(numbers):  # then every term has some, which `reduceat` asks for
            largest = np.maximum.reduceat(numbers, starts[:-1])
        sizes = np.where(largest < 1 << 8, 1, np.where(largest < 1 << 16, 2, 4))
        self.sizes: list[int] = sizes.tolist()
        self._bounds: list[int] = starts.tolist()
        self._packed = {size: numbers.astype(f"<u{size}").tobytes() for size in set(self.sizes)}

    def of_terms(self) -> Iterator[bytes]:
        """The bytes of each term's numbers, in order."""
        for size, start, end in zip(self.sizes, self._bounds, self._bounds[1:], strict=False):
            yield self._packed[size][start * size : end * size]


def packed(found: Bulk) -> Iterator[bytes]:
    """The bytes of each term's postings, in order."""
    if not found.terms:
        return
    places_before = np.concatenate(([0], np.cumsum(found.counts, dtype=np.int64)))
    place_starts: npt.NDArray[np.int64] = places_before[found.starts]
    parts = (
        Narrow(gaps_of(found), found.starts),
        Narrow(found.counts, found.starts),
        Narrow(found.positions, place_starts),
    )
    amounts = zip(np.diff(found.starts).tolist(), np.diff(place_starts).tolist(), strict=True)
    widths = zip(*(part.sizes for part in parts), strict=True)
    pieces = zip(*(part.of_terms() for part in parts), strict=True)
    for amount, sizes, (gaps, counts, places) in zip(amounts, widths, pieces, strict=True):
        docs = gaps + counts
        yield HEADER.pack(*amount, *sizes, crc32(docs), crc32(places)) + docs + places


def gaps_of(found: Bulk) -> Numbers:
    """Each document's distance from the one before in its term; of the first one, from 0."""
    gaps = np.diff(found.docs, prepend=found.docs[:1])
    firsts = found.starts[:-1]
    gaps[firsts] = found.docs[firsts]
    return gaps
