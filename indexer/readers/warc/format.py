"""WARC and ARC: what crawlers keep, whole or packed record by record."""

import re
from collections.abc import Callable, Iterator

from backports.zstd import DecompressionParameter, ZstdDecompressor, ZstdDict, ZstdError

from indexer.readers.broken import COPY_AGAIN, Broken
from indexer.readers.format import Format, Item
from indexer.readers.packing import PACKINGS, ZSTD_WINDOW_LOG, Unpacking, zstd
from indexer.readers.peeking import Peekable
from indexer.readers.source import Head, Source
from indexer.readers.warc.layouts import ARC_START, WARC_START, take_arc_head, take_warc_head
from indexer.readers.warc.members import Members, Plain
from indexer.readers.warc.pages import Pages
from indexer.readers.warc.records import TakeHead, records
from indexer.readers.warc.tape import Tape

# A dictionary stands before the frames that need it (the proposal "WARC/Zstandard", section 3).
DICTIONARY_MAGIC = b"\x5d\x2a\x4d\x18"
MAX_DICTIONARY_BYTES = 20_000_000

# What stands before the first record by mistake: a byte-order mark, blank lines, padding.
BEFORE_RECORDS = b"\xef\xbb\xbf\r\n\t \0"
# Headers that every record must have, at the beginnings of lines (WARC 1.1, section 5).
WARC_HEADERS = re.compile(rb"^WARC-(?:Type|Record-ID|Date)[ \t]*:[ \t]*[^\s<>]", re.I | re.M)
# A version line with more in it, or another line where it should stand; then headers at once.
ODD_FIRST_LINE = re.compile(
    rb"(?:[^\n]{0,200}\n)?(?:[A-Za-z\-]{1,40}[ \t]*:[^\n]{0,2000}\n){0,20}?"
    rb"WARC-(?:Type|Record-ID|Date)[ \t]*:",
    re.IGNORECASE,
)
NAMED_WARC = re.compile(r"\.warc(?:\.\w{1,4})?(?:\.open)?$", re.IGNORECASE)
NAMED_ARC = re.compile(r"\.arc(?:\.\w{1,4})?(?:\.open)?$", re.IGNORECASE)

BY_MEMBER = ("gzip", "zstd")
ZSTD = next(packing for packing in PACKINGS if packing.name == "zstd")


def is_warc(head: Head) -> bool:
    """By how it begins, even where its first line is odd; or by a dictionary in front.

    A file whose beginning is lost is told by its name and a record in its first bytes; a page that
    only quotes a record is none.
    """
    first = head.unpacked.lstrip(BEFORE_RECORDS)
    if WARC_START.match(first) or head.raw.startswith(DICTIONARY_MAGIC):
        return True
    found = WARC_HEADERS.search(head.unpacked)
    named = NAMED_WARC.search(head.name) is not None
    return found is not None and (named or ODD_FIRST_LINE.match(first) is not None)


def is_arc(head: Head) -> bool:
    """By its first line; or, where that is odd, by the description of the file that it begins."""
    first = head.unpacked.lstrip(BEFORE_RECORDS)
    if ARC_START.match(first):
        return True
    named = NAMED_ARC.search(head.name) is not None
    begins = named or first.startswith(b"filedesc:")
    return begins and ARC_START.search(first) is not None


def read_warc(source: Source) -> Iterator[Item]:
    """Its pages, in order."""
    return pages_of(source, Tape(members_of(source), WARC_START), take_warc_head)


def read_arc(source: Source) -> Iterator[Item]:
    """The same."""
    return pages_of(source, Tape(members_of(source), ARC_START), take_arc_head)


def pages_of(source: Source, tape: Tape, take_head: TakeHead) -> Iterator[Item]:
    """What the records on a tape are."""
    pages = Pages(source)
    for record in records(tape, take_head):
        yield from pages.of(record)
    yield from pages.rest()


def members_of(source: Source) -> Members | Plain:
    """The file by its members, where it is packed so that they tell records; else unpacked."""
    if source.head.raw.startswith(DICTIONARY_MAGIC):
        return Members(source.raw, ZSTD, with_dictionary(source.raw))
    packings = source.head.packings
    if len(packings) == 1 and packings[0].name in BY_MEMBER:
        return Members(source.raw, packings[0])
    return Plain(source.unpacked())


def with_dictionary(raw: Peekable) -> Callable[[], Unpacking]:
    """What unpacks the frames behind the dictionary that is read here. Raise Broken."""
    size = int.from_bytes(raw.read_fully(8)[4:], "little")
    if size > MAX_DICTIONARY_BYTES:
        raise Broken("Its dictionary is too large.", COPY_AGAIN, 4)
    dictionary = raw.read_fully(size)
    try:
        if dictionary.startswith(ZSTD.magic):
            dictionary = zstd().decompress(dictionary, MAX_DICTIONARY_BYTES)
        known = ZstdDict(dictionary)
    except (ZstdError, ValueError) as error:
        raise Broken(f"Its dictionary is damaged: {error}.", COPY_AGAIN, 8) from error
    return lambda: ZstdDecompressor(known, {DecompressionParameter.window_log_max: ZSTD_WINDOW_LOG})


WARC = Format("a WARC file", is_warc, read_warc)
ARC = Format("an ARC file", is_arc, read_arc)
