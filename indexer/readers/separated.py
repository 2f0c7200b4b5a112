"""Tables with commas, semicolons, tabs or bars between their cells: each row is a page."""

import csv
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import PurePath

from indexer.readers.broken import Broken
from indexer.readers.columns import (
    BODIES,
    BY_NAME,
    Columns,
    column_missing,
    folded,
    is_known,
    text_missing,
)
from indexer.readers.format import Format, Item
from indexer.readers.limits import MAX_PAGE_BYTES
from indexer.readers.line_text import LineText, as_lines_can_be_told, beginning, with_line_feeds
from indexer.readers.lines import lines_of
from indexer.readers.separated_rows import Row, Rows
from indexer.readers.source import Head, Source
from indexer.readers.table_records import FOREIGN, Records, states_pages

SEPARATORS = ",;\t|"
SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
# Excel takes the separator from a first line like this.
TOLD = re.compile(r"sep=(.)\s*$")
# Of the rows of a table, the first few tell its separator where no name does.
SAMPLE_ROWS = 5


def recognises(head: Head) -> bool:
    """Whether it is called a table, or its first line names columns: the text's and one more."""
    if SUFFIXES & {suffix.lower() for suffix in PurePath(head.name).suffixes[-2:]}:
        return not head.unpacked.startswith((b"%PDF-", b"PK\x03\x04"))
    names = first_rows(beginning(head.unpacked[:4_096]), 1)
    return any(
        sum(map(is_known, row)) > 1 and any(fact in BY_NAME.chosen(row) for fact in BODIES)
        for rows in names.values()
        for row in rows
    )


def first_rows(text: str, most: int) -> dict[str, list[list[str]]]:
    """The first rows of a text as each separator parts them."""
    lines = [line for line in text.splitlines()[: most + 1] if not TOLD.match(line)][:most]
    return {separator: cells_of(lines, separator) for separator in SEPARATORS}


def cells_of(lines: list[str], separator: str) -> list[list[str]]:
    """The cells of lines; none where they cannot be parted so."""
    try:
        return list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        return []


def separator_of(text: str, columns: Columns) -> str:
    """What parts the cells: that by which the first line has most of the columns that we know.

    Where it has none, that by which it has most cells.
    """
    if told := TOLD.match(text.partition("\n")[0]):
        return told[1]
    mapped = {folded(name) for name in columns.mapped.values()}
    rows = first_rows(text, SAMPLE_ROWS)

    def fits(separator: str) -> tuple[int, int]:
        names = rows[separator][0] if rows[separator] else []
        known = sum(is_known(name) or folded(name) in mapped for name in names)
        return known, min((len(row) for row in rows[separator] if row), default=0)

    return max(SEPARATORS, key=fits)


def read(source: Source) -> Iterator[Item]:
    """The page of each row."""
    stream, offsets_hold = as_lines_can_be_told(source.unpacked())
    stream = with_line_feeds(stream)
    separator = separator_of(stream.peek(65_536).decode("utf_8", "replace"), source.columns)
    rows = Rows(lines_of(stream, MAX_PAGE_BYTES), LineText(), separator).each()
    first = next(rows, None)
    if first and isinstance(first.cells, list) and TOLD.match(separator.join(first.cells)):
        first = next(rows, None)
    if first is None:
        raise Broken("There is nothing in it.", "Fetch it again, or delete it.")
    if isinstance(first.cells, Broken):
        raise Broken(first.cells.fault.reason, first.cells.fault.mend, first.offset)
    header = first.cells
    if source.columns.by_number:
        rows = chain([first], rows)
        header = [str(number) for number in range(1, len(first.cells) + 1)]
    fault = why_no_pages(header, source.columns)
    if fault and not source.asked and not states_pages(dict.fromkeys(header), source.columns):
        yield source.passed_over(FOREIGN)
        return
    if fault:
        raise fault
    records = Records(source, source.columns)
    for row in rows:
        place, offset = f"row {row.number}", row.offset if offsets_hold else None
        try:
            values = values_of(row, header)
            yield records.capture(values, place, f"{source.name}#{row.number}")
        except Broken as broken:
            yield records.refused(broken, place, offset)
    yield from records.unused()


def why_no_pages(header: list[str], columns: Columns) -> Broken | None:
    """What is wrong with the names of the columns."""
    chosen = columns.chosen(header)
    for names in chosen.values():
        for name in names:
            if header.count(name) > 1:
                return Broken(f'The column "{name[:80]}" stands twice.', "Rename one of them.")
    absent = [name for names in chosen.values() for name in names if name not in header]
    if absent:
        return Broken(*column_missing(absent[0], header))
    if not any(fact in chosen for fact in BODIES):
        return Broken(*text_missing(header))
    return None


def values_of(row: Row, header: list[str]) -> dict[str, object]:
    """A row's cells by their columns. Raise Broken where they are too many or too few."""
    if isinstance(row.cells, Broken):
        raise row.cells
    if len(row.cells) != len(header):
        raise Broken(
            f"It has {len(row.cells)} cells, the first row has {len(header)}.",
            'Put cells that hold a separator between " ", or mend the row.',
        )
    return dict(zip(header, row.cells, strict=True))


FORMAT = Format("a table", recognises, read)
