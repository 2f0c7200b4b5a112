"""JSON Lines: one record a line; a line that is none costs nothing but itself."""

import json
import re
from collections.abc import Iterator

from archive.long_numbers import most_digits
from indexer.readers.broken import Broken
from indexer.readers.format import Format, Item
from indexer.readers.json_text import MEND, MEND_NUMBER, LongNumber, value_at
from indexer.readers.limits import MAX_PAGE_BYTES, in_megabytes
from indexer.readers.line_text import LineText, as_lines_can_be_told, beginning
from indexer.readers.lines import Line, lines_of
from indexer.readers.source import Head, Source
from indexer.readers.table_records import Records, why_foreign

OPENS = re.compile(r'\s*\{\s*["}]')
# The first line is an object whole, or longer than what is looked at, or the next begins one.
WHOLE_LINE = re.compile(r"\s*\{[^\n]*(?:\}\s*(?:\n|$)|$)|\s*\{[^\n]*\n\s*\{\s*\"")
BLANK = b" \t\r\n"


def recognises(head: Head) -> bool:
    """Whether it begins with an object that fills its line."""
    text = beginning(head.unpacked)
    return bool(OPENS.match(text) and WHOLE_LINE.match(text))


def read(source: Source) -> Iterator[Item]:
    """The page of each line."""
    stream, offsets_hold = as_lines_can_be_told(source.unpacked())
    records, text = Records(source, source.columns), LineText()
    for line in lines_of(stream, MAX_PAGE_BYTES):
        if line.body is not None and not line.body.strip(BLANK):
            continue
        try:
            value = value_of(line, text)
            if records.is_foreign(value):
                yield source.passed_over(why_foreign(value, source.columns))
                return
            yield records.capture(value, f"line {line.number}", f"{source.name}:{line.number}")
        except Broken as broken:
            offset = line.offset + (broken.offset or 0) if offsets_hold else None
            yield records.refused(broken, f"line {line.number}", offset)
    yield from records.unused()


def value_of(line: Line, text: LineText) -> object:
    """What a line says. Raise Broken, its offset counted from the line's first byte."""
    if line.body is None:
        raise Broken(
            f"The line has {in_megabytes(line.size)}; one may have {in_megabytes(MAX_PAGE_BYTES)}.",
            "Split the page, or leave it out.",
        )
    try:
        written = text.of(line.body).strip()
    except UnicodeDecodeError as error:
        raise Broken(
            f"A byte of it is not {error.encoding}, which the lines before it are in.",
            "Save the file in one charset, best as UTF-8.",
            error.start,
        ) from error
    try:
        value, end = value_at(written)
        if end < len(written):
            raise json.JSONDecodeError("Extra data", written, end)
    except json.JSONDecodeError as error:
        before = bytes_before(error.pos, written, text)
        raise Broken(f"It is no JSON: {said(error)}.", MEND, before) from error
    except LongNumber as error:
        raise Broken(
            f"The number at character {error.place + 1} has more than {most_digits():,} digits.",
            MEND_NUMBER,
            bytes_before(error.place, written, text),
        ) from error
    return value


def bytes_before(place: int, written: str, text: LineText) -> int:
    """How many bytes of a line stand before a character."""
    return len(written[:place].encode(text.charset or "ascii", "replace"))


def said(error: json.JSONDecodeError) -> str:
    """What the parser says, with the place in the line."""
    message = error.msg.removesuffix(" at")  # "Unterminated string starting at"
    return f"{message[:1].lower()}{message[1:]} at character {error.pos + 1}"


FORMAT = Format("JSON Lines", recognises, read)
