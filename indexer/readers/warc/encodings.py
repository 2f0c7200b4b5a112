"""A body as it was sent over HTTP, without its chunks and compressions; bombs are broken off."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from indexer.readers.broken import Broken
from indexer.readers.contents import SAMPLE_BYTES, unlike_text
from indexer.readers.limits import MAX_EXPANSION, MAX_PAGE_BYTES, in_megabytes
from indexer.readers.packing import UNPACKING_ERRORS, Brotli, Deflate, Unpacking, gzip, zstd
from indexer.readers.warc.headers import Headers

STEP_BYTES = 262_144
# A body may unpack to more than MAX_EXPANSION times its size up to here: small and harmless.
FREE_BODY_BYTES = 1_000_000

FETCH_AGAIN = "Fetch the page again, or leave it out."
LEAVE_OUT = "Leave it out."

CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
GZIP_MAGIC = b"\x1f\x8b"

CHUNKS_CUT = "its chunks were cut off"
BODY_CUT = "its packed body was cut off"
NOT_IN_CHUNKS = "it is not in chunks, though its header says so"
NOT_PACKED = "it is not packed, though its header says so"


@dataclass(frozen=True, slots=True)
class Body:
    """A body as a browser would read it.

    notes: what a person should know of it: "its chunks were cut off"
    """

    bytes: bytes
    notes: tuple[str, ...] = ()


def unsent(body: bytes, headers: Headers) -> Body:
    """The body without what HTTP did to it. Raise Broken where it is damaged or a bomb.

    Some crawlers keep the header lines and undo what they tell: a body that is not in chunks, or
    not packed, is taken as it is.
    """
    notes: list[str] = []
    if "chunked" in listed(headers, "transfer-encoding"):
        in_chunks = not body or CHUNK_SIZE.match(body)
        body, cut = without_chunks(body)
        notes += [CHUNKS_CUT] if cut else [] if in_chunks else [NOT_IN_CHUNKS]
    codings = [each for each in listed(headers, "content-encoding") if each != "identity"]
    if len(codings) > 3:
        raise Broken("It is packed more than three times over.", LEAVE_OUT)
    for coding in reversed(codings):
        unpacked = unpack(body, coding)
        body = unpacked.bytes
        notes += unpacked.notes
    return Body(body, tuple(dict.fromkeys(notes)))


def listed(headers: Headers, name: str) -> list[str]:
    """The tokens of a header that is a list, in lower case."""
    return [
        token.strip().lower()
        for value in headers.all(name)
        for token in value.split(",")
        if token.strip()
    ]


def without_chunks(body: bytes) -> tuple[bytes, bool]:
    """The chunks as one, and whether the last is missing; a body without chunks as it is."""
    place, parts = 0, list[bytes]()
    while found := CHUNK_SIZE.match(body, place):
        size = int(found[1], 16)
        if not size:
            return b"".join(parts), False
        parts.append(body[found.end() : found.end() + size])
        place = found.end() + size
        if place > len(body):
            return b"".join(parts), True
        end = body[place : place + 2]
        place += 2 if end == b"\r\n" else 1 if end[:1] == b"\n" else 0
    if not parts:
        return body, False
    if place < len(body):
        raise Broken("Its chunks are damaged.", FETCH_AGAIN)
    return b"".join(parts), True


def unpack(body: bytes, coding: str) -> Body:
    """The body without one content coding. Raise Broken."""
    if not body:
        return Body(body)
    if coding in ("gzip", "x-gzip"):
        return all_of(body, gzip, coding) if body.startswith(GZIP_MAGIC) else as_it_is(body)
    if coding == "deflate":
        return all_of(body, Deflate if is_zlib(body) else raw_deflate, coding)
    if coding == "br":
        return all_of(body, Brotli, coding)
    if coding == "zstd":
        return all_of(body, zstd, coding)
    raise Broken(f'It is packed as "{coding[:40]}", which Fonds cannot unpack.', LEAVE_OUT)


def raw_deflate() -> Unpacking:
    """What some servers send as "deflate", without zlib's head."""
    return Deflate(-zlib.MAX_WBITS)


def is_zlib(body: bytes) -> bool:
    """Whether a deflated body has the head that it ought to have (RFC 1950, section 2.2)."""
    return len(body) > 1 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0


def as_it_is(body: bytes) -> Body:
    """A body whose header says wrongly that it is packed."""
    return Body(body, (NOT_PACKED,))


def all_of(body: bytes, new: Callable[[], Unpacking], coding: str) -> Body:
    """A whole body unpacked. Raise Broken."""
    member, fed, parts, given = new(), body, list[bytes](), 0
    try:
        while not member.eof:
            part = member.decompress(fed, STEP_BYTES)
            fed = b""
            parts.append(part)
            given += len(part)
            check_size(given, len(body))
            if not part and member.needs_input:
                return Body(b"".join(parts), (BODY_CUT,))
    except UNPACKING_ERRORS as error:
        if not given and looks_like_text(body):
            return as_it_is(body)
        raise Broken(f"Its {coding} body is damaged: {error}.", FETCH_AGAIN) from error
    return Body(b"".join(parts))


def check_size(given: int, packed: int) -> None:
    """Raise Broken where a body unpacks to too much."""
    if given > MAX_PAGE_BYTES:
        most = in_megabytes(MAX_PAGE_BYTES)
        raise Broken(f"It unpacks to more than {most}, and a page may have {most}.", LEAVE_OUT)
    if given > max(FREE_BODY_BYTES, MAX_EXPANSION * packed):
        raise Broken(f"It unpacks to more than {MAX_EXPANSION} times its size: a bomb.", LEAVE_OUT)


def looks_like_text(body: bytes) -> bool:
    """Whether bytes that do not unpack are a page that was never packed."""
    return unlike_text(body[:SAMPLE_BYTES]) is None
