"""A page as it came."""

from dataclasses import dataclass
from datetime import datetime

from archive.characters import fact
from archive.identity import digest_of, document_id
from archive.supplied import NOTHING_SUPPLIED, Supplied


@dataclass(frozen=True, slots=True)
class Capture:
    """One page as it was fetched or found, before anything is done to it.

    body:       the raw bytes
    media_type: as stated or found, without parameters: "text/html" or "text/plain"
    url:        where the page was, or None
    captured:   when it was fetched (aware), or None; never the time of ingest
    origin:     where we read it from, e.g. "pages.warc.gz#1234" or "folder/page.html"
    charset:    the charset that came with it (an HTTP header, a manifest), or None
    supplied:   metadata that came with it, each value with who says it
    """

    body: bytes
    media_type: str
    url: str | None
    captured: datetime | None
    origin: str
    charset: str | None = None
    supplied: Supplied = NOTHING_SUPPLIED

    def __post_init__(self) -> None:
        """Clean what can stand beside other things; the address is what tells pages apart."""
        object.__setattr__(self, "media_type", fact(self.media_type))
        object.__setattr__(self, "origin", fact(self.origin))
        if self.charset is not None:
            object.__setattr__(self, "charset", fact(self.charset))

    @property
    def digest(self) -> str:
        """SHA-256 of the body, 64 hex digits."""
        return digest_of(self.body)

    @property
    def document_id(self) -> str:
        """The id of the document that this is a capture of, 16 hex digits."""
        return document_id(self.url, self.body)
