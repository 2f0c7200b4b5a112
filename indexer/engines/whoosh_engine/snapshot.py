"""The index as one commit left it: segments joined, with what was read kept for the next search."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from indexer.engines.matches import dates
from indexer.engines.matches.arrays import Mask
from indexer.engines.matches.column import Column
from indexer.engines.matches.entry import PARTS, RECORD
from indexer.engines.whoosh_engine.postings import NONE, Postings
from indexer.engines.whoosh_engine.segment import Segment
from indexer.query.expanding import Known
from indexer.query.nodes import Node, Scope

# Postings kept in memory for each commit: the words of the last searches.
KEPT_BYTES = 64 * 1024 * 1024
ENTRY_BYTES = 1000  # of an entry without its arrays, about


@dataclass(frozen=True, slots=True)
class Live:
    """A segment, and which of its documents are not deleted."""

    segment: Segment
    live: Mask


class Snapshot:
    """All segments of one commit as one row of documents, numbered from 0.

    generation: Whoosh's number of the commit
    reached:    the archive's sequence number of the commit
    live:       the documents that are not deleted
    """

    def __init__(self, generation: int, reached: int, segments: Sequence[Live]) -> None:
        self.generation, self.reached = generation, reached
        self.segments = tuple(segments)
        self.size = sum(part.segment.size for part in segments)
        records = [part.segment.records for part in segments]
        self.records = np.concatenate(records) if records else np.empty(0, RECORD)
        empty: Mask = np.empty(0, bool)
        self.live = np.concatenate([part.live for part in segments]) if segments else empty
        self._bases = np.cumsum([0, *(part.segment.size for part in segments)]).tolist()
        self._lock = threading.Lock()
        self._making = threading.RLock()  # who needs what another thread makes waits for it
        self._columns: dict[str, Column] = {}
        self._words: dict[Scope, tuple[Known, ...]] = {}
        self._kept: OrderedDict[Hashable, Postings] = OrderedDict()
        self._kept_bytes = 0

    @cached_property
    def ranks(self) -> npt.NDArray[np.int64]:
        """The place of each document in the order of ids, which settles ties."""
        ranks = np.empty(self.size, np.int64)
        ranks[np.argsort(self.records["id"], kind="stable")] = np.arange(self.size)
        return ranks

    @cached_property
    def months(self) -> dates.Periods:
        """The month of each document's date."""
        return dates.months(self.records["earliest"], self.records["latest"])

    @cached_property
    def years(self) -> dates.Periods:
        """The year of each document's date."""
        return dates.years(self.records["earliest"], self.records["latest"])

    @cached_property
    def mean_lengths(self) -> tuple[float, ...]:
        """Words of the mean title, text and removed text of the documents that have any; >= 1."""
        means = []
        for part in PARTS:
            lengths = self.records[part][self.live]
            lengths = lengths[lengths > 0]
            means.append(max(1.0, float(lengths.mean())) if len(lengths) else 1.0)
        return tuple(means)

    @cached_property
    def count(self) -> int:
        """Documents that are not deleted."""
        return int(np.count_nonzero(self.live))

    def id(self, doc: int) -> str:
        """The id of a document."""
        return bytes(self.records["id"][doc]).decode()

    def column(self, name: str) -> Column:
        """The values of a facet."""
        if name in self._columns:
            return self._columns[name]
        with self._making:
            if name not in self._columns:
                parts = (
                    (term, found.docs + np.uint32(base))
                    for part, base in zip(self.segments, self._bases, strict=False)
                    for term, found in part.segment.terms(name)
                )
                self._columns[name] = Column(self.size, parts)
            return self._columns[name]

    def postings(self, field: str, term: str, *, positions: bool = False) -> Postings:
        """The postings of a term over all segments, deleted documents included."""
        known = self.kept(field, term, positions=positions)
        if known is None:
            known = self._read(field, term, positions)
            self._keep((field, term, positions), known)
        return known

    def kept(self, field: str, term: str, *, positions: bool) -> Postings | None:
        """The postings of a term, if they are in memory."""
        return self._known((field, term, positions))

    def leaf(self, part: str, node: Node) -> Postings | None:
        """The postings of a leaf of a query in a part of the documents, if they are in memory."""
        return self._known((part, node))

    def keep_leaf(self, part: str, node: Node, found: Postings) -> None:
        """Keep what a leaf was found to be."""
        self._keep((part, node), found)

    def extent(self, field: str, term: str) -> tuple[int, int]:
        """How many documents hold a term and in how many places, deleted documents included."""
        extents = [part.segment.extent(field, term) for part in self.segments]
        return sum(documents for documents, _ in extents), sum(places for _, places in extents)

    def frequency(self, field: str, term: str) -> int:
        """How many documents hold a term, deleted ones included."""
        return sum(part.segment.frequency(field, term) for part in self.segments)

    def check(self) -> None:
        """Read all that is stored. Raise IndexDamaged where any is not what was written."""
        for part in self.segments:
            part.segment.check()

    def vocabulary(self, field: str, prefix: str) -> dict[str, int]:
        """The terms of a field that begin so, and in how many documents, deleted ones included."""
        found: dict[str, int] = {}
        for part in self.segments:
            for term, documents in part.segment.vocabulary(field, prefix):
                found[term] = found.get(term, 0) + documents
        return found

    def words(self, scope: Scope, read: Callable[[], Iterable[Known]]) -> tuple[Known, ...]:
        """All words of a scope: read for the first fuzzy word, and kept for the others."""
        if scope in self._words:
            return self._words[scope]
        with self._making:
            if scope not in self._words:
                self._words[scope] = tuple(read())
            return self._words[scope]

    def _read(self, field: str, term: str, positions: bool) -> Postings:
        parts = []
        for part, base in zip(self.segments, self._bases, strict=False):
            found = part.segment.postings(field, term, positions=positions)
            if len(found.docs):
                docs = found.docs + np.uint32(base) if base else found.docs
                parts.append(Postings(docs, found.counts, found.positions))
        if len(parts) <= 1:
            return parts[0] if parts else NONE
        return Postings(
            np.concatenate([part.docs for part in parts]),
            np.concatenate([part.counts for part in parts]),
            np.concatenate([part.positions for part in parts]),
        )

    def _known(self, key: Hashable) -> Postings | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: Hashable, found: Postings) -> None:
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = found
            self._kept_bytes += size_of(found)
            while self._kept_bytes > KEPT_BYTES and len(self._kept) > 1:
                _, old = self._kept.popitem(last=False)
                self._kept_bytes -= size_of(old)


def size_of(postings: Postings) -> int:
    """How much memory postings take, in bytes; an array that is shared counts for each."""
    arrays = (postings.docs, postings.counts, postings.positions)
    return ENTRY_BYTES + sum(array.nbytes for array in arrays)
