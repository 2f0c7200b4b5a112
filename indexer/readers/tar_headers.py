"""The headers of a TAR archive (POSIX pax, ustar, GNU and the old form), read from the front.

Ours, as Python's reads the extended headers of a member whole, however large they claim to be.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.readers.broken import ABRUPT_END, COPY_AGAIN, Broken
from indexer.readers.peeking import Peekable

BLOCK_BYTES = 512
# An extended header holds a name and times; attributes of files may stand there as well.
MAX_HEADER_BYTES = 1_000_000
MOST_HEADERS = 100  # before one member

CHUNK_BYTES = 262_144
MAX_SIZE_BYTES = 1 << 56
MOST_DIGITS = 17

FILES, FOLDER = (b"0", b"\0", b"7"), b"5"
LINKS, DEVICES = (b"1", b"2"), (b"3", b"4", b"6")
PAX, PAX_FOR_ALL, GNU_NAME, GNU_LINK = b"x", b"g", b"L", b"K"
SPARSE, PART, VOLUME = b"S", b"M", b"V"


@dataclass(frozen=True, slots=True)
class Member:
    """A member; the stream stands at its first byte.

    offset: of its header, in the unpacked archive
    kind:   the letter of its type: one of FILES, LINKS …
    """

    name: str
    offset: int
    size_bytes: int
    kind: bytes


def begins_tar(first: bytes) -> bool:
    """Whether the first bytes are a header."""
    block = first[:BLOCK_BYTES]
    return len(block) == BLOCK_BYTES and block[:1] != b"\0" and sum_fits(block)


@dataclass(slots=True)
class Extended:
    """What extended headers say of the member that follows them."""

    count: int = 0
    name: bytes | None = None
    size_bytes: int | None = None
    is_sparse: bool = False


def members_of(stream: Peekable) -> Iterator[Member]:
    """Member after member; what was not read of one is skipped. Raise Broken."""
    extended = Extended()
    while block := stream.read_fully(BLOCK_BYTES):
        offset = stream.position - len(block)
        if not block.strip(b"\0"):
            return
        if len(block) < BLOCK_BYTES:
            raise Broken(ABRUPT_END, COPY_AGAIN, offset)
        if not sum_fits(block):
            raise Broken("A header of it is damaged.", COPY_AGAIN, offset)
        kind, size = block[156:157], number(block[124:136], offset)
        if kind in (PAX, PAX_FOR_ALL, GNU_NAME, GNU_LINK):
            end = stream.position + size + -size % BLOCK_BYTES
            take(extended, kind, header_of(stream, size, extended, offset), offset)
        else:
            size = size if extended.size_bytes is None else extended.size_bytes
            end = stream.position + size + -size % BLOCK_BYTES
            name = text_of(extended.name or name_in(block))
            yield Member(name, offset, size, SPARSE if extended.is_sparse else kind)
            extended = Extended()
        skip_to(stream, end)
    raise Broken("Its end mark is missing; perhaps it was cut off.", COPY_AGAIN, stream.position)


def header_of(stream: Peekable, size: int, extended: Extended, offset: int) -> bytes:
    """An extended header. Raise Broken where it is too large, or one of too many."""
    extended.count += 1
    if size > MAX_HEADER_BYTES or extended.count > MOST_HEADERS:
        raise Broken("A member of it has too large a header.", "Make the archive anew.", offset)
    found = stream.read_fully(size)
    if len(found) < size:
        raise Broken(ABRUPT_END, COPY_AGAIN, stream.position)
    return found


def take(extended: Extended, kind: bytes, found: bytes, offset: int) -> None:
    """Note what an extended header says. Raise Broken."""
    if kind == GNU_NAME:
        extended.name = found.rstrip(b"\0")
    elif kind == PAX:
        records = dict(pax_records(found, offset))
        extended.name = records.get(b"path", extended.name)
        extended.is_sparse |= any(key.startswith(b"GNU.sparse") for key in records)
        if size := records.get(b"size"):
            extended.size_bytes = decimal(size, offset)


def pax_records(found: bytes, offset: int) -> Iterator[tuple[bytes, bytes]]:
    """Names and values of a pax header: "27 path=a/very/long/name\n"."""
    while found.strip(b"\0"):
        length, _, _ = found.partition(b" ")
        size = decimal(length, offset)
        record = found[len(length) + 1 : size]
        if size <= len(length) + 1 or size > len(found) or not record.endswith(b"\n"):
            raise Broken("A header of it is damaged.", COPY_AGAIN, offset)
        name, _, value = record[:-1].partition(b"=")
        yield name, value
        found = found[size:]


def decimal(digits: bytes, offset: int) -> int:
    """A number as pax writes it. Raise Broken."""
    if not digits.isdigit() or len(digits) > MOST_DIGITS:
        raise Broken("A header of it is damaged.", COPY_AGAIN, offset)
    return int(digits)


def number(field: bytes, offset: int) -> int:
    """A number of a header: octal digits, or base 256 where its first bit is set. Raise Broken."""
    if field[0] & 0x80:
        found = int.from_bytes(bytes([field[0] & 0x7F]) + field[1:], "big")
    else:
        try:
            found = int(field.strip(b" \0") or b"0", 8)
        except ValueError:
            found = -1
    if not 0 <= found < MAX_SIZE_BYTES:
        raise Broken("A header of it has a size that cannot be.", COPY_AGAIN, offset)
    return found


def sum_fits(block: bytes) -> bool:
    """Whether a header's check sum is that of its bytes, the sum itself counted as spaces."""
    digits = block[148:156].strip(b" \0")
    if not digits.isdigit() or b"8" in digits or b"9" in digits:
        return False
    return sum(block) - sum(block[148:156]) + 8 * ord(" ") == int(digits, 8)


def name_in(block: bytes) -> bytes:
    """The name in a header, with the folder that ustar puts before it."""
    name = block[:100].split(b"\0")[0]
    folder = block[345:500].split(b"\0")[0] if block[257:263] == b"ustar\0" else b""
    return folder + b"/" + name if folder else name


def text_of(name: bytes) -> str:
    """A name as text: UTF-8, or windows-1252 where it is none."""
    try:
        return name.decode("utf_8")
    except UnicodeDecodeError:
        return name.decode("cp1252", "backslashreplace")


def skip_to(stream: Peekable, end: int) -> None:
    """Read up to a place. Raise Broken where the stream ends before."""
    while stream.position < end:
        if not stream.read(min(end - stream.position, CHUNK_BYTES)):
            raise Broken(ABRUPT_END, COPY_AGAIN, stream.position)
