"""A manifest as a CSV table: one line a file."""

import csv
import io
from collections.abc import Iterator

from indexer.errors import UnreadablePath
from indexer.readers.manifest_rows import COLUMNS, Stated

# What parts cells, as spreadsheets save them; Excel writes ; where the decimal sign is a comma.
SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}


def rows_of_table(name: str, text: str) -> Iterator[Stated]:
    """Its rows. Raise UnreadablePath, naming the line."""
    separator = separator_of(text)
    table = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=separator)
    try:
        header = header_of(name, next(table, []))
        for cells in table:
            if any(cell.strip() for cell in cells):
                at = f"{name}:{table.line_num}"
                if len(cells) != len(header):
                    raise UnreadablePath(
                        f"{at}: {len(cells)} cells, the header has {len(header)}; "
                        f'put cells that hold a {SEPARATORS[separator]} between " "'
                    )
                cell = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
                yield Stated(table.line_num, at, cell)
    except csv.Error as error:
        raise UnreadablePath(f"{name}:{table.line_num}: {error}; mend this line") from error


def separator_of(text: str) -> str:
    """What parts the cells: that by which the first line has most of our columns."""
    first = next(iter(text.splitlines()), "").lower()
    columns = {
        separator: sum(cell.strip(' "') in COLUMNS for cell in first.split(separator))
        for separator in SEPARATORS
    }
    return max(SEPARATORS, key=lambda separator: columns[separator])


def header_of(name: str, cells: list[str]) -> list[str]:
    """The columns' names, folded."""
    header = [cell.strip().lower() for cell in cells]
    unknown = [cell for cell in header if cell not in COLUMNS]
    if unknown:
        raise UnreadablePath(
            f'{name}:1: unknown column "{unknown[0]}"; the columns are {", ".join(COLUMNS)}'
        )
    if "file" not in header:
        raise UnreadablePath(f'{name}:1: no column "file"; add one with the files\' names')
    if len(set(header)) < len(header):
        raise UnreadablePath(f"{name}:1: a column stands twice; delete one")
    return header
