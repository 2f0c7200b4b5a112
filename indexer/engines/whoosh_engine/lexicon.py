"""Which terms a segment has, and where the postings of each lie: one sorted block, read whole.

    "FLEX" | uint32 fields | uint32 terms | uint32 bytes of field names | names between NULs
    | uint32 first term of each field | uint32 where each term begins | uint64 offsets
    | uint32 documents | the terms, one after the other

A term is found by halving. Whoosh's own table hashes every key, one by one, in Python, and writes
five times as much.
"""

import struct
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

import numpy as np

MAGIC = b"FLEX"
HEADER = struct.Struct("<4sIII")


class Known(NamedTuple):
    """A term of a field.

    offset:    where its postings lie
    documents: how many hold it
    """

    term: str
    offset: int
    documents: int


class LexiconWriter:
    """Gathers the terms of all fields, in order."""

    def __init__(self) -> None:
        self._firsts: dict[str, int] = {}
        self._terms: list[bytes] = []
        self._offsets: list[int] = []
        self._documents: list[int] = []

    def add(
        self, field: str, terms: Iterable[str], offsets: Iterable[int], documents: Iterable[int]
    ) -> None:
        """Take all terms of the next field, ascending; where the postings of each lie, how many."""
        self._firsts[field] = len(self._terms)
        self._terms += map(to_bytes, terms)
        self._offsets += offsets
        self._documents += documents

    def to_bytes(self) -> bytes:
        """The whole file."""
        names = "\0".join(self._firsts).encode()
        count = len(self._terms)
        return b"".join(
            (
                HEADER.pack(MAGIC, len(self._firsts), count, len(names)),
                names,
                np.array([*self._firsts.values(), count], "<u4").tobytes(),
                np.array([0, *accumulate(map(len, self._terms))], "<u4").tobytes(),
                np.array(self._offsets, "<u8").tobytes(),
                np.array(self._documents, "<u4").tobytes(),
                *self._terms,
            )
        )


class Lexicon:
    """The terms of a segment. May be used from many threads."""

    def __init__(self, data: bytes) -> None:
        """Raise ValueError where these are not the bytes of a lexicon."""
        magic, fields, count, names = HEADER.unpack_from(data)
        if magic != MAGIC:
            raise ValueError("not a list of terms")
        at = HEADER.size
        called = data[at : at + names].decode().split("\0") if fields else []
        at += names
        firsts = np.frombuffer(data, "<u4", fields + 1, at).tolist()
        at += 4 * (fields + 1)
        # Looked at one by one: a memoryview gives a number in half the time of an array.
        self._begins = np.frombuffer(data, "<u4", count + 1, at).astype(np.uint32).data
        at += 4 * (count + 1)
        self._offsets = np.frombuffer(data, "<u8", count, at).astype(np.uint64).data
        at += 8 * count
        self._documents = np.frombuffer(data, "<u4", count, at).astype(np.uint32).data
        self._terms = data[at + 4 * count :]
        self._ranges: dict[str, tuple[int, int]] = {
            name: (first, last)
            for name, first, last in zip(called, firsts[:-1], firsts[1:], strict=True)
        }

    def find(self, field: str, term: str) -> Known | None:
        """A term of a field, or None where no document has it."""
        wanted = to_bytes(term)
        number = self._at(field, wanted)
        _, last = self._ranges.get(field, (0, 0))
        return self._known(number) if number < last and self._bytes(number) == wanted else None

    def beginning(self, field: str, prefix: str = "") -> Iterator[Known]:
        """The terms of a field that begin so, in order."""
        begin = to_bytes(prefix)
        _, last = self._ranges.get(field, (0, 0))
        for number in range(self._at(field, begin), last):
            if not self._bytes(number).startswith(begin):
                return
            yield self._known(number)

    def offsets(self) -> Iterator[int]:
        """Where the postings of every term of every field lie."""
        return iter(self._offsets)

    def _at(self, field: str, wanted: bytes) -> int:
        """The number of the first term of a field that is not before this one."""
        low, high = self._ranges.get(field, (0, 0))
        while low < high:
            middle = (low + high) // 2
            if self._bytes(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def _bytes(self, number: int) -> bytes:
        return self._terms[self._begins[number] : self._begins[number + 1]]

    def _known(self, number: int) -> Known:
        term = from_bytes(self._bytes(number))
        return Known(term, self._offsets[number], self._documents[number])


def to_bytes(term: str) -> bytes:
    """A term as it is kept (facet values may hold broken characters)."""
    return term.encode("utf-8", "surrogatepass")


def from_bytes(term: bytes) -> str:
    """A term as we know it."""
    return term.decode("utf-8", "surrogatepass")
