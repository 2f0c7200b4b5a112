"""One page of HTML, text or PDF: what an input is that no other format takes."""

from collections.abc import Iterator
from pathlib import PurePath

from archive.capture import Capture
from indexer.readers.address import own_address
from indexer.readers.contents import (
    BEGINS_PDF,
    HTML,
    PDF,
    SAMPLE_BYTES,
    media_type_of,
    too_large,
    unfit,
)
from indexer.readers.decoding import decode
from indexer.readers.folder import DATA, TABLE_SUFFIXES
from indexer.readers.format import Format, Item
from indexer.readers.limits import MAX_PAGE_BYTES
from indexer.readers.source import Head, Source

# Of a page we need the head to know its kind and its address; it is decoded whole when prepared.
HEAD_BYTES = 4 * SAMPLE_BYTES


def recognises(head: Head) -> bool:
    """Always: it is tried last."""
    return True


def read(source: Source) -> Iterator[Item]:
    """The page, or why it is none."""
    if not source.asked and PurePath(source.name).suffix.lower() in TABLE_SUFFIXES:
        yield source.passed_over(DATA)
        return
    size = 0 if source.head.packings else source.size_bytes or 0
    body = b"" if size > MAX_PAGE_BYTES else source.unpacked().read_fully(MAX_PAGE_BYTES + 1)
    fault = too_large(size) if size > MAX_PAGE_BYTES else unfit(body)
    yield source.refused(fault.reason, fault.mend) if fault else page_of(body, source.origin)


def page_of(body: bytes, origin: str) -> Capture:
    """Bytes as a capture: their kind, and the address that they state of themselves."""
    if body.startswith(BEGINS_PDF):
        return Capture(body, PDF, None, None, origin)
    head = decode(body[:HEAD_BYTES], HTML).text
    media_type = media_type_of(head)
    url = own_address(head) if media_type == HTML else None
    return Capture(body, media_type, url, None, origin)


FORMAT = Format("a page", recognises, read)
