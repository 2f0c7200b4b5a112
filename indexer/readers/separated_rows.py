"""The rows of a table with separators: cells between quotes may hold separators and lines.

A row that cannot be read costs itself alone: reading goes on in the line after its first.
"""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.readers.broken import Broken
from indexer.readers.limits import MAX_PAGE_BYTES, in_megabytes
from indexer.readers.line_text import LineText
from indexer.readers.lines import Line

# Of one stray quote after another, each may make us read so far again.
MOST_READ_AGAIN_BYTES = 10 * MAX_PAGE_BYTES
MOST_LINES_IN_A_ROW = 200_000
MEND = 'Put cells that hold a quote, a separator or a line break between " ", quotes doubled.'


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    number: as a spreadsheet counts, 1-based, the header with them
    offset: of its first byte
    cells:  what it says; or why it cannot be read
    """

    number: int
    offset: int
    cells: list[str] | Broken


class Rows:
    """The rows of the lines of one table, one held at a time."""

    def __init__(self, lines: Iterator[Line], text: LineText, separator: str) -> None:
        csv.field_size_limit(MAX_PAGE_BYTES)  # a process has one; lines are bounded besides
        self._lines, self._text, self._separator = lines, text, separator
        self._again: deque[Line] = deque()
        self._read_again_bytes = 0
        self._row: list[Line] = []
        self._row_bytes = 0

    def each(self) -> Iterator[Row]:
        """Row after row; empty lines are none. Raise Broken where it cannot go on."""
        number, rows = 0, self._reader()
        while True:
            self._row, self._row_bytes = [], 0
            try:
                cells: list[str] | Broken | None = next(rows, None)
            except csv.Error as error:
                cells = Broken(f"It cannot be read as a row: {error}."[:300], MEND)
            except Broken as broken:
                cells = broken
            if cells is None:
                return
            number += 1
            offset = self._row[0].offset if self._row else 0
            if isinstance(cells, Broken):
                self._go_back()
                rows = self._reader()
            if isinstance(cells, Broken) or any(cell.strip() for cell in cells):
                yield Row(number, offset, cells)

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(self._fed(), delimiter=self._separator, strict=True)

    def _fed(self) -> Iterator[str]:
        """Lines as the parser of rows wants them; each is kept until its row is whole."""
        while (line := self._next()) is not None:
            self._row.append(line)
            self._row_bytes += line.size
            too_long = self._row_bytes > MAX_PAGE_BYTES or len(self._row) > MOST_LINES_IN_A_ROW
            if line.body is None or too_long:
                raise Broken(
                    f"The row has more than {in_megabytes(MAX_PAGE_BYTES)}"
                    f" or {MOST_LINES_IN_A_ROW:,} lines: perhaps a quote is not closed.",
                    MEND,
                )
            try:
                yield self._text.of(line.body)
            except UnicodeDecodeError as error:
                raise Broken(
                    f"A byte of it is not {error.encoding}, which the lines before it are in.",
                    "Save the file in one charset, best as UTF-8.",
                ) from error

    def _next(self) -> Line | None:
        return self._again.popleft() if self._again else next(self._lines, None)

    def _go_back(self) -> None:
        """Read on in the line after the first of the row that was broken."""
        back = self._row[1:]
        self._read_again_bytes += sum(line.size for line in back)
        if self._read_again_bytes > MOST_READ_AGAIN_BYTES:
            raise Broken("It has too many rows that cannot be read.", MEND, self._row[0].offset)
        self._again.extendleft(reversed(back))
