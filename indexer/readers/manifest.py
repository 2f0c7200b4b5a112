"""A manifest: a CSV table that states what is known of files.

The columns are `file` (relative to the manifest) and any of `COLUMNS`, in any order. What it states
wins over what a page says, and shows "manifest" as its evidence.
"""

import csv
import io
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from indexer.errors import UnreadablePath
from indexer.readers.address import is_web_address
from indexer.readers.decoding import decode
from indexer.readers.files import origin_of, read_at_most
from indexer.readers.limits import MAX_PAGE_BYTES, in_megabytes

STATED = ("title", "source", "author", "date", "place", "lang")
COLUMNS = ("file", "url", "captured", *STATED)
# What parts cells, as spreadsheets save them; Excel writes ; where the decimal sign is a comma.
SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}


@dataclass(frozen=True, slots=True)
class Row:
    """What a manifest states of one file.

    line:     of the manifest, 1-based
    path:     the file, joined to the manifest's folder
    url:      http(s), or None
    captured: when the file was fetched (aware; UTC where no zone is written), or None
    stated:   the cells of STATED that are not empty, as written
    at:       the manifest's name and the line: "pages.csv:3"
    """

    line: int
    path: Path
    url: str | None
    captured: datetime | None
    stated: Mapping[str, str]
    at: str


def read_manifest(path: Path) -> dict[Path, Row]:
    """The rows of a manifest by resolved path. Raise UnreadablePath, naming the line."""
    text = text_of(path)
    separator = separator_of(text)
    table = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=separator)
    rows: dict[Path, Row] = {}
    try:
        header = header_of(path, next(table, []))
        for cells in table:
            if any(cell.strip() for cell in cells):
                row = row_of(path, table.line_num, header, cells, separator)
                if first := rows.setdefault(Path(os.path.realpath(row.path)), row):
                    refuse_second(path, first, row)
    except csv.Error as error:
        raise UnreadablePath(f"{where(path, table.line_num)}: {error}; mend this line") from error
    return rows


def text_of(path: Path) -> str:
    """The manifest's text, in whatever charset it is."""
    try:
        body = read_at_most(path, MAX_PAGE_BYTES + 1)
    except OSError as error:
        raise UnreadablePath(
            f"{origin_of(path)}: {error.strerror or error}; name a CSV file with --manifest"
        ) from error
    if len(body) > MAX_PAGE_BYTES:
        raise UnreadablePath(
            f"{origin_of(path)}: larger than {in_megabytes(MAX_PAGE_BYTES)}; split the manifest"
        )
    return decode(body).text


def separator_of(text: str) -> str:
    """What parts the cells: that by which the first line has most of our columns."""
    first = next(iter(text.splitlines()), "").lower()
    columns = {
        separator: sum(cell.strip(' "') in COLUMNS for cell in first.split(separator))
        for separator in SEPARATORS
    }
    return max(SEPARATORS, key=lambda separator: columns[separator])


def header_of(path: Path, cells: list[str]) -> list[str]:
    """The columns' names, folded."""
    header = [cell.strip().lower() for cell in cells]
    unknown = [name for name in header if name not in COLUMNS]
    if unknown:
        raise UnreadablePath(
            f'{where(path, 1)}: unknown column "{unknown[0]}"; the columns are {", ".join(COLUMNS)}'
        )
    if "file" not in header:
        raise UnreadablePath(f'{where(path, 1)}: no column "file"; add one with the files\' names')
    if len(set(header)) < len(header):
        raise UnreadablePath(f"{where(path, 1)}: a column stands twice; delete one")
    return header


def row_of(path: Path, line: int, header: list[str], cells: list[str], separator: str) -> Row:
    """One line of the table."""
    if len(cells) != len(header):
        raise UnreadablePath(
            f"{where(path, line)}: {len(cells)} cells, the header has {len(header)}; "
            f'put cells that hold a {SEPARATORS[separator]} between " "'
        )
    cell = {name: value.strip() for name, value in zip(header, cells, strict=True)}
    if not cell["file"] or "\0" in cell["file"]:
        raise UnreadablePath(f"{where(path, line)}: no file is named; name one or delete the line")
    if os.path.isdir(path.parent / cell["file"]):
        raise UnreadablePath(
            f'{where(path, line)}: "{cell["file"]}" is a folder, and a row names one file; '
            "write a row for each file in it"
        )
    url = cell.get("url") or None
    if url and not is_web_address(url):
        raise UnreadablePath(
            f'{where(path, line)}: "{url}" is no web address; begin it with https://'
        )
    captured = moment_of(path, line, cell.get("captured", ""))
    stated = {name: cell[name] for name in STATED if cell.get(name)}
    return Row(
        line, path.parent / cell["file"], url, captured, stated, where(Path(path.name), line)
    )


def moment_of(path: Path, line: int, written: str) -> datetime | None:
    """A time of capture: ISO 8601; UTC where no zone is written."""
    if not written:
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        raise UnreadablePath(
            f'{where(path, line)}: "{written}" is no time; write 2017-02-20 or 2017-02-20T14:30Z'
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def refuse_second(path: Path, first: Row, row: Row) -> None:
    """Raise where a file is described twice."""
    if first is not row:
        raise UnreadablePath(
            f"{where(path, row.line)}: {origin_of(row.path)} stands in line {first.line} too; "
            "delete one of the lines"
        )


def where(path: Path, line: int) -> str:
    """ "manifest.csv:3", as editors write a place."""
    return f"{origin_of(path)}:{line}"
