"""What is kept of documents beside Tantivy: records and facet values, one file a commit.

    columns-7.bin     the rows of commit 7, or of several joined: records, killed,
                      and of each facet its terms, where their rows start, and the rows

A file is written once and never changed; Tantivy's commit names those that count.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from indexer.engines.matches.arrays import EMPTY, Numbers
from indexer.engines.matches.entry import COLUMNS, RECORD, Entry
from indexer.engines.tantivy_engine.array_file import Array, ArrayFile, write_arrays

Rows = dict[str, list[int]]


@dataclass(slots=True)
class Gathered:
    """The columns of a commit while it is made. Rows are counted from the first one here.

    killed: rows of all the index, whose documents this commit replaces
    """

    records: list[bytes] = field(default_factory=list)
    terms: dict[str, Rows] = field(default_factory=lambda: {name: {} for name in COLUMNS})
    killed: list[int] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Take the next row."""
        row = len(self.records)
        self.records.append(entry.record)
        for name, values in entry.values.items():
            rows = self.terms[name]
            for value in values:
                rows.setdefault(value, []).append(row)


class Part:
    """One file of columns, read as far as it is used.

    first: the number of its first row
    """

    def __init__(self, folder: Path, name: str, first: int) -> None:
        self.name, self.first = name, first
        self._file = ArrayFile(folder / name)
        self.records = self._file.read("records").view(RECORD)
        self.killed = self._file.read("killed").view(np.int64)

    def terms(self, column: str) -> Iterator[tuple[str, Numbers]]:
        """The terms of a facet, each with its rows, counted from the first one here."""
        names = unpacked(self._file.read(f"{column}-terms"))
        starts = self._file.read(f"{column}-starts").tolist()
        rows = self._file.read(f"{column}-rows").view(np.uint32)
        for number, name in enumerate(names):
            yield name, rows[starts[number] : starts[number + 1]]

    def check(self) -> None:
        """Read all of it."""
        for name in self._file.names:
            self._file.read(name)


def write_part(folder: Path, name: str, gathered: Gathered) -> None:
    """Write the columns of a commit, onto the disk itself."""
    rows_of = {
        column: [(term, np.array(rows, np.uint32)) for term, rows in terms.items()]
        for column, terms in gathered.terms.items()
    }
    records = np.frombuffer(b"".join(gathered.records), np.uint8)
    save(folder, name, records, np.array(gathered.killed, np.int64), rows_of)


def join(folder: Path, name: str, parts: list[Part]) -> None:
    """Write several parts that follow each other as one."""
    first = parts[0].first
    rows_of: dict[str, list[tuple[str, Numbers]]] = {}
    for column in COLUMNS:
        joined: dict[str, list[Numbers]] = {}
        for part in parts:
            for term, rows in part.terms(column):
                joined.setdefault(term, []).append(rows + np.uint32(part.first - first))
        rows_of[column] = [(term, np.concatenate(rows)) for term, rows in joined.items()]
    records = np.concatenate([part.records for part in parts]).view(np.uint8)
    killed = np.concatenate([part.killed for part in parts])
    save(folder, name, records, killed, rows_of)


def save(
    folder: Path,
    name: str,
    records: npt.NDArray[np.uint8],
    killed: npt.NDArray[np.int64],
    rows_of: Mapping[str, list[tuple[str, Numbers]]],
) -> None:
    """Write one file of columns, onto the disk itself."""
    arrays: dict[str, Array] = {"records": records, "killed": killed}
    for column, pairs in rows_of.items():
        rows = [each for _, each in pairs]
        arrays[f"{column}-terms"] = packed(term for term, _ in pairs)
        arrays[f"{column}-starts"] = np.cumsum([0, *map(len, rows)], dtype=np.int64)
        arrays[f"{column}-rows"] = np.concatenate(rows) if rows else EMPTY
    write_arrays(folder / name, arrays)


def packed(terms: Iterable[str]) -> npt.NDArray[np.uint8]:
    """Texts as one array of bytes."""
    return np.frombuffer(
        b"".join(data_of(term) for term in terms),
        np.uint8,
    )


def data_of(term: str) -> bytes:
    """A text with its length before it."""
    data = term.encode("utf-8", "surrogatepass")
    return len(data).to_bytes(4, "little") + data


def unpacked(array: Array) -> list[str]:
    """The texts that `packed` took."""
    data, at = array.tobytes(), 0
    found = []
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "little")
        found.append(data[at + 4 : end].decode("utf-8", "surrogatepass"))
        at = end
    return found
