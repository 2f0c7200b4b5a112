"""A page as it came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from archive.identity import digest_of, document_id

NOTHING_STATED: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Capture:
    """One page as it was fetched or found, before anything is done to it.

    body:       the raw bytes
    media_type: as stated or found, without parameters: "text/html" or "text/plain"
    url:        where the page was, or None
    captured:   when it was fetched (aware), or None; never the time of ingest
    origin:     where we read it from, e.g. "pages.warc.gz#1234" or "folder/page.html"
    charset:    the charset that came with it (an HTTP header, a manifest), or None
    stated:     metadata that a manifest or the archivist states: title, source, author, date,
                place, lang, each as written; and where: manifest ("pages.csv:3"), option
    """

    body: bytes
    media_type: str
    url: str | None
    captured: datetime | None
    origin: str
    charset: str | None = None
    stated: Mapping[str, str] = field(default_factory=lambda: NOTHING_STATED)

    @property
    def digest(self) -> str:
        """SHA-256 of the body, 64 hex digits."""
        return digest_of(self.body)

    @property
    def document_id(self) -> str:
        """The id of the document that this is a capture of, 16 hex digits."""
        return document_id(self.url, self.body)
