"""A list as it is pasted or uploaded: a name, phrase or query a line, or a column of a CSV."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from archive.joined import joined
from indexer.analysis import fold
from indexer.exports.plain import one_line
from indexer.terms_list.decoding import list_text

# A thousand searches are as many as a person waits for; a list of more is parted.
MOST_ROWS = 1_000
# A thousand lines of the longest query, in letters of three bytes.
MOST_BYTES = 3_000_000

# How the column that holds the terms may be called, folded.
ENGLISH = "term terms name names phrase phrases query queries keyword keywords word words"
FRENCH = "terme termes nom noms expression expressions requete requetes mot mots mot-cle mots-cles"
TERM_COLUMNS = frozenset((*ENGLISH.split(), *FRENCH.split()))
SEPARATORS = ",;\t|"


class BadList(Exception):
    """A list that cannot be read; who made it can mend it.

    reason: what is wrong, in a sentence
    mend:   what to do, in a sentence
    """

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(joined(reason, mend))
        self.reason, self.mend = reason, mend


class Kind(StrEnum):
    """How a list is written."""

    LINES = "lines"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class TermLine:
    """One term of a list.

    number: the line in the list, 1-based (of a CSV, the line that its row ends in)
    text:   on one line, without spaces at its ends; never empty
    unclosed: a quotation mark before it is never closed, so that other cells may be in it
    """

    number: int
    text: str
    unclosed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, with the line that it ends in.

    unclosed: a quotation mark opens its last cell and is never closed
    """

    number: int
    cells: list[str]
    unclosed: bool = False

    def term(self, place: int) -> TermLine | None:
        """The term in a column; None where there is none."""
        unclosed = self.unclosed and place >= len(self.cells) - 1
        cell = "".join(self.cells[-1:] if unclosed else self.cells[place : place + 1])
        return TermLine(self.number, one_line(cell), unclosed) if one_line(cell) else None


@dataclass(frozen=True, slots=True)
class Read:
    """A list as it was read.

    lines:    in the order given, at most MOST_ROWS;  left_out: those beyond
    column:   the heading of the column that was read, or None for a list of lines
    charset:  by which its bytes were read, by Python's name
    """

    lines: tuple[TermLine, ...]
    left_out: tuple[TermLine, ...]
    column: str | None
    charset: str


def read_list(body: bytes, kind: Kind = Kind.LINES, column: str | None = None) -> Read:
    """The terms of a list. Blank lines are passed over, and counted in the numbers.

    column: the heading of the column of a CSV; None takes the first that is called "name", "term",
            "query" or the like, else the first. Raise BadList.
    """
    if len(body) > MOST_BYTES:
        raise BadList(
            f"The list is larger than {MOST_BYTES // 1_000_000} MB.", "Part it into several lists."
        )
    text, charset = list_text(body)
    if kind is Kind.CSV:
        heading, lines = terms_of(text, column)
    else:
        heading, each = None, enumerate(text.splitlines(), 1)
        lines = (TermLine(number, term) for number, line in each if (term := one_line(line)))
    first = tuple(islice(lines, MOST_ROWS))
    if not first:
        raise BadList("The list is empty.", "Write a name, a phrase or a query on each line.")
    return Read(first, tuple(lines), heading, charset)


def as_text(lines: Iterable[TermLine]) -> str:
    """The terms as a list of lines, each on its line, so that it keeps its number."""
    placed = {line.number: line.text for line in lines}
    return "\n".join(placed.get(number, "") for number in range(1, max(placed, default=0) + 1))


def kind_of(file_name: str) -> Kind:
    """How a file of this name is written."""
    return Kind.CSV if file_name.casefold().endswith((".csv", ".tsv", ".tab")) else Kind.LINES


def terms_of(text: str, column: str | None) -> tuple[str, Iterator[TermLine]]:
    """The heading of the column that is read, and its terms."""
    rows = iter(rows_of(text, separator_of(text)))
    heads = next(rows, Row(0, [])).cells
    if not heads:
        raise BadList("The list is empty.", "Write a heading, then a term on each line.")
    place = place_of(heads, column)
    return one_line(heads[place]), (term for row in rows if (term := row.term(place)))


def rows_of(text: str, separator: str) -> list[Row]:
    """The rows that are not blank.

    Where a quotation mark is not closed, or stands inside a cell, each line is read by itself, so
    that it cannot swallow the lines after it.
    """
    csv.field_size_limit(MOST_BYTES)
    whole = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        rows = [Row(whole.line_num, row) for row in whole]
    except csv.Error:
        lines = enumerate(text.splitlines(), 1)
        rows = [row_of(number, line, separator) for number, line in lines]
    return [row for row in rows if any(map(one_line, row.cells))]


def row_of(number: int, line: str, separator: str) -> Row:
    """A line that is read by itself."""
    cells = next(csv.reader((line,), delimiter=separator), [])
    # One more row is read as part of this one where a quotation mark is still open.
    both = csv.reader((line + "\n", "more"), delimiter=separator)
    return Row(number, cells, unclosed=bool(line) and len(list(both)) == 1)


def separator_of(text: str) -> str:
    """What parts the cells: the sign that stands most often in the first line, outside quotes."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(first.split('"')[::2])
    return max(SEPARATORS, key=bare.count)


def place_of(heads: list[str], column: str | None) -> int:
    """Which column is meant. Raise BadList where none is called so."""
    names = [fold(one_line(head)) for head in heads]
    if column is None:
        return next((place for place, name in enumerate(names) if name in TERM_COLUMNS), 0)
    if fold(one_line(column)) not in names:
        known = ", ".join(one_line(head)[:40] for head in heads[:20])
        raise BadList(
            f"No column of the list is called “{one_line(column)[:60]}”.",
            f"The columns are: {known}.",
        )
    return names.index(fold(one_line(column)))
