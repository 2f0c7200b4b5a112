"""MHTML, a page saved with its images in one file; and mail, which begins alike and is no page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from email.utils import parsedate_to_datetime

from archive.capture import Capture
from archive.supplied import Supplied
from indexer.readers.address import web_address
from indexer.readers.broken import Broken
from indexer.readers.contents import HTML, unfit
from indexer.readers.format import Format, Item
from indexer.readers.limits import in_megabytes
from indexer.readers.page import page_of
from indexer.readers.source import Head, Source

# A saved page with its images; reading it takes some times as much memory.
MAX_SAVED_BYTES = 50_000_000
# A page has a few frames, each a multipart at most; parsing time grows with the depth.
MAX_NESTED = 100
NESTING = re.compile(
    rb"^content-type:\s{0,100}(?:multipart|message)/", re.IGNORECASE | re.MULTILINE
)

LINE = re.compile(rb"([!-9;-~]{1,80}):[ \t]*([^\r\n]*)\r?\n")
GOES_ON = re.compile(rb"[ \t]+([^\r\n]*)\r?\n")
MBOX = re.compile(rb"From \S{1,300} [^\r\n]{1,100}\r?\n")
PAGES = frozenset({"text/html", "application/xhtml+xml"})
# What mail gets on its way, and a browser never writes (RFC 5322, section 3.6).
OF_THE_POST = frozenset({b"received", b"return-path", b"message-id", b"delivered-to", b"to"})

CUT_OFF = "the saved page was cut off"


def is_saved_page(head: Head) -> bool:
    """By the header: MIME, and an address or related parts, and nothing of the post."""
    lines = header_lines(head.unpacked)
    if b"snapshot-content-location" in lines:
        return True
    if b"mime-version" not in lines or lines.keys() & OF_THE_POST:
        return False
    kind = lines.get(b"content-type", b"").lower()
    return kind.startswith(b"multipart/related") or b"content-location" in lines


def is_mail(head: Head) -> bool:
    """By the header: who wrote, and what only mail programs write."""
    found = MBOX.match(head.unpacked)
    lines = header_lines(head.unpacked[found.end() :] if found else head.unpacked)
    by_programs = {b"mime-version", b"message-id", b"received"}
    return b"from" in lines and bool(lines.keys() & by_programs)


def header_lines(begins: bytes) -> dict[bytes, bytes]:
    """The first value of each name (in lower case) of a header; empty where it begins as none."""
    lines: dict[bytes, bytes] = {}
    place = len(begins) - len(begins.lstrip(b"\r\n"))
    while found := LINE.match(begins, place):
        value, place = found[2], found.end()
        while more := GOES_ON.match(begins, place):
            value, place = value + b" " + more[1], more.end()
        lines.setdefault(found[1].lower(), value.strip())
    ended = begins.startswith((b"\n", b"\r\n"), place)
    return lines if ended else {}


def read_saved_page(source: Source) -> Iterator[Item]:
    """The page, and how many parts lie beside it. Raise Broken."""
    body = source.unpacked().read_fully(MAX_SAVED_BYTES + 1)
    if len(body) > MAX_SAVED_BYTES:
        most = in_megabytes(MAX_SAVED_BYTES)
        raise Broken(f"It is a saved page of more than {most}.", "Save it as HTML alone.")
    if sum(1 for _ in NESTING.finditer(body)) > MAX_NESTED:
        raise Broken("Its parts are nested too deep.", "Save it as HTML alone.")
    whole = message_of(body)
    parts = [part for part in whole.walk() if not part.is_multipart()]
    page = page_among(parts, whole)
    if page is None:
        raise Broken("There is no HTML among its parts.", "Save the page again, or as HTML.")
    html = content_of(page)
    fault = unfit(html)
    yield (
        source.refused(fault.reason, fault.mend) if fault else capture_of(html, page, whole, source)
    )
    if len(parts) > 1:
        beside = len(parts) - 1
        yield source.passed_over(f"Parts beside the page (images, styles, frames): {beside:,}.")


def message_of(body: bytes) -> Message:
    """The file parsed, by the rules that raise nothing over what a header says."""
    return message_from_bytes(body.lstrip(b"\r\n"))


def page_among(parts: list[Message], whole: Message) -> Message | None:
    """The root that the header names, or that has its address; else the first part in HTML."""
    pages = [part for part in parts if part.get_content_type() in PAGES]
    root = str(whole.get_param("start") or "").strip()
    address = value_of(whole, "snapshot-content-location")
    named = [part for part in pages if root and value_of(part, "content-id") == root]
    placed = [part for part in pages if address and value_of(part, "content-location") == address]
    return next(iter((*named, *placed, *pages)), None)


def capture_of(html: bytes, page: Message, whole: Message, source: Source) -> Capture:
    """The page, with where and when it was saved."""
    written = value_of(whole, "date", apart=" ")
    captured = moment_of(written)
    notes = [f"its Date cannot be read: {written[:40]}"] if written and not captured else []
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in whole.defects):
        notes.append(CUT_OFF)
    stated_in = (whole, "snapshot-content-location"), (page, "content-location")
    addresses = [value_of(*where) for where in (*stated_in, (whole, "content-location"))]
    found = page_of(html, source.origin)
    return replace(
        found,
        media_type=HTML,
        url=next(filter(None, map(web_address, addresses)), found.url),
        captured=captured,
        charset=page.get_content_charset(),
        supplied=Supplied(notes=tuple(notes)),
    )


def content_of(part: Message) -> bytes:
    """The bytes of a part, without its transfer encoding."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def value_of(part: Message, name: str, apart: str = "") -> str:
    """The value of a header, or ""; its lines joined as an address, which holds no white space."""
    return apart.join(str(part.get(name, "")).split())


def moment_of(written: str) -> datetime | None:
    """When the page was saved (aware), or None where that is not said."""
    try:
        found = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def read_mail(source: Source) -> Iterator[Item]:
    """Why it is no page."""
    yield source.refused("It is mail, not a page.", "Save the message as HTML, text or PDF.")


SAVED_PAGE = Format("a saved page (MHTML)", is_saved_page, read_saved_page)
MAIL = Format("mail", is_mail, read_mail)
