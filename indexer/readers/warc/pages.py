"""What a record is: a page, a page seen again, or no page, and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.readers.address import web_address
from indexer.readers.broken import Broken
from indexer.readers.contents import HTML, PDF, TEXT, unfit
from indexer.readers.page import page_of
from indexer.readers.revisit import Revisit
from indexer.readers.source import Source
from indexer.readers.warc import own
from indexer.readers.warc.encodings import Body, unsent
from indexer.readers.warc.http import (
    Response,
    charset_in,
    media_type_in,
    response_of,
    status_in_words,
)
from indexer.readers.warc.met import Met
from indexer.readers.warc.noticing import digest_notes, length_notes, without_http_chunks
from indexer.readers.warc.records import TAKE_ANEW, Damage, Record, too_large

# What servers call HTML, text and PDF; and what they say where they do not know.
PAGES = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "text/plain": TEXT,
    "application/pdf": PDF,
}
UNSAID = frozenset(
    {None, "application/octet-stream", "binary/octet-stream", "unknown", "unk", "no-type"}
    | {"application/unknown", "application/x-unknown", "application/x-unknown-content-type"}
)

# Records that tell of others: how they were asked for, what a crawler thought of them.
ABOUT_OTHERS = {
    "warcinfo": "tell of the file",
    "request": "tell how pages were asked for",
    "metadata": "tell of other records",
}

LEAVE_OUT = "Leave it out."
CRAWLER_CUT = "the crawler cut it off ({why})"
FILE_CUT = "the file ends within it: {came} of its {stated} bytes are there"
NO_WEB_ADDRESS = "its address is none of the web, and is left out: {url}"

Found = Capture | Refused | PassedOver | Revisit


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a record says of what it holds, whatever its kind.

    origin: "pages.warc.gz#1234"
    notes:  what a person should know of it
    """

    origin: str
    url: str | None
    captured: datetime | None
    notes: tuple[str, ...]


class Pages:
    """Makes of each record of one file what it is."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._met = Met()
        self._about_others: Counter[str] = Counter()

    def of(self, record: Record | Damage) -> Iterator[Found]:
        """What becomes of a record, or of a stretch that is none."""
        origin = f"{self._source.origin}#{record.place}"
        if isinstance(record, Damage):
            yield Refused(origin, record.reason, record.mend, record.place.offset)
            return
        found = list(self._of_record(record, origin))
        # Of what the end of the file cut off a page is kept; what is missing is refused by itself.
        yield from (each for each in found if isinstance(each, Capture) or not record.cut_bytes)

    def _of_record(self, record: Record, origin: str) -> Iterator[Found]:
        kind = (record.headers.get("warc-type") or "").lower()
        if kind in ABOUT_OTHERS:
            self._about_others[kind] += 1
            return
        fetched = fetched_of(record, origin)
        if record.headers.get("warc-segment-number") or kind == "continuation":
            yield refused(record, fetched, "It is one segment of a record in several.", TAKE_ANEW)
        elif kind == "revisit":
            yield self._revisit(record, fetched)
        elif kind == "response":
            yield self._response(record, fetched)
        elif kind in ("resource", "conversion"):
            yield self._content(record, fetched)
        else:
            yield PassedOver(origin, f'It is a record of the unknown kind "{kind[:40]}".')

    def rest(self) -> Iterator[PassedOver]:
        """At the end: what was counted."""
        for kind, number in sorted(self._about_others.items()):
            records = f"{number:,} {kind} record{'' if number == 1 else 's'}"
            yield PassedOver(self._source.origin, f"{records}: they {ABOUT_OTHERS[kind]}.")

    def _response(self, record: Record, fetched: Fetched) -> Found:
        response = response_of(record.block)
        if response is None:
            if media_type_in(record.headers.get("content-type")) == "application/http":
                return refused(record, fetched, "It is no HTTP response.", TAKE_ANEW)
            return self._content(record, fetched)
        if not 200 <= response.status < 300:
            self._met.pass_over(record)
            return PassedOver(fetched.origin, told_status(response))
        why_not = no_page(response.media_type, fetched.url)
        if why_not:
            self._met.pass_over(record)
            return PassedOver(fetched.origin, why_not)
        if not record.whole:
            return refused(record, fetched, too_large(record), LEAVE_OUT)
        try:
            body = unsent(response.payload, response.headers)
        except Broken as broken:
            return refused(record, fetched, broken.fault.reason, broken.fault.mend)
        payloads = (response.payload, body.bytes, without_http_chunks(response))
        notes = (*length_notes(record, response, body), *digest_notes(record, payloads))
        body = replace(body, notes=(*body.notes, *notes))
        return self._page(record, fetched, body, response.media_type, response.charset)

    def _content(self, record: Record, fetched: Fetched) -> Found:
        """A resource, or a conversion: the content itself."""
        content_type = record.headers.get("content-type")
        media_type = media_type_in(content_type)
        is_ours = record.headers.get(own.FIELD.lower()) is not None
        why_not = None if is_ours else no_page(media_type, fetched.url)
        if why_not:
            self._met.pass_over(record)
            return PassedOver(fetched.origin, why_not)
        if not record.whole:
            return refused(record, fetched, too_large(record), LEAVE_OUT)
        body = Body(record.block, digest_notes(record, (record.block,)))
        return self._page(record, fetched, body, media_type, charset_in(content_type))

    def _page(
        self,
        record: Record,
        fetched: Fetched,
        body: Body,
        media_type: str | None,
        charset: str | None,
    ) -> Found:
        if fault := unfit(body.bytes):
            if media_type in UNSAID:
                self._met.pass_over(record)
                return PassedOver(fetched.origin, fault.reason)
            return refused(record, fetched, fault.reason, fault.mend)
        kind = PAGES.get(media_type or "")
        page = page_of(body.bytes, fetched.origin)
        page = replace(
            page,
            media_type=page.media_type
            if PDF in (kind, page.media_type)
            else kind or page.media_type,
            url=fetched.url or page.url,
            captured=fetched.captured,
            charset=charset,
        )
        page = as_stated(record, page, (*fetched.notes, *body.notes))
        self._met.take(record, page)
        return page

    def _revisit(self, record: Record, fetched: Fetched) -> Found:
        response = response_of(record.block)
        met = self._met.earlier(record)
        media_type = response.media_type if response else None
        is_ours = record.headers.get(own.FIELD.lower()) is not None
        why_not = None if is_ours else no_page(media_type, fetched.url)
        if met.passed_over:
            why_not = SEEN_AGAIN
        if why_not:
            return PassedOver(fetched.origin, why_not)
        charset = response.charset if response and media_type else None
        page = Capture(
            b"",
            PAGES.get(media_type or "") or met.media_type or HTML,
            fetched.url,
            fetched.captured,
            fetched.origin,
            charset or met.charset,
        )
        page = as_stated(record, page, fetched.notes)
        earlier_url = address_of(record.headers.get("warc-refers-to-target-uri")) or fetched.url
        earlier = moment_of(record.headers.get("warc-refers-to-date"))
        return Revisit(page, met.digest, earlier_url, earlier)


SEEN_AGAIN = "It is a revisit of a record that is no page."


def fetched_of(record: Record, origin: str) -> Fetched:
    """What the header says of address, time and wholeness."""
    written = record.headers.get("warc-date")
    captured = moment_of(written)
    notes = []
    if written and captured is None:
        notes.append(f"its WARC-Date cannot be read: {written[:40]}")
    if why := record.headers.get("warc-truncated"):
        notes.append(CRAWLER_CUT.format(why=why[:40]))
    if record.cut_bytes:
        length = record.stated_bytes
        notes.append(FILE_CUT.format(came=f"{record.size_bytes:,}", stated=f"{length:,}"))
    target = record.headers.get("warc-target-uri")
    url = address_of(target)
    if target and url is None and not target.startswith(own.NO_ADDRESS):
        notes.append(NO_WEB_ADDRESS.format(url=target[:300]))
    return Fetched(origin, url, captured, tuple(notes))


def address_of(target: str | None) -> str | None:
    """A web address, without the brackets that some tools wrote around it; None if it is none."""
    return web_address((target or "").strip().removeprefix("<").removesuffix(">"))


def moment_of(written: str | None) -> datetime | None:
    """A WARC-Date (ISO 8601, UTC) or an ARC's date (14 digits); None where it cannot be read."""
    if not written:
        return None
    try:
        if written.isdigit():
            return datetime.strptime(written[:14].ljust(14, "0"), "%Y%m%d%H%M%S").replace(
                tzinfo=UTC
            )
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def told_status(response: Response) -> str:
    """Why a response that is no success is no page: "It redirects to … (301 …)"."""
    status = status_in_words(response.status)
    to = response.headers.get("location")
    if 300 <= response.status < 400 and to:
        return f"It redirects to {to[:500]} ({status})."
    return f"The server answered {status}."


def no_page(media_type: str | None, url: str | None) -> str | None:
    """Why something of this kind, from there, is no page; None where it may be one."""
    if media_type not in PAGES and media_type not in UNSAID:
        return f"It is {str(media_type)[:60]}, no page."
    if url and url.endswith("/robots.txt") and urlsplit(url).path == "/robots.txt":
        return "It is for robots: robots.txt."
    return None


def as_stated(record: Record, page: Capture, notes: tuple[str, ...]) -> Capture:
    """The page with what its record says in our own field, and with what is to be noted."""
    field = record.headers.get(own.FIELD.lower())
    if field is not None:
        try:
            page = own.read(field, page)
        except own.BadField as bad:
            notes = (*notes, str(bad))
    return replace(page, supplied=page.supplied.noting(*notes)) if notes else page


def refused(record: Record, fetched: Fetched, reason: str, mend: str) -> Refused:
    """The refusal of a record's page."""
    where = f" ({fetched.url[:300]})" if fetched.url else ""
    return Refused(fetched.origin, f"{reason}{where}", mend, record.place.offset)
