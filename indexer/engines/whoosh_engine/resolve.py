"""A query's meaning becomes a set of documents, and the leaves that scores rest on."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import reduce

import numpy as np

from indexer import analysis
from indexer.engines.matches.arrays import Mask
from indexer.engines.matches.entry import UNDATED
from indexer.engines.matches.looking import COLUMN_OF, PARTS_OF, TAKES_IDS, language_values
from indexer.engines.whoosh_engine.leaves import postings_of_leaf
from indexer.engines.whoosh_engine.postings import Postings
from indexer.engines.whoosh_engine.reading import Reading
from indexer.engines.whoosh_engine.snapshot import Snapshot
from indexer.query.expanding import Known
from indexer.query.nodes import (
    And,
    AtLeast,
    Dated,
    Expanded,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Scope,
    Within,
    Word,
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A word or phrase that counts for the score: its postings by part of the document."""

    parts: tuple[tuple[str, Postings], ...]


@dataclass(frozen=True, slots=True)
class Resolver:
    """Walks a query once.

    leaves: the scored words, phrases and chains met so far, in order; those under Not are left out
    """

    reading: Reading
    scope: Scope = Scope.ANYWHERE
    scored: bool = True
    leaves: list[Leaf] = field(default_factory=list)

    def resolve(self, node: Node | None) -> Mask:
        """The documents that a query means, deleted ones left out."""
        if node is None:
            return self.reading.live
        return self._mask(node) & self.reading.live

    def _mask(self, node: Node) -> Mask:
        self.reading.check()
        match node:
            case And(nodes):
                return reduce(np.logical_and, map(self._mask, nodes))
            case Or(nodes):
                return reduce(np.logical_or, map(self._mask, nodes))
            case AtLeast(nodes, least):
                return self._at_least(nodes, least)
            case Not(inner):
                return ~replace(self, scored=False)._mask(inner)
            case Within(scope, inner):
                return replace(self, scope=scope)._mask(inner)
            case Dated():
                return self._dated(node)
            case Word() | Phrase() | Expanded() if self.scope not in PARTS_OF:
                return self._naming(node)
            case Word() | Phrase() | Expanded() | Loose() | Near():
                return self._leaf(node)
            case _:
                raise ValueError(f"{node!r} must be expanded before it is searched for.")

    def _at_least(self, nodes: tuple[Node, ...], least: int) -> Mask:
        held = np.zeros(self.reading.size, np.uint16)  # a query has far fewer words
        for node in nodes:
            held += self._mask(node)
        enough: Mask = held >= least
        return enough

    def _leaf(self, node: Word | Phrase | Expanded | Loose | Near) -> Mask:
        found: Mask = np.zeros(self.reading.size, bool)
        parts = []
        for part in PARTS_OF[self.scope]:
            postings = postings_of_leaf(self.reading, part, node)
            parts.append((part, postings))
            found[postings.docs] = True
        if self.scored:
            self.leaves.append(Leaf(tuple(parts)))
        return found

    def _naming(self, node: Word | Phrase | Expanded) -> Mask:
        column = self.reading.column(COLUMN_OF[self.scope])
        if isinstance(node, Expanded):
            return column.having(column.saying(node.terms))
        if self.scope is Scope.LANGUAGE:
            return column.having(language_values(node.text))
        terms = analysis.terms(node.text)
        values = column.naming(terms) if terms else ()
        if self.scope in TAKES_IDS:
            values = (*values, node.text.strip())
        return column.having(values)

    def _dated(self, node: Dated) -> Mask:
        records = self.reading.snapshot.records
        earliest, latest = records["earliest"], records["latest"]
        found: Mask = earliest != UNDATED
        # A side without a bound lies outside every year, so plain comparisons hold for it too.
        if node.earliest is not None:
            found &= (latest if node.perhaps else earliest) >= node.earliest.toordinal()
        if node.latest is not None:
            found &= (earliest if node.perhaps else latest) <= node.latest.toordinal()
        return found


def vocabulary(snapshot: Snapshot, scope: Scope, prefix: str) -> Iterable[Known]:
    """The terms that stand in a scope and begin so, and in about how many documents."""
    if prefix:
        return beginning(snapshot, scope, prefix)
    return snapshot.words(scope, lambda: beginning(snapshot, scope, ""))


def beginning(snapshot: Snapshot, scope: Scope, prefix: str) -> list[Known]:
    """As `vocabulary`, read anew."""
    found: dict[str, int] = {}
    if scope not in PARTS_OF:
        found = snapshot.column(COLUMN_OF[scope]).vocabulary(prefix)
    else:
        for part in PARTS_OF[scope]:
            for term, documents in snapshot.vocabulary(f"{part}_words", prefix).items():
                found[term] = max(found.get(term, 0), documents)
    return [Known(term, documents) for term, documents in found.items()]


def frequencies(snapshot: Snapshot, scope: Scope, terms: Iterable[str]) -> dict[str, int]:
    """In about how many documents each term stands: those of the part that has it most."""
    if scope not in PARTS_OF:
        known = snapshot.column(COLUMN_OF[scope]).vocabulary("")
        return {term: known[term] for term in terms if term in known}
    fields = [f"{part}_words" for part in PARTS_OF[scope]]
    return {term: max(snapshot.frequency(field, term) for field in fields) for term in terms}
