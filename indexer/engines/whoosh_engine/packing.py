"""A field's postings as bytes, term by term, in the form that `postings.unpack` reads."""

import zlib
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from indexer.engines.whoosh_engine.bulk import Bulk, Offsets
from indexer.engines.whoosh_engine.postings import HEADER, Numbers


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

    def of(self, term: int) -> bytes:
        """The bytes of one term's numbers."""
        size = self.sizes[term]
        return self._packed[size][self._bounds[term] * size : self._bounds[term + 1] * size]


def packed(found: Bulk) -> Iterator[bytes]:
    """The bytes of each term's postings, in order."""
    if not found.terms:
        return
    places_before = np.concatenate(([0], np.cumsum(found.counts, dtype=np.int64)))
    place_starts: npt.NDArray[np.int64] = places_before[found.starts]
    gaps = Narrow(gaps_of(found), found.starts)
    counts = Narrow(found.counts, found.starts)
    positions = Narrow(found.positions, place_starts)
    documents = np.diff(found.starts).tolist()
    places = np.diff(place_starts).tolist()
    crc32, pack = zlib.crc32, HEADER.pack
    for term in range(len(found.terms)):
        of_docs = gaps.of(term) + counts.of(term)
        of_places = positions.of(term)
        sizes = gaps.sizes[term], counts.sizes[term], positions.sizes[term]
        sums = crc32(of_docs), crc32(of_places)
        yield pack(documents[term], places[term], *sizes, *sums) + of_docs + of_places


def gaps_of(found: Bulk) -> Numbers:
    """Each document's distance from the one before in its term; of the first one, from 0."""
    gaps = np.diff(found.docs, prepend=found.docs[:1])
    firsts = found.starts[:-1]
    gaps[firsts] = found.docs[firsts]
    return gaps
