"""Entries by how any of their words begins: one sorted array, searched by halves.

    "Un conseil municipal"   is found under "un conseil municipal", "conseil municipal", "municipal"

Each beginning takes some 42 bytes; an archive of 67,000 titles has about half a million.
"""

import math
from collections.abc import Iterable

import numpy as np

from indexer.analysis import terms
from indexer.suggest.suggestion import Entry, Kind

# Bytes of a beginning that are sorted by; what was typed beyond them is compared word by word.
KEY_BYTES = 32
# One more, so that the end of a range can be written without widening the array.
KEY_TYPE = f"S{KEY_BYTES + 1}"

# Words of a long title that it is found by.
MOST_BEGINNINGS = 8

# In powers of e: what an entry gains that begins, as a whole, as was typed; and loses by length.
WORTH_OF_START = 4.0
COST_OF_LETTER = 0.01

KINDS = tuple(Kind)
# A label of a place ends with where it lies, which is no beginning of its name.
NAMED_BEFORE_COMMA = frozenset({Kind.PLACE})


class Table:
    """Entries, found by beginnings of their words. Never changes; safe for many threads."""

    def __init__(self, entries: Iterable[Entry], grammar: frozenset[str]) -> None:
        """grammar: folded words that are no beginnings but at the very start"""
        self.entries = tuple(entries)
        keys: list[bytes] = []
        owners: list[int] = []
        starts: list[bool] = []
        for number, entry in enumerate(self.entries):
            for place, key in beginnings(entry, grammar):
                keys.append(key)
                owners.append(number)
                starts.append(place == 0)
        unsorted = np.array(keys, KEY_TYPE)
        order = np.argsort(unsorted, kind="stable")
        self._keys = unsorted[order]
        self._owners = np.array(owners, np.int32)[order]
        worth = np.array([worth_of(entry) for entry in self.entries], np.float32)
        self._worth = worth[self._owners] + WORTH_OF_START * np.array(starts, bool)[order]
        kinds = np.array([KINDS.index(entry.kind) for entry in self.entries], np.int8)
        self._kinds = kinds[self._owners]

    def begin_with(self, typed: str, kind: Kind, most: int) -> list[Entry]:
        """The entries of a kind with a word that begins so, the worthiest first.

        typed: folded words with single spaces between them; a space at the end ends a word
        """
        if most < 1 or not typed:
            return []
        prefix = typed.encode("utf-8")
        short = prefix[:KEY_BYTES]
        low = int(np.searchsorted(self._keys, np.bytes_(short), "left"))
        high = int(np.searchsorted(self._keys, np.bytes_(short + b"\xff"), "right"))
        of_kind = np.flatnonzero(self._kinds[low:high] == KINDS.index(kind)) + low
        best = of_kind[np.argsort(-self._worth[of_kind], kind="stable")]
        found: dict[int, Entry] = {}
        for row in best:
            owner = int(self._owners[row])
            if len(prefix) <= KEY_BYTES or f" {typed}" in f" {' '.join(key_terms(owner, self))} ":
                found.setdefault(owner, self.entries[owner])
            if len(found) == most:
                break
        return list(found.values())


def key_terms(owner: int, table: Table) -> list[str]:
    """The folded words of an entry."""
    return terms(table.entries[owner].text)


def beginnings(entry: Entry, grammar: frozenset[str]) -> Iterable[tuple[int, bytes]]:
    """(place, key) of each word that an entry is found by; place 0 is its start."""
    text = entry.text.partition(",")[0] if entry.kind in NAMED_BEFORE_COMMA else entry.text
    folded = terms(text)
    wanted = [place for place, term in enumerate(folded) if not place or term not in grammar]
    for place in wanted[:MOST_BEGINNINGS]:
        # Every word takes a byte or more, and a space.
        row = " ".join(folded[place : place + KEY_BYTES])
        yield place, row.encode("utf-8")[:KEY_BYTES]


def worth_of(entry: Entry) -> float:
    """What orders entries of one kind: in how many pages, then how short."""
    return math.log1p(entry.count) - COST_OF_LETTER * min(len(entry.text), 100)
