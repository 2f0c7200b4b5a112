"""The order of matches, and the part of it that a page shows."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.engine import Sort
from indexer.engines.cursor import Position
from indexer.engines.whoosh_engine.postings import Mask
from indexer.engines.whoosh_engine.schema import UNDATED
from indexer.engines.whoosh_engine.scoring import Scores
from indexer.engines.whoosh_engine.snapshot import Snapshot

Docs = npt.NDArray[np.int64]
Keys = tuple[npt.NDArray[np.float64], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Some matches in order.

    docs:   document numbers
    offset: how many matches come before
    more:   whether any come after
    last:   the sort keys of the last one; empty where there is none
    """

    docs: Docs
    offset: int
    more: bool
    last: tuple[float, ...]


def page(
    snapshot: Snapshot, found: Mask, scores: Scores, sort: Sort, after: Position | None, limit: int
) -> Page:
    """The first matches after a position, best first."""
    docs = np.flatnonzero(found)
    keys = tuple(key[docs] for key in sort_keys(snapshot, scores, sort))
    offset = 0
    if after is not None:
        rest = later(snapshot, docs, keys, after)
        offset = len(docs) - int(np.count_nonzero(rest))
        docs, keys = docs[rest], tuple(key[rest] for key in keys)
    top = first(snapshot, docs, keys, limit)
    last = tuple(float(key[top[-1]]) for key in keys) if len(top) else ()
    return Page(docs[top], offset, len(docs) > len(top), last)


def sort_keys(snapshot: Snapshot, scores: Scores, sort: Sort) -> Keys:
    """What each document is sorted by before its id; smaller comes first."""
    if sort is Sort.RELEVANCE:
        return (-scores,)
    earliest = snapshot.records["earliest"].astype(np.float64)
    latest = snapshot.records["latest"].astype(np.float64)
    undated = (earliest == UNDATED).astype(np.float64)
    if sort is Sort.NEWEST:
        return undated, -earliest, -latest
    return undated, earliest, latest


def first(snapshot: Snapshot, docs: Docs, keys: Keys, limit: int) -> Docs:
    """Where in `docs` the first `limit` stand, in order."""
    if limit == 0:
        return np.empty(0, np.int64)
    where = np.arange(len(docs))
    if limit < len(docs):
        # Only what ties with the last place or better needs sorting.
        key = keys[0] if len(keys) == 1 else keys[0] * 1e9 + keys[1]
        where = np.flatnonzero(key <= np.partition(key, limit - 1)[limit - 1])
    ranks = snapshot.ranks[docs[where]]
    order = np.lexsort((ranks, *(key[where] for key in reversed(keys))))
    return where[order[:limit]]


def later(snapshot: Snapshot, docs: Docs, keys: Keys, after: Position) -> Mask:
    """Which documents come after a position."""
    ids = snapshot.records["id"][docs]
    rest: Mask = ids > np.bytes_(after.id.encode())
    for key, at in zip(reversed(keys), reversed(after.keys), strict=True):
        rest = (key > at) | ((key == at) & rest)
    return rest
