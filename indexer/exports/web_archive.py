"""Every capture as a WARC file: what came in, given back; docs/formats.md tells of the form."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from archive.address import safe_address
from archive.capture import Capture
from archive.raw_captures import KeptCapture
from archive.withdrawals import Tombstone
from indexer.exports.warc_records import Written, about_file, in_field, packed, record_id
from indexer.readers.warc import own

SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOBODY_KNOWS = "No HTTP headers were kept: pages are resource records.\r\n"


def web_archive(
    software: str,
    made: datetime,
    captures: Iterable[KeptCapture],
    withdrawn: Iterable[Tombstone] = (),
) -> Iterator[bytes]:
    """The file in pieces, a record each; the first names what was withdrawn and is not in it.

    A capture is a `resource` record, as its HTTP headers were not kept; that its bytes were
    fetched again later is a `revisit`.
    """
    left = (one for one in withdrawn if one.stands)
    lines = "".join(f"withdrawn: {' '.join(one.sentence.split())}\r\n" for one in left)
    yield about_file(software, made, f"description: {NOBODY_KNOWS}{lines}")
    for kept in captures:
        yield packed(resource(kept))
        if kept.seen_last is not None and kept.seen_last != kept.capture.captured:
            yield packed(revisit(kept, kept.seen_last))


def resource(kept: KeptCapture) -> Written:
    """The record of a capture; where it is not known when it was fetched, its date is the ingest's.

    Fonds itself reads the field of its own, in which that is told apart.
    """
    capture = kept.capture
    fields = (
        ("WARC-Target-URI", address_of(capture)),
        ("WARC-Payload-Digest", f"sha256:{capture.digest}"),
        (own.FIELD, own.written(capture)),
    )
    date = capture.captured or kept.ingested
    return Written("resource", name_of(kept), date, capture.body, content_type(capture), fields)


def revisit(kept: KeptCapture, seen: datetime) -> Written:
    """The record of the last time that the same bytes were fetched."""
    capture = kept.capture
    date = capture.captured or kept.ingested
    fields = (
        ("WARC-Target-URI", address_of(capture)),
        ("WARC-Payload-Digest", f"sha256:{capture.digest}"),
        ("WARC-Profile", SAME_PAYLOAD),
        ("WARC-Refers-To", record_id(name_of(kept))),
        ("WARC-Refers-To-Target-URI", address_of(capture)),
        ("WARC-Refers-To-Date", f"{date:%Y-%m-%dT%H:%M:%S.%fZ}"),
        (own.FIELD, own.written(replace(capture, captured=seen))),
    )
    name = f"again {seen.isoformat()} {name_of(kept)}"
    return Written("revisit", name, seen, b"", content_type(capture), fields)


def name_of(kept: KeptCapture) -> str:
    """What is this capture's alone."""
    return f"capture {kept.capture.document_id} {kept.capture.digest}"


def address_of(capture: Capture) -> str:
    """Its address; a name of our own where it has none of the web."""
    url = safe_address(capture.url)
    return in_field(url) if url else f"{own.NO_ADDRESS}{capture.document_id}"


def content_type(capture: Capture) -> str:
    """ "text/html; charset=utf-8"; only what a field can hold."""
    charset = capture.charset
    if charset and charset.isascii() and charset.replace("-", "").replace("_", "").isalnum():
        return f"{capture.media_type}; charset={charset}"
    return capture.media_type
