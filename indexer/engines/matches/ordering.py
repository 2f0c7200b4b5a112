"""The order that matches are asked in: by score or date, then by id."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.engine import Sort
from indexer.engines.cursor import Position
from indexer.engines.matches.arrays import Mask, Scores
from indexer.engines.matches.entry import UNDATED
from indexer.engines.matches.rows import Rows

Docs = npt.NDArray[np.int64]
Keys = tuple[npt.NDArray[np.float64], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """The order of all documents of a commit.

    keys: what each is sorted by before its id, the weightiest first; smaller comes first
    """

    rows: Rows
    keys: Keys

    def keys_of(self, docs: Docs) -> tuple[npt.NDArray[np.generic], ...]:
        """What some documents are sorted by, the weightiest last, as numpy.lexsort wants it."""
        return (self.rows.ranks[docs], *(key[docs] for key in reversed(self.keys)))

    def sorted(self, docs: Docs) -> Docs:
        """The documents in order."""
        return docs[np.lexsort(self.keys_of(docs))]

    def first(self, docs: Docs, limit: int) -> Docs:
        """The first so many of the documents, in order."""
        if limit == 0:
            return docs[:0]
        if limit < len(docs):
            # Only what ties with the last place or better needs sorting.
            keys = [key[docs] for key in self.keys[:2]]
            key = keys[0] if len(keys) == 1 else keys[0] * 1e9 + keys[1]
            last = np.partition(key, limit - 1)[limit - 1]
            better, ties = docs[key < last], docs[key == last]
            docs = np.concatenate((better, self._first_ties(ties, limit - len(better))))
        return self.sorted(docs)[:limit]

    def _first_ties(self, ties: Docs, wanted: int) -> Docs:
        """Those of many documents with the same weightiest keys that may be among the first."""
        if len(self.keys) == 1 and wanted < len(ties):
            ties = ties[np.argpartition(self.rows.ranks[ties], wanted - 1)[:wanted]]
        return ties

    def after(self, docs: Docs, position: Position) -> Mask:
        """Which of the documents come after a position."""
        rest: Mask = self.rows.records["id"][docs] > np.bytes_(position.id.encode())
        for key, at in zip(reversed(self.keys), reversed(position.keys), strict=True):
            here = key[docs]
            rest = (here > at) | ((here == at) & rest)
        return rest


def ordered(rows: Rows, scores: Scores, sort: Sort) -> Order:
    """The order that a search asks for."""
    if sort is Sort.RELEVANCE:
        return Order(rows, (-scores,))
    earliest = rows.records["earliest"].astype(np.float64)
    latest = rows.records["latest"].astype(np.float64)
    undated = (earliest == UNDATED).astype(np.float64)
    if sort is Sort.NEWEST:
        return Order(rows, (undated, -earliest, -latest))
    return Order(rows, (undated, earliest, latest))
