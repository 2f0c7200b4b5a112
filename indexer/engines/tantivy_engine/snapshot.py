"""The index as one commit left it: Tantivy's searcher, and the columns in the order of rows."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt
import tantivy

from indexer.engines.matches import dates
from indexer.engines.matches.arrays import Mask
from indexer.engines.matches.column import Column
from indexer.engines.matches.entry import RECORD
from indexer.engines.tantivy_engine.columns import Part
from indexer.engines.tantivy_engine.state import State
from indexer.query.nodes import Node

# What queries mean, kept for their next pages and narrowings.
KEPT_BYTES = 32 * 1024 * 1024


class Snapshot:
    """One commit. May be used from many threads.

    size:    rows ever given out
    records: what is kept of each row's document (see RECORD)
    live:    the rows whose documents are not replaced
    documents: how many Tantivy counts for scores, some dead ones among them
    mean_lengths: of fields, in terms, as far as they were asked for
    """

    def __init__(
        self, searcher: tantivy.Searcher, state: State, documents: float, parts: Sequence[Part]
    ) -> None:
        """Raise ValueError where columns and state do not fit each other."""
        self.searcher, self.state, self.parts = searcher, state, tuple(parts)
        self.documents = documents
        self.size = state.rows
        records = [part.records for part in parts]
        self.records = np.concatenate(records) if records else np.empty(0, RECORD)
        if len(self.records) != self.size:
            raise ValueError(f"{len(self.records)} records for {self.size} rows")
        self.live: Mask = np.ones(self.size, bool)
        for part in parts:
            self.live[part.killed] = False
        self.mean_lengths: dict[str, float] = {}
        self._lock = threading.RLock()
        self._columns: dict[str, Column] = {}
        self._kept: OrderedDict[Node, Mask] = OrderedDict()

    @cached_property
    def ranks(self) -> npt.NDArray[np.int64]:
        """The place of each row in the order of ids, which settles ties."""
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

    @property
    def reached(self) -> int:
        """The archive's sequence number of the commit."""
        return self.state.reached

    def id(self, row: int) -> str:
        """The id of a row's document."""
        return bytes(self.records["id"][row]).decode()

    def column(self, name: str) -> Column:
        """The values of a facet."""
        with self._lock:
            if name not in self._columns:
                terms = (
                    (term, rows + np.uint32(part.first))
                    for part in self.parts
                    for term, rows in part.terms(name)
                )
                self._columns[name] = Column(self.size, terms)
            return self._columns[name]

    def kept(self, node: Node) -> Mask | None:
        """What a query was found to mean, where it was asked for lately."""
        with self._lock:
            if node in self._kept:
                self._kept.move_to_end(node)
                return self._kept[node]
        return None

    def keep(self, node: Node, found: Mask) -> None:
        """Keep what a query means for the next time."""
        with self._lock:
            self._kept[node] = found
            while len(self._kept) > max(1, KEPT_BYTES // max(1, self.size)):
                self._kept.popitem(last=False)
