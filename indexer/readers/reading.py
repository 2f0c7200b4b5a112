"""Paths in, captures out: every file becomes a capture, a refusal, or is passed over."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.readers.address import own_address
from indexer.readers.contents import HTML, SAMPLE_BYTES, Unfit, media_type_of
from indexer.readers.decoding import decode
from indexer.readers.files import origin_of, read_file, refused
from indexer.readers.folder import Found, files_of
from indexer.readers.manifest import Row, read_manifest
from indexer.stating import OPTION, ROW

# Of a page we need the head to know its kind and its address; it is decoded whole when prepared.
HEAD_BYTES = 4 * SAMPLE_BYTES

Read = Capture | Refused | PassedOver


def read(
    paths: Sequence[Path], *, source: str | None = None, manifest: Path | None = None
) -> Iterator[Read]:
    """What there is under these paths, in order; a folder is walked whole, sorted by name.

    A file that is named itself is always tried. `source` states the source of all; a manifest's
    row states more, and wins. Without paths, the manifest's files are read.
    Raise UnreadablePath for a manifest that cannot be read, before anything else is.
    """
    rows = read_manifest(manifest) if manifest else {}
    return read_all(paths or [row.path for row in rows.values()], rows, source)


def read_all(paths: Sequence[Path], rows: Mapping[Path, Row], source: str | None) -> Iterator[Read]:
    """Read each path, then tell of the manifest's rows that named none of them."""
    met: set[Path] = set()
    for path in paths:
        for found in found_under(path):
            if not isinstance(found, Path):
                yield found
                continue
            name = Path(os.path.realpath(found)) if rows else found
            met.add(name)
            yield read_page(found, rows.get(name), source)
    for name, row in rows.items():
        if name not in met:
            yield not_met(row)


def found_under(path: Path) -> Iterator[Found]:
    """A file itself, or the files of a folder."""
    if os.path.isdir(path):
        yield from files_of(path)
    else:
        yield path


def read_page(path: Path, row: Row | None = None, source: str | None = None) -> Capture | Refused:
    """One file as a capture."""
    body = read_file(path)
    if isinstance(body, Refused):
        return body
    page = page_of(body, origin_of(path))
    stated = {"source": source} if source else {}
    if row is None:
        return replace(page, stated=stated)
    url = row.url or page.url
    if row.stated:
        mixed = {OPTION: "source"} if source and "source" not in row.stated else {}
        stated = stated | mixed | dict(row.stated) | {ROW: row.at}
    return replace(page, url=url, captured=row.captured, stated=stated)


def page_of(body: bytes, origin: str) -> Capture:
    """Bytes as a capture: their kind, and the address that they state of themselves."""
    head = decode(body[:HEAD_BYTES], HTML).text
    media_type = media_type_of(head)
    url = own_address(head) if media_type == HTML else None
    return Capture(body, media_type, url, None, origin)


def not_met(row: Row) -> Refused | PassedOver:
    """What to say of a manifest's row whose file was not read."""
    if os.path.exists(row.path):
        return PassedOver(
            origin_of(row.path), f"Line {row.line} of the manifest names it, no path does."
        )
    return refused(
        row.path,
        Unfit(
            f"Line {row.line} of the manifest names it; there is no such file.",
            "Put the file there, or delete the line.",
        ),
    )


def count(paths: Sequence[Path]) -> int:
    """How many files `read` will tell of; only names are read."""
    return sum(1 for path in paths for _ in found_under(path))
