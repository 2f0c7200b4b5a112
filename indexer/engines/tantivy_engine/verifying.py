"""Which of some documents hold words near each other: read from where their words stand.

Tantivy tells no positions. It finds the documents that hold all the words; those are looked at
here, many at a time, by the same rules as everywhere (`indexer.nearness`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import zstandard

from indexer import analysis, nearness
from indexer.engines.matches.entry import BOUNDED, PARTS
from indexer.engines.matches.looking import slots_of
from indexer.engines.tantivy_engine.schema import token
from indexer.nearness import DOCUMENT_BITS, Occurrences, Places
from indexer.query.nodes import Expanded, Loose, Near, Node, Or, Phrase, Unit, Word

LINES = {
    f"{part}_{kind}": number
    for number, (part, kind) in enumerate(
        (part, kind) for part in PARTS for kind in ("words", "stems", "sentence", "paragraph")
    )
}
NO_PLACES: Places = np.empty(0, np.int64)


class Looked:
    """Some documents, of which it can be told where terms stand.

    texts: of each document its "places" as they were stored
    """

    def __init__(self, texts: Iterable[bytes]) -> None:
        self._lines = [zstandard.decompress(text).decode().split("\n") for text in texts]
        self._split: dict[str, list[list[str]]] = {}

    def holding(self, node: Node, part: str) -> npt.NDArray[np.bool_]:
        """Which of them hold it in a part."""
        found = np.zeros(len(self._lines), bool)
        found[self._starts(node, part) >> DOCUMENT_BITS] = True
        return found

    def _starts(self, node: Node, part: str) -> Places:
        match node:
            case Loose(text, words):
                return self._loosely(part, analysis.terms(text), words)
            case Near(nodes, links):
                things = [self._occurrences(each, part) for each in nodes]
                units = {link.unit for link in links} - {Unit.WORDS} if part in BOUNDED else set()
                bounds = {unit: self._bounds(part, unit) for unit in units}
                return nearness.chained(things, links, bounds)[-1].starts
            case _:
                return self._occurrences(node, part).starts

    def _loosely(self, part: str, terms: Sequence[str], words: int) -> Places:
        wanted = Counter(terms)
        if not wanted:
            return NO_PLACES
        of_terms = [self._places(f"{part}_words", frozenset({term})) for term in wanted]
        if not all(map(len, of_terms)):
            return NO_PLACES
        return nearness.stretches(of_terms, [*wanted.values()], len(terms) + words - 1)

    def _occurrences(self, node: Node, part: str) -> Occurrences:
        if isinstance(node, Or):
            return nearness.joined([self._occurrences(each, part) for each in node.nodes])
        if not isinstance(node, Word | Phrase | Expanded):
            raise NotImplementedError(f"{node!r} cannot stand in a chain.")
        kind, slots = slots_of(node)
        if not slots:
            return Occurrences(NO_PLACES, NO_PLACES)
        starts = self._places(f"{part}_{kind}", slots[0])
        for number, slot in enumerate(slots[1:], 1):
            starts = starts[np.isin(starts + number, self._places(f"{part}_{kind}", slot))]
        return Occurrences(starts, starts + (len(slots) - 1))

    def _places(self, field: str, terms: frozenset[str]) -> Places:
        """Where any of the terms stands: document << 32 | position, ascending."""
        wanted = frozenset(map(token, terms))
        if field not in self._split:
            line = LINES[field]
            self._split[field] = [lines[line].split() for lines in self._lines]
        found = [
            number << DOCUMENT_BITS | position
            for number, words in enumerate(self._split[field])
            if not wanted.isdisjoint(words)
            for position, word in enumerate(words)
            if word in wanted
        ]
        return np.array(found, np.int64)

    def _bounds(self, part: str, unit: Unit) -> Places:
        """Where sentences or paragraphs begin."""
        line = LINES[f"{part}_{unit.value}"]
        found = [
            number << DOCUMENT_BITS | int(position)
            for number, lines in enumerate(self._lines)
            for position in lines[line].split()
        ]
        return np.array(found, np.int64)
