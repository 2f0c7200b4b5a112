"""Paths in, captures out; each with what the archivist states of it."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from archive.capture import Capture
from archive.document import PassedOver, Refused
from archive.supplied import SaidBy, SuppliedFact
from indexer.readers.columns import BY_NAME, Columns
from indexer.readers.contents import Unfit
from indexer.readers.files import opened, origin_of, refused, why_unreadable
from indexer.readers.format import Item as Read
from indexer.readers.frame import items_of
from indexer.readers.manifest import Row, read_manifest
from indexer.readers.meter import Meter, found_under
from indexer.readers.passwords import without_passwords
from indexer.readers.revisit import Revisit
from indexer.readers.source import Source

STANDARD_INPUT = "-"
ORIGIN_OF_STANDARD_INPUT = "standard input"


def read(
    paths: Sequence[Path],
    *,
    source: str | None = None,
    manifest: Path | None = None,
    columns: Columns = BY_NAME,
    meter: Meter | None = None,
) -> Iterator[Read]:
    """What there is under these paths, in order; a folder is walked whole, sorted by name.

    A file that is named itself is always tried. `source` states the source of all; a manifest's
    row states more, and wins. `columns` tells what the columns of tables state. The path "-" is
    standard input. Without paths, the manifest's files are read. `meter` tells how far it has come.
    Raise UnreadablePath for a manifest that cannot be read, before anything else is.
    """
    rows = read_manifest(manifest) if manifest else {}
    given = paths or [row.path for row in rows.values()]
    return read_all(given, rows, source, columns, meter or Meter())


def read_all(
    paths: Sequence[Path],
    rows: Mapping[Path, Row],
    source: str | None,
    columns: Columns,
    meter: Meter,
) -> Iterator[Read]:
    """Read each path, then tell of the manifest's rows that named none of them."""
    met: set[Path] = set()
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from read_stream(sys.stdin.buffer, source, columns)
            continue
        for found in found_under(path):
            if not isinstance(found, Path):
                yield found
                continue
            name = Path(os.path.realpath(found)) if rows else found
            met.add(name)
            row = rows.get(name)
            asked = found is path
            yield from read_file(found, row, source, columns=columns, asked=asked, meter=meter)
    for name, row in rows.items():
        if name not in met:
            yield not_met(row)


def read_file(
    path: Path,
    row: Row | None = None,
    source: str | None = None,
    *,
    asked: bool = True,
    columns: Columns = BY_NAME,
    meter: Meter | None = None,
) -> Iterator[Read]:
    """All that is in one file, with what is stated of it."""
    try:
        with opened(path) as file:
            size_bytes = os.fstat(file.fileno()).st_size
            origin = origin_of(path)
            whole = Source(
                file,
                origin,
                name=path.name,
                asked=asked,
                path=path,
                size_bytes=size_bytes,
                columns=columns,
            )
            with (meter or Meter()).reading(file, size_bytes):
                for item in items_of(whole):
                    found = with_supplied(item, row, source, alone=item.origin == origin)
                    yield in_order(found, columns.order)
    except OSError as error:
        yield refused(path, why_unreadable(path, error))


def read_stream(
    stream: BinaryIO, source: str | None = None, columns: Columns = BY_NAME
) -> Iterator[Read]:
    """All that comes from standard input."""
    whole = Source(stream, ORIGIN_OF_STANDARD_INPUT, name=ORIGIN_OF_STANDARD_INPUT, columns=columns)
    for item in items_of(whole):
        yield in_order(with_supplied(item, None, source, alone=True), columns.order)


def in_order(item: Read, order: str) -> Read:
    """What was read; a date that is stated of it with the order of its day and month."""
    if isinstance(item, Revisit):
        page = in_order(item.capture, order)
        return replace(item, capture=page) if isinstance(page, Capture) else item
    if not order or not isinstance(item, Capture) or not item.supplied.value("date"):
        return item
    return replace(item, supplied=replace(item.supplied, date_order=order))


def with_supplied(item: Read, row: Row | None, source: str | None, *, alone: bool) -> Read:
    """What was read, with what the archivist states of it, and without passwords in addresses."""
    if isinstance(item, Revisit):
        item = replace(item, capture=supplied(item.capture, row, source, alone=alone))
    elif isinstance(item, Capture):
        item = supplied(item, row, source, alone=alone)
    return without_passwords(item)


def supplied(page: Capture, row: Row | None, source: str | None, *, alone: bool) -> Capture:
    """A page with what the archivist supplies for the file that it lies in.

    A row of a table wins over --source, which is said of all pages; over what a record's own header
    says of its source, --source wins; a manifest's row wins over everything.
    alone: whether the file is this page, so that the row's address is the page's.
    """
    facts = page.supplied
    own = facts.fact("source")
    if source and (own is None or own.by is not SaidBy.COLUMN):
        facts = facts.with_facts([SuppliedFact("source", source, SaidBy.COMMAND)])
    if row is None:
        return replace(page, supplied=facts)
    facts = facts.with_facts(
        SuppliedFact(name, value, SaidBy.MANIFEST, row.at) for name, value in row.stated.items()
    )
    if not alone:
        return replace(page, captured=page.captured or row.captured, supplied=facts)
    captured = row.captured or page.captured
    return replace(page, url=row.url or page.url, captured=captured, supplied=facts)


def read_page(path: Path) -> Capture | Refused:
    """The one page that a file, or standard input ("-"), is.

    A refusal where it is none, or holds several.
    """
    pages = (item for item in read([path]) if not isinstance(item, PassedOver))
    items = list(islice(pages, 2))
    if len(items) == 1 and not isinstance(items[0], Revisit):
        return items[0]
    return refused(
        path, Unfit("It holds several pages.", "`fonds ingest` takes them; name one page here.")
    )


def not_met(row: Row) -> Refused | PassedOver:
    """What to say of a manifest's row whose file was not read."""
    if os.path.exists(row.path):
        return PassedOver(
            origin_of(row.path),
            f"Line {row.number} of the manifest names it, no path does."
            if row.is_line
            else f"Page {row.number} of the manifest names it, no path does.",
        )
    return refused(
        row.path,
        Unfit(
            f"Line {row.number} of the manifest names it; there is no such file."
            if row.is_line
            else f"Page {row.number} of the manifest names it; there is no such file.",
            "Put the file there, or delete the line.",
        ),
    )
