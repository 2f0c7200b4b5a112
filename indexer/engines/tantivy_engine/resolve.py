"""A query's meaning becomes a set of rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice

import numpy as np
import tantivy

from indexer.deadline import NEARNESS, READING, Deadline
from indexer.engines.matches.arrays import Mask
from indexer.engines.matches.looking import PARTS_OF
from indexer.engines.tantivy_engine.asking import Asked, Asker
from indexer.engines.tantivy_engine.bits import matching
from indexer.engines.tantivy_engine.snapshot import Snapshot
from indexer.engines.tantivy_engine.verifying import Looked
from indexer.query.nodes import And, AtLeast, Node, Not, Or, Scope, Within

# Documents that are looked at together, and between two looks at the clock.
LOOKED_AT = 256


@dataclass(frozen=True, slots=True)
class Resolver:
    """Walks a query as far as Tantivy alone cannot answer it."""

    snapshot: Snapshot
    deadline: Deadline

    def resolve(self, node: Node | None) -> Mask:
        """The rows that a query means, dead ones left out. Raise SearchTooSlow."""
        if node is None:
            return self.snapshot.live
        found = self.snapshot.kept(node)
        self.deadline.check(READING)
        if found is None:
            found = self._rows(node, Scope.ANYWHERE, self.snapshot.live) & self.snapshot.live
            self.snapshot.keep(node, found)
        return found

    def _rows(self, node: Node, scope: Scope, within: Mask) -> Mask:
        """The rows that a node means; outside of `within` it may say anything."""
        if isinstance(node, Not):
            return ~self._rows(node.node, scope, within)
        self.deadline.check(READING)
        asked = Asker(self.snapshot, scope, scored=False).ask(node)
        if asked.exact:
            return self._matching(asked)
        match node:
            case And(nodes):
                return self._all(nodes, scope, within)
            case Or(nodes):
                return reduce(np.logical_or, (self._rows(each, scope, within) for each in nodes))
            case AtLeast(nodes, least):
                each = [self._rows(each, scope, within) for each in nodes]
                enough: Mask = np.sum(each, axis=0) >= least
                return enough
            case Within(inner_scope, inner):
                return self._rows(inner, inner_scope, within)
            case _:
                return self._looked_at(node, scope, asked.query, within)

    def _all(self, nodes: Sequence[Node], scope: Scope, within: Mask) -> Mask:
        """What Tantivy can answer first, so that the rest is looked for in few documents."""
        asker = Asker(self.snapshot, scope, scored=False)
        simple = tuple(node for node in nodes if asker.ask(node).exact)
        if simple:
            within = within & self._matching(asker.ask(And(simple, (0, 0))))
        for node in nodes:
            if node not in simple:
                within = within & self._rows(node, scope, within)
        return within

    def _matching(self, asked: Asked) -> Mask:
        return matching(self.snapshot.searcher, asked.query, self.snapshot.size, asked.most)

    def _looked_at(self, node: Node, scope: Scope, query: tantivy.Query, within: Mask) -> Mask:
        """The rows that hold a node, of those that a query finds; each is looked at."""
        searcher = self.snapshot.searcher
        hits = searcher.search(
            tantivy.Query.const_score_query(query, 0.0),
            max(1, self.snapshot.size),
            count=False,
            order_by_field="row",
            order=tantivy.Order.Asc,
        ).hits
        wanted = iter([(row, address) for row, address in hits if within[row]])
        found: Mask = np.zeros(self.snapshot.size, bool)
        while some := list(islice(wanted, LOOKED_AT)):
            self.deadline.check(NEARNESS)
            looked = Looked(bytes(searcher.doc(address)["places"][0]) for _, address in some)
            held = reduce(np.logical_or, (looked.holding(node, part) for part in PARTS_OF[scope]))
            found[[row for (row, _), holds in zip(some, held, strict=True) if holds]] = True
        return found
