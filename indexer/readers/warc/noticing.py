"""What is noticed of a record whose bytes are not what it says of them."""

from collections.abc import Iterable
from dataclasses import replace

from indexer.readers.broken import Broken
from indexer.readers.warc.encodings import NOT_PACKED, Body, listed, unsent
from indexer.readers.warc.fixity import fits
from indexer.readers.warc.http import Response
from indexer.readers.warc.records import Record

DIGEST_DIFFERS = "its bytes are not those that its {name} digest was made of"
SHORTER = "its body has {came} bytes, though its header tells of {stated}"

# What has more is no length.
MOST_DIGITS = 18


def length_notes(record: Record, response: Response, body: Body) -> tuple[str, ...]:
    """What to note where less came than the response's Content-Length says.

    More is no fault: crawlers keep what they unpacked under the length of what was sent. For the
    same reason a body that is not packed, though its header says so, may have any length.
    """
    stated = response.headers.get("content-length") or ""
    if not (stated.isascii() and stated.isdigit() and len(stated) <= MOST_DIGITS):
        return ()
    of_other_bytes = NOT_PACKED in body.notes or listed(response.headers, "transfer-encoding")
    came = len(response.payload)
    if (
        of_other_bytes
        or record.cut_bytes
        or record.headers.get("warc-truncated")
        or came >= int(stated)
    ):
        return ()
    return (SHORTER.format(came=f"{came:,}", stated=f"{int(stated):,}"),)


def without_http_chunks(response: Response) -> bytes:
    """The payload without chunks but still packed: what some crawlers make digests of."""
    kept = tuple(line for line in response.headers.lines if line[0] != "content-encoding")
    try:
        return unsent(response.payload, replace(response.headers, lines=kept)).bytes
    except Broken:
        return response.payload


def digest_notes(record: Record, payloads: Iterable[bytes]) -> tuple[str, ...]:
    """What to note where a digest that the record states does not fit.

    The payload is what was sent, without chunks (WARC 1.1, section 5.9), though some tools digest
    it with chunks, and some unpacked: any of these is taken for right. Of what was cut off nothing
    fits, and that is noted already.
    """
    if record.cut_bytes:
        return ()
    notes = []
    block = record.headers.get("warc-block-digest")
    if block and fits(block, (record.block,)) is False:
        notes.append(DIGEST_DIFFERS.format(name="block"))
    payload = record.headers.get("warc-payload-digest")
    if payload and fits(payload, payloads) is False:
        notes.append(DIGEST_DIFFERS.format(name="payload"))
    return tuple(notes)
