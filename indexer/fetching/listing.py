"""The addresses that a sitemap or a feed lists."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit
from xml.parsers import expat

from indexer.fetching.asked import NotBrought
from indexer.readers.broken import Broken
from indexer.readers.limits import MAX_PAGE_BYTES
from indexer.readers.source import Source

# The sitemaps protocol, "Sitemap file guidelines": so many addresses in one, so many sitemaps.
MOST_ADDRESSES = 50_000
MAX_DEPTH = 100
MAX_TEXT_CHARACTERS = 8_192

ATOM_KINDS = frozenset({None, "", "alternate"})
GZIP = b"\x1f\x8b"


@dataclass(slots=True)
class Listed:
    """What a list names.

    pages: addresses of pages, in order
    lists: addresses of further sitemaps
    """

    pages: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)


def listed_in(body: bytes, base: str) -> Listed:
    """The addresses in a sitemap (XML or text, maybe gzipped) or a feed (RSS, Atom).

    base: the list's own address, to which others are relative
    Raise NotBrought where it is neither, or damaged, or made as a trap.
    """
    body = unpacked(body)
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return in_text(body)
    reader = ListReader(base)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = refuse_entity
    try:
        parser.Parse(body, True)
    except expat.ExpatError as error:
        if not reader.found.pages and not reader.found.lists:
            raise NotBrought(f"It is no sitemap or feed: {error}.") from error
    if not reader.is_list:
        raise NotBrought("It is no sitemap or feed.")
    return reader.found


def unpacked(body: bytes) -> bytes:
    """The list without gzip around it. Raise NotBrought for a bomb."""
    if not body.startswith(GZIP):
        return body
    try:
        found = Source(io.BytesIO(body), "list").unpacked().read_fully(MAX_PAGE_BYTES + 1)
    except Broken as broken:
        raise NotBrought(broken.fault.reason) from broken
    if len(found) > MAX_PAGE_BYTES:
        raise NotBrought("It is larger than a list may be.")
    return found


def in_text(body: bytes) -> Listed:
    """A sitemap of one address a line."""
    lines = body.decode("utf-8", "replace").lstrip("\ufeff").split()
    pages = [line for line in lines if re.match(r"https?://", line, re.IGNORECASE)]
    if not pages or len(pages) < len(lines):
        raise NotBrought("It is no sitemap or feed.")
    return Listed(pages[:MOST_ADDRESSES])


def refuse_entity(*_: object) -> None:
    """No list needs entities of its own; traps do."""
    raise NotBrought("It declares entities, which no list needs: a trap.")


class ListReader:
    """Hears the elements of a list go by."""

    def __init__(self, base: str) -> None:
        self.found = Listed()
        self.is_list = False
        self._base = base
        self._open: list[str] = []
        self._text = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = name.rpartition(" ")[2].lower()
        self._open.append(tag)
        if len(self._open) > MAX_DEPTH:
            raise NotBrought(f"Its elements nest deeper than {MAX_DEPTH}: a trap.")
        self.is_list |= len(self._open) == 1 and tag in ROOTS
        self._text = ""
        if tag == "link" and self._is_in("entry") and attributes.get("rel") in ATOM_KINDS:
            self._take(attributes.get("href", ""), self.found.pages)

    def text(self, text: str) -> None:
        """Text goes by."""
        if len(self._text) < MAX_TEXT_CHARACTERS:
            self._text += text

    def end(self, name: str) -> None:
        """An element ends."""
        tag = name.rpartition(" ")[2].lower()
        if tag == "loc" and self._is_in("url"):
            self._take(self._text, self.found.pages)
        elif tag == "loc" and self._is_in("sitemap"):
            self._take(self._text, self.found.lists)
        elif tag == "link" and self._is_in("item"):
            self._take(self._text, self.found.pages)
        self._text = ""
        self._open.pop()

    def _is_in(self, parent: str) -> bool:
        return len(self._open) > 1 and self._open[-2] == parent

    def _take(self, written: str, among: list[str]) -> None:
        if written.strip() and len(among) < MOST_ADDRESSES:
            try:
                among.append(urljoin(self._base, written.strip()))
            except ValueError:
                among.append(written.strip())  # told as no address when it is asked for


ROOTS = frozenset({"urlset", "sitemapindex", "rss", "feed", "rdf"})


def of_one_site(pages: list[str], sitemap: str) -> Iterator[tuple[str, bool]]:
    """Each page, and whether it is of the sitemap's own host: others it may not speak for."""
    own = site_of(sitemap)
    return ((page, site_of(page) == own) for page in pages)


def site_of(url: str) -> str:
    """The host without "www."; nothing where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
