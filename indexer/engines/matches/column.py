"""The values of one facet over all documents, as arrays that are counted in one pass."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from indexer import analysis
from indexer.engine import MISSING
from indexer.engines.matches.arrays import EMPTY, Mask, Numbers
from indexer.engines.matches.entry import BETWEEN


class Column:
    """Pairs of document and value, sorted by value.

    values: what selects each value;  labels: what a person reads
    """

    def __init__(self, size: int, parts: Iterable[tuple[str, Numbers]]) -> None:
        """`parts` are facet terms with the documents that have them; a term may come again."""
        docs_of: dict[str, list[Numbers]] = {}
        labels: dict[str, str] = {}
        for term, docs in parts:
            value, _, label = term.partition(BETWEEN)
            docs_of.setdefault(value, []).append(docs)
            labels.setdefault(value, label)
        self.size = size
        self.values: tuple[str, ...] = tuple(docs_of)
        self.labels: tuple[str, ...] = tuple(labels.values())
        runs = [np.concatenate(docs) for docs in docs_of.values()]
        # As wide as numpy wants an index: narrower ones it widens anew at each use.
        self._docs = (np.concatenate(runs) if runs else EMPTY).astype(np.intp)
        self._starts = np.cumsum([0, *map(len, runs)], dtype=np.intp)
        self._number = {value: number for number, value in enumerate(self.values)}
        self._has: Mask = np.zeros(size, bool)
        self._has[self._docs] = True

    def counts(self, within: Mask) -> npt.NDArray[np.int64]:
        """For each value, how many of these documents have it."""
        if not self.values:
            return np.empty(0, np.int64)
        # Each value has documents (`reduceat` would miscount an empty run), next to each other.
        return np.add.reduceat(within[self._docs], self._starts[:-1], dtype=np.int64)

    def missing(self, within: Mask) -> int:
        """How many of these documents have no value."""
        return int(np.count_nonzero(within & ~self._has))

    def having(self, values: Iterable[str]) -> Mask:
        """The documents that have any of these values (MISSING: those that have none)."""
        found: Mask = np.zeros(self.size, bool)
        for value in values:
            if value == MISSING:
                found |= ~self._has
            elif value in self._number:
                number = self._number[value]
                found[self._docs[self._starts[number] : self._starts[number + 1]]] = True
        return found

    def label(self, value: str) -> str:
        """What a person reads for a value; a value that no document has is its own label."""
        return self.labels[self._number[value]] if value in self._number else value

    def naming(self, terms: Sequence[str]) -> tuple[str, ...]:
        """The values whose label holds these terms in sequence."""
        wanted = f" {' '.join(terms)} "
        return tuple(v for v, said in zip(self.values, self._said, strict=True) if wanted in said)

    def saying(self, terms: Sequence[str]) -> tuple[str, ...]:
        """The values whose label holds any of these terms."""
        wanted = set(terms)
        return tuple(
            value
            for value, said in zip(self.values, self._said, strict=True)
            if not wanted.isdisjoint(said.split())
        )

    def vocabulary(self, prefix: str) -> dict[str, int]:
        """The terms of all labels that begin so, and how many values have each."""
        return dict(
            Counter(
                term for said in self._said for term in set(said.split()) if term.startswith(prefix)
            )
        )

    @cached_property
    def _said(self) -> tuple[str, ...]:
        """The terms of each label between spaces."""
        return tuple(f" {' '.join(analysis.terms(label))} " for label in self.labels)
