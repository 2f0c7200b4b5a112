"""How the headers of records are written: in WARC, and in ARC, which came before it."""

import re

from indexer.readers.warc.headers import END, MAX_HEADER_BYTES, Headers, headers_of
from indexer.readers.warc.records import BadHead
from indexer.readers.warc.tape import FIRST_LINE_BYTES, Tape

WARC_START = re.compile(rb"WARC/\d{1,2}(?:\.\d{1,2}){0,2}[ \t]*\r?\n", re.IGNORECASE)
# "http://a.example/ 192.0.2.1 20060102030405 text/html 1234" (version 1), and five fields more
# before the length in version 2. Crawlers wrote addresses with spaces, and no type at all. The
# look ahead keeps the work on a line linear: it ends with a length, or is not looked through.
ARC_START = re.compile(
    rb"(?<![^\n])(?=[a-z][a-z0-9+.\-]{1,20}:[^\n]{10,8000}[ ]\d{1,18}[ \t]*\r?\n)"
    rb"[^\n]{1,4000}?[ ][\w.:\-]{1,60}[ ]\d{12,17}[ ][^\n]{0,4000}\n",
    re.IGNORECASE,
)
ARC_FIELDS = re.compile(
    r"(?P<url>\S.*?) (?P<ip>[\w.:\-]{1,60}) (?P<date>\d{12,17})"
    r"(?: (?P<type>\S*))??(?: .*)? (?P<length>\d{1,18})[ \t]*"
)
LENGTH = re.compile(r"\d{1,18}")
FIRST_LOOK_BYTES = 4_096


def take_warc_head(tape: Tape) -> tuple[Headers, int]:
    """The header of a WARC record, and how long its content is. Raise BadHead."""
    size = FIRST_LOOK_BYTES
    while not (end := END.search(seen := tape.peek(size))):
        if len(seen) < size or WARC_START.search(seen, 1):
            tape.check()
            raise BadHead("It was cut off within its header.")
        if size >= MAX_HEADER_BYTES:
            raise BadHead(f"Its header has more than {MAX_HEADER_BYTES:,} bytes.")
        size *= 4
    if WARC_START.search(seen, 1, end.start()):
        raise BadHead("It was cut off within its header.")
    taken = tape.take(end.end())
    headers = headers_of(taken[: end.start()])
    if len(taken) < end.end():
        raise BadHead("It was cut off within its header.")
    length = headers.get("content-length") or ""
    if not LENGTH.fullmatch(length):
        raise BadHead(f'Its Content-Length, "{length[:40]}", is no length.')
    return headers, int(length)


def take_arc_head(tape: Tape) -> tuple[Headers, int]:
    """The same of an ARC record, its fields by the names that WARC gives them."""
    seen = tape.peek(FIRST_LINE_BYTES)
    line = tape.take(seen.find(b"\n") + 1).rstrip(b"\r\n")
    found = ARC_FIELDS.fullmatch(headers_of(line).first)
    if found is None:
        raise BadHead("Its first line cannot be read.")
    is_page = found["url"].lower().startswith(("http:", "https:"))
    kind = "response" if is_page else "resource"
    if found["url"].lower().startswith("filedesc:"):
        kind = "warcinfo"
    lines = (
        ("warc-type", kind),
        ("warc-target-uri", found["url"]),
        ("warc-date", found["date"]),
        ("content-type", "application/http" if is_page else found["type"] or ""),
    )
    return Headers("ARC", lines), int(found["length"])
