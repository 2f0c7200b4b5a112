"""What is remembered of a page for the sake of its source."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from archive.address import canonical_url


@dataclass(frozen=True, slots=True)
class PageLines:
    """Which source a page is of, and what is remembered of its lines.

    source: see `source_of`; "" for none
    lines:  as the indexer packs them; the archive does not look inside
    """

    source: str
    lines: bytes


@dataclass(frozen=True, slots=True)
class KeptProfile:
    """What an ingest knew of a source when it last looked.

    pages:  documents that the source had then
    packed: as the indexer packs it; the archive does not look inside
    """

    pages: int
    packed: bytes


def source_of(url: str | None, stated: str | None) -> str:
    """The source of a page as far as it is known before the page is read.

    The host of its address without "www."; where it has no address, the source that is stated of
    it; "" where there is neither.

    >>> source_of("https://www.city.example/news/1", "The City")
    'city.example'
    """
    return (host_of(url) if url else "") or " ".join((stated or "").split())


def host_of(url: str) -> str:
    """The host of an address, "" where it has none."""
    try:
        return urlsplit(canonical_url(url)).hostname or ""
    except ValueError:
        return ""
