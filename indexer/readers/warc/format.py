"""WARC and ARC: what crawlers keep, whole or packed record by record."""

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

BY_MEMBER = ("gzip", "zstd")
ZSTD = next(packing for packing in PACKINGS if packing.name == "zstd")


def is_warc(head: Head) -> bool:
    """By the first line; or by a dictionary, which only web archives have in front."""
    return WARC_START.match(head.unpacked) is not None or head.raw.startswith(DICTIONARY_MAGIC)


def is_arc(head: Head) -> bool:
    """By the first line; the first record of an ARC describes the file."""
    return head.unpacked.startswith(b"filedesc:") and ARC_START.match(head.unpacked) is not None


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
