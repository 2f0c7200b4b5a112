"""The directory of a ZIP archive: which members it has, and where (APPNOTE.TXT 6.3, section 4).

Ours, as Python's keeps an object for every entry that a file claims to have; this one is read entry
by entry, and says where a fault is.
"""

import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from indexer.readers.broken import Broken
from indexer.readers.limits import MAX_MEMBERS

END = struct.Struct("<4s4H2LH")
END_64 = struct.Struct("<4sQ2H2L4Q")
LOCATOR_64 = struct.Struct("<4sLQL")
ENTRY = struct.Struct("<4s6H3L5H2L")
LOCAL_BYTES = 30
MAX_COMMENT_BYTES = 65_535

IS_ENCRYPTED, IS_UTF_8 = 0x1, 0x800
MADE_ON_UNIX = 3
SIZES_64 = 0x0001  # the extra field with sizes that need more than 32 bits
FULL_16, FULL_32 = 0xFFFF, 0xFFFFFFFF

MEND = "Copy it again, whole; or `zip -FF` makes a sound one of what is left."
# More members than this one over another, and the file is a bomb.
MOST_OVERLAPS = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory says of a member.

    name:   as its bytes mean it; "/" at its end tells a folder
    raw:    the bytes of its name
    offset: of its local header in the file
    packed_bytes, size_bytes: as it lies there, and unpacked
    mode:   of a file on Unix, or 0
    """

    name: str
    raw: bytes
    offset: int
    packed_bytes: int
    size_bytes: int
    method: int
    crc: int
    is_encrypted: bool
    mode: int

    @property
    def is_link_or_device(self) -> bool:
        """Whether it is neither a file nor a folder."""
        kind = stat.S_IFMT(self.mode)
        return kind not in (0, stat.S_IFREG, stat.S_IFDIR)


@dataclass(frozen=True, slots=True)
class Directory:
    """Where the entries stand.

    begin, end: of the directory, in the file
    shift:      how far all offsets in it are wrong, as where something was put before the archive
    """

    begin: int
    end: int
    shift: int


def find_directory(file: IO[bytes]) -> Directory:
    """Where the directory is, by the record at the end. Raise Broken."""
    size = file.seek(0, 2)
    tail_begin = max(size - END.size - MAX_COMMENT_BYTES, 0)
    file.seek(tail_begin)
    tail = file.read(END.size + MAX_COMMENT_BYTES)
    place = tail.rfind(b"PK\5\6", 0, max(len(tail) - END.size + 4, 0))
    if place < 0:
        raise Broken("Its directory is missing: it was cut off.", MEND, size)
    at = tail_begin + place
    _, disk, _, _, entries, length, offset, _ = END.unpack_from(tail, place)
    if disk not in (0, FULL_16):
        raise Broken("It is one part of several.", "Join the parts: `zip -s 0`.", at)
    if entries == FULL_16 or FULL_32 in (length, offset):
        at, length, offset = directory_64(file, at, length, offset)
    begin = at - length
    if begin < 0 or begin < offset:
        raise Broken("Its directory lies elsewhere than it says.", MEND, at)
    return Directory(begin, at, begin - offset)


def directory_64(file: IO[bytes], at: int, length: int, offset: int) -> tuple[int, int, int]:
    """Where the directory of a large archive ends, how long it is, and its offset as stated."""
    file.seek(max(at - LOCATOR_64.size, 0))
    locator = file.read(LOCATOR_64.size)
    if not locator.startswith(b"PK\6\7"):
        return at, length, offset
    _, _, where, _ = LOCATOR_64.unpack(locator)
    file.seek(min(where, at))
    record = file.read(END_64.size)
    if len(record) < END_64.size or not record.startswith(b"PK\6\6"):
        raise Broken("The record of its size is damaged.", MEND, where)
    *_, length, offset = END_64.unpack(record)
    return where, length, offset


def entries_of(file: IO[bytes], directory: Directory) -> Iterator[Entry]:
    """What the directory says, entry by entry; the file may be read elsewhere between.

    Raise Broken where it is damaged, or has more than MAX_MEMBERS.
    """
    place, count = directory.begin, 0
    while place < directory.end:
        file.seek(place)
        head = file.read(ENTRY.size)
        if len(head) < ENTRY.size or not head.startswith(b"PK\1\2"):
            raise Broken("Its directory is damaged.", MEND, place)
        count += 1
        if count > MAX_MEMBERS:
            raise Broken(f"It has more than {MAX_MEMBERS:,} members.", "Split it.", place)
        fields = ENTRY.unpack(head)
        name_bytes, extra_bytes, comment_bytes = fields[10:13]
        name, extra = file.read(name_bytes), file.read(extra_bytes)
        yield entry_of(fields, name, extra, directory.shift)
        place += ENTRY.size + name_bytes + extra_bytes + comment_bytes


def entry_of(fields: tuple[int, ...], raw: bytes, extra: bytes, shift: int) -> Entry:
    """One entry."""
    _, made_by, _, flags, method, _, _, crc, packed, size = fields[:10]
    offset = fields[-1]
    if FULL_32 in (packed, size, offset):
        size, packed, offset = sizes_64(extra, size, packed, offset)
    return Entry(
        name=name_of(raw, is_utf_8=bool(flags & IS_UTF_8)),
        raw=raw,
        offset=offset + shift,
        packed_bytes=packed,
        size_bytes=size,
        method=method,
        crc=crc,
        is_encrypted=bool(flags & IS_ENCRYPTED),
        mode=fields[-2] >> 16 if made_by >> 8 == MADE_ON_UNIX else 0,
    )


def sizes_64(extra: bytes, *short: int) -> tuple[int, ...]:
    """Sizes and offset, those that are full taken from the extra field in their order."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        if kind == SIZES_64:
            data = extra[4 : 4 + length]
            longs = iter(struct.unpack_from(f"<{len(data) // 8}Q", data))
            return tuple(next(longs, one) if one == FULL_32 else one for one in short)
        extra = extra[4 + length :]
    return short


def name_of(raw: bytes, *, is_utf_8: bool) -> str:
    """A name as text: UTF-8 where it says so or can be, else the DOS charset."""
    try:
        return raw.decode("utf_8")
    except UnicodeDecodeError:
        return raw.decode("utf_8", "backslashreplace") if is_utf_8 else raw.decode("cp437")


def overlapping(file: IO[bytes], directory: Directory) -> frozenset[int]:
    """The offsets of the members that lie over another, or over the directory.

    Raise Broken where there are many: then the file was made to unpack to more than it holds.
    """
    spans = sorted(
        (entry.offset << 64) + entry.offset + LOCAL_BYTES + len(entry.raw) + entry.packed_bytes
        for entry in entries_of(file, directory)
    )
    mask = (1 << 64) - 1
    found: set[int] = set()
    reach, reaching, overlaps = 0, -1, 0
    for span in spans:
        begin, end = span >> 64, span & mask
        if begin < reach:
            found |= {begin, reaching}
        if end > directory.begin:
            found.add(begin)
        overlaps += begin in found
        if end > reach:
            reach, reaching = end, begin
        if overlaps > MOST_OVERLAPS:
            raise Broken("Its members lie one over the other: a bomb.", "Leave it out.", begin)
    return frozenset(found)
