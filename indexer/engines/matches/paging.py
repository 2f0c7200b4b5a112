"""The part of the ordered matches that a page shows."""

from dataclasses import dataclass

import numpy as np

from indexer.engines.cursor import Position
from indexer.engines.matches.arrays import Mask
from indexer.engines.matches.folding import folded
from indexer.engines.matches.ordering import Docs, Order
from indexer.engines.matches.rows import Rows


@dataclass(frozen=True, slots=True)
class Page:
    """Some matches in order.

    docs:    document numbers
    copies:  of each of `docs` the other matches of its group, in order; empty unless folded
    offset:  how many matches come before
    more:    whether any come after
    last:    the sort keys of the last one; empty where there is none
    groups:  how many matches there are once copies are folded; None where they are not
    reached: how far the index had come at the first page, where matches are folded
    """

    docs: Docs
    copies: tuple[tuple[int, ...], ...]
    offset: int
    more: bool
    last: tuple[float, ...]
    groups: int | None = None
    reached: int | None = None


def page(
    rows: Rows,
    found: Mask,
    order: Order,
    after: Position | None,
    limit: int,
    *,
    fold: bool = False,
) -> Page:
    """The first matches after a position, best first."""
    docs: Docs = np.flatnonzero(found)
    if not fold:
        top, offset, more = cut(docs, order, after, limit)
        return Page(top, ((),) * len(top), offset, more, keys_at(order, top))
    reached = rows.reached if after is None or after.reached is None else after.reached
    groups = folded(rows, docs, order, reached)
    top, offset, more = cut(groups.docs, order, after, limit)
    copies = tuple(tuple(groups.copies(rows, doc, order)) for doc in top.tolist())
    last = keys_at(order, top)
    return Page(top, copies, offset, more, last, len(groups.docs), reached)


def cut(docs: Docs, order: Order, after: Position | None, limit: int) -> tuple[Docs, int, bool]:
    """The first after a position in order, how many come before it, whether any come later."""
    offset = 0
    if after is not None:
        rest = docs[order.after(docs, after)]
        offset = len(docs) - len(rest)
        docs = rest
    top = order.first(docs, limit)
    return top, offset, len(docs) > len(top)


def keys_at(order: Order, top: Docs) -> tuple[float, ...]:
    """The sort keys of the last of some documents."""
    return tuple(float(key[top[-1]]) for key in order.keys) if len(top) else ()
