"""A manifest: a CSV table, or a list in JSON or TOML, that states what is known of files.

Each row has `file` (relative to the manifest) and any of `COLUMNS`, in any order. What it states
wins over what a page says, and shows "manifest" as its evidence.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from indexer.errors import UnreadablePath
from indexer.readers.address import web_address
from indexer.readers.decoding import decode
from indexer.readers.files import origin_of, read_at_most
from indexer.readers.limits import MAX_PAGE_BYTES, in_megabytes
from indexer.readers.manifest_rows import COLUMNS, STATED, Stated
from indexer.readers.manifest_table import rows_of_table
from indexer.readers.manifest_values import OPENS_JSON, OPENS_TOML, rows_of_json, rows_of_toml

__all__ = ["COLUMNS", "Row", "read_manifest"]


@dataclass(frozen=True, slots=True)
class Row:
    """What a manifest states of one file.

    number:   of its line in a table, else of the page in its list; 1-based
    is_line:  which of the two
    path:     the file, joined to the manifest's folder
    url:      http(s), or None
    captured: when the file was fetched (aware; UTC where no zone is written), or None
    stated:   the cells of STATED that are not empty, as written; "url" where it is no address
    at:       the manifest's name and the place: "pages.csv:3", "pages.json#2"
    """

    number: int
    is_line: bool
    path: Path
    url: str | None
    captured: datetime | None
    stated: Mapping[str, str]
    at: str


def read_manifest(path: Path) -> dict[Path, Row]:
    """The rows of a manifest by resolved path. Raise UnreadablePath, naming the line."""
    rows: dict[Path, Row] = {}
    for stated in rows_in(path):
        row = row_of(path, stated)
        if first := rows.setdefault(Path(os.path.realpath(row.path)), row):
            refuse_second(stated, first, row)
    return rows


def rows_in(path: Path) -> Iterator[Stated]:
    """The rows as they are written; the form is told by how it begins."""
    name, text = origin_of(path), text_of(path)
    if OPENS_TOML.match(text) or path.suffix.lower() == ".toml":
        return rows_of_toml(name, text)
    if OPENS_JSON.match(text):
        return rows_of_json(name, text)
    return rows_of_table(name, text)


def text_of(path: Path) -> str:
    """The manifest's text, in whatever charset it is."""
    try:
        body = read_at_most(path, MAX_PAGE_BYTES + 1)
    except OSError as error:
        raise UnreadablePath(
            f"{origin_of(path)}: {error.strerror or error}; "
            "name a CSV, JSON or TOML file with --manifest"
        ) from error
    if len(body) > MAX_PAGE_BYTES:
        raise UnreadablePath(
            f"{origin_of(path)}: larger than {in_megabytes(MAX_PAGE_BYTES)}; split the manifest"
        )
    return decode(body).text


def row_of(path: Path, stated: Stated) -> Row:
    """One row. Raise UnreadablePath where it states what cannot be."""
    facts, at = stated.facts, stated.at
    if not facts["file"] or "\0" in facts["file"]:
        raise UnreadablePath(f"{at}: no file is named; name one or delete the line")
    if os.path.isdir(path.parent / facts["file"]):
        raise UnreadablePath(
            f'{at}: "{facts["file"]}" is a folder, and a row names one file; '
            "write a row for each file in it"
        )
    url = web_address(facts.get("url"))
    supplied = {name: facts[name] for name in STATED if facts.get(name)}
    if url is None and facts.get("url"):
        supplied["url"] = facts["url"]
    is_line = at.removeprefix(origin_of(path)).startswith(":")
    return Row(
        number=stated.number,
        is_line=is_line,
        path=path.parent / facts["file"],
        url=url,
        captured=moment_of(at, facts.get("captured", "")),
        stated=supplied,
        at=f"{origin_of(Path(path.name))}{':' if is_line else '#'}{stated.number}",
    )


def moment_of(at: str, written: str) -> datetime | None:
    """A time of capture: ISO 8601; UTC where no zone is written."""
    if not written:
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        raise UnreadablePath(
            f'{at}: "{written}" is no time; write 2017-02-20 or 2017-02-20T14:30Z'
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def refuse_second(stated: Stated, first: Row, row: Row) -> None:
    """Raise where a file is described twice."""
    if first is not row:
        place = f"{'line' if first.is_line else 'page'} {first.number}"
        raise UnreadablePath(
            f"{stated.at}: {origin_of(row.path)} stands in {place} too; delete one of the two"
        )
