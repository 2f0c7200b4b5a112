"""What a body is, told by its bytes and never by its name: HTML, text, or no page."""

import re
from dataclasses import dataclass
from itertools import islice

from indexer.readers.decoding import MARKS
from indexer.readers.detection import utf_16_by_zeros
from indexer.readers.limits import MAX_PAGE_BYTES, in_megabytes

HTML, TEXT, PDF = "text/html", "text/plain", "application/pdf"
BEGINS_PDF = b"%PDF-"
SAMPLE_BYTES = 65_536

# How files begin that are no pages: the name of the kind, after libmagic's database.
SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"\0\0\1\0", "an icon"),
    (b"PK\x03\x04", "a ZIP archive (or a DOCX, XLSX, EPUB or WACZ)"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\0", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"\x04\x22\x4d\x18", "LZ4 data"),
    (b"\x02\x21\x4c\x18", "LZ4 data"),
    (b"LZIP\x01", "lzip data"),
    (b"\x89LZO\0\r\n\x1a\n", "LZO data"),
    (b"\x1f\x9d", "data packed with compress (.Z)"),
    (b"\xff\x06\0\0sNaPpY", "Snappy data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"WARC/1.", "a WARC file"),
)
ALL_SIGNATURES = tuple(signature for signature, _ in SIGNATURES)
# What Fonds cannot unpack itself.
PACKED = frozenset(
    {"LZ4 data", "lzip data", "LZO data", "data packed with compress (.Z)", "Snappy data"}
    | {"a 7z archive", "a RAR archive"}
)
UNPACK_FIRST = "Unpack it first, and ingest what comes out."
TAKES = "Fonds takes HTML, plain text and PDF"

# Control characters that no text has (tab, line and page breaks, escape are met in real pages).
CONTROLS = bytes(set(range(32)) - {8, 9, 10, 11, 12, 13, 26, 27})
MAX_CONTROL_SHARE = 0.02
# In a short text a few strays are a large share.
MAX_STRAYS = 8
MAX_STRAY_SHARE = 0.1

# HTML begins with one of these, after white space, comments and an XML declaration; or holds
# several of the tags of its body.
OPENING = re.compile(r"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
BEFORE_OPENING = (("<!--", "-->"), ("<?", ">"))
TAG = re.compile(
    r"</(p|div|a|span|li|ul|ol|h[1-6]|table|td|tr|title|body|html|article|section|header|footer|nav"
    r"|main|form|script|style|blockquote|strong|em|b|i)\s*>",
    re.IGNORECASE,
)
# What begins with a tag and closes none (a page that was cut, or that nests without end).
OPENED = re.compile(
    r"<(?:p|div|span|li|ul|ol|h[1-6]|table|td|tr|section|article|font|center)"
    r"(?:\s[^<>]{0,1000})?>",
    re.IGNORECASE,
)
MIN_OPENED_TAGS = 3
MIN_CLOSING_TAGS = 6
MIN_TAGS_PER_1000_CHARACTERS = 4


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a body is no page, and what to do about it."""

    reason: str
    mend: str


def unfit(body: bytes) -> Unfit | None:
    """Why these bytes are no page, or None where they can be one."""
    if len(body) > MAX_PAGE_BYTES:
        return too_large(len(body))
    if not body.strip(b" \t\r\n\f\v\0\xa0"):
        nothing = "only zero bytes" if b"\0" in body else "only white space" if body else "no bytes"
        return Unfit(f"There is nothing in it: {nothing}.", "Fetch the page again, or delete it.")
    if body.startswith(BEGINS_PDF):
        return None
    for signature, kind in SIGNATURES if body.startswith(ALL_SIGNATURES) else ():
        if body.startswith(signature):
            mend = UNPACK_FIRST if kind in PACKED else f"{TAKES}; save it as one of these."
            return Unfit(f"It is {kind}, not a page.", mend)
    return unlike_text(body[:SAMPLE_BYTES])


def too_large(size_bytes: int) -> Unfit:
    """Why a body of this size is refused."""
    return Unfit(
        f"It is {in_megabytes(size_bytes)}; a page may have {in_megabytes(MAX_PAGE_BYTES)}.",
        "Split it into pages, or leave it out.",
    )


def unlike_text(sample: bytes) -> Unfit | None:
    """Why these bytes are not text in any charset, or None."""
    if any(sample.startswith(mark) for mark, _ in MARKS) or utf_16_by_zeros(sample):
        return None
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    share = controls / len(sample)
    if share <= MAX_CONTROL_SHARE or (controls <= MAX_STRAYS and share <= MAX_STRAY_SHARE):
        return None
    return Unfit(
        f"It is binary data: {share:.0%} of it are control characters.",
        f"{TAKES}; leave it out, or save it as one of these.",
    )


def media_type_of(text: str) -> str:
    """HTML where the text opens as HTML or is rich in its tags; plain text else."""
    sample = text[:SAMPLE_BYTES]
    start = after_comments(sample)
    if OPENING.match(sample, start) or sample.startswith("<!--", start):
        return HTML
    if sample.startswith("<!--") and start == len(sample):
        return HTML
    if sample.startswith("<", start):
        opened = islice(OPENED.finditer(sample), MIN_OPENED_TAGS)
        return HTML if TAG.search(sample) or len(list(opened)) == MIN_OPENED_TAGS else TEXT
    # A text that quotes markup is a text: there must be much of it.
    wanted = max(MIN_CLOSING_TAGS, len(sample) * MIN_TAGS_PER_1000_CHARACTERS // 1000)
    return HTML if len(TAG.findall(sample)) > wanted else TEXT


def after_comments(text: str) -> int:
    """Where the text begins after white space, comments and processing instructions."""
    place = 0
    while True:
        while text[place : place + 1].isspace():
            place += 1
        for opens, closes in BEFORE_OPENING:
            if text.startswith(opens, place) and (end := text.find(closes, place)) >= 0:
                place = end + len(closes)
                break
        else:
            return place
