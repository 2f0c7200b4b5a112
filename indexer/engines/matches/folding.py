"""Near-copies folded: of each group of matches the first one in order, the others behind it."""

from dataclasses import dataclass

import numpy as np

from indexer.engines.matches.entry import ALONE
from indexer.engines.matches.ordering import Docs, Order
from indexer.engines.matches.rows import Rows


@dataclass(frozen=True, slots=True)
class Folded:
    """Matches, one for each group.

    docs:    those that stand for themselves or their group, ascending
    members: every match that is in a group, a group's ones together
    groups:  the group of each of `members`
    """

    docs: Docs
    members: Docs
    groups: Docs

    def copies(self, rows: Rows, doc: int, order: Order) -> list[int]:
        """The other matches of a document's group, in order."""
        group = rows.records["group"][doc]
        start = np.searchsorted(self.groups, group)
        end = np.searchsorted(self.groups, group, side="right")
        others = self.members[start:end]
        return [int(other) for other in order.sorted(others) if other != doc]


def folded(rows: Rows, docs: Docs, order: Order, reached: int) -> Folded:
    """The matches `docs` (ascending) folded by their groups.

    reached: documents of later commits stand for a group only where it has no older match, so that
             a page goes on with the groups of the page before
    """
    groups = rows.records["group"][docs]
    grouped = groups != ALONE
    members, groups = docs[grouped], groups[grouped]
    later = rows.records["reached"][members] > reached
    together = np.lexsort((*order.keys_of(members), later, groups))
    members, groups = members[together], groups[together]
    is_first = np.ones(len(groups), bool)
    is_first[1:] = groups[1:] != groups[:-1]
    standing = np.concatenate((docs[~grouped], members[is_first]))
    standing.sort()
    return Folded(standing, members, groups)
