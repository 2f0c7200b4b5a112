"""JSON with many records in it: an array of them, or one object after another over many lines."""

import codecs
import json
import re
from collections.abc import Iterator

from archive.long_numbers import most_digits
from indexer.readers.broken import ABRUPT_END, COPY_AGAIN, Broken
from indexer.readers.format import Format, Item
from indexer.readers.json_text import MEND_NUMBER, LongNumber, value_at
from indexer.readers.limits import MAX_PAGE_BYTES, in_megabytes
from indexer.readers.line_text import CHUNK_BYTES, as_lines_can_be_told, beginning, charset_of
from indexer.readers.peeking import Peekable
from indexer.readers.source import Head, Source
from indexer.readers.table_records import Records, why_foreign

OPENS = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:\{\s*["}]|\]))')
BETWEEN = re.compile(r"[\s,]*")
MEND = "Mend it there; or save one object a line, so that a fault costs its line alone."


def recognises(head: Head) -> bool:
    """Whether it begins with an object, or an array of objects."""
    return bool(OPENS.match(beginning(head.unpacked)))


def read(source: Source) -> Iterator[Item]:
    """The page of each value; what comes after one that is broken cannot be read."""
    stream, _ = as_lines_can_be_told(source.unpacked())
    records = Records(source, source.columns)
    for number, value in enumerate(Values(stream).each(), start=1):
        if records.is_foreign(value):
            yield source.passed_over(why_foreign(value, source.columns))
            return
        place = f"item {number}"
        try:
            yield records.capture(value, place, f"{source.name}#{number}")
        except Broken as broken:
            yield records.refused(broken, place)
    yield from records.unused()


class Values:
    """The values of a stream, one held at a time."""

    def __init__(self, stream: Peekable) -> None:
        self._stream = stream
        charset = charset_of(cut_to_ascii(stream.peek(CHUNK_BYTES)))
        self._decoder = codecs.getincrementaldecoder(charset)()
        self._text, self._ended = "", False

    def each(self) -> Iterator[object]:
        """Value after value. Raise Broken where it cannot go on."""
        self._more()
        is_array = self._text.lstrip().startswith("[")
        start = self._text.index("[") + 1 if is_array else 0
        while True:
            start = self._next(start)
            if start == len(self._text):
                if is_array:
                    raise Broken(ABRUPT_END, COPY_AGAIN, self._stream.position)
                return
            if is_array and self._text[start] == "]":
                if self._text[start + 1 :].strip():
                    raise self._broken("There is more after the end of its array", start + 1)
                return
            value, start = self._value(start)
            yield value
            self._text, start = self._text[start:], 0

    def _next(self, start: int) -> int:
        """Where the next value begins; the length of the text where nothing follows."""
        while True:
            found = BETWEEN.match(self._text, start)
            start = found.end() if found else start
            if start < len(self._text) or not self._more():
                return start
            self._text, start = self._text[start:], 0

    def _value(self, start: int) -> tuple[object, int]:
        wanted = CHUNK_BYTES
        while True:
            try:
                return value_at(self._text, start)
            except json.JSONDecodeError as error:
                if len(self._text) - start > MAX_PAGE_BYTES:
                    most = in_megabytes(MAX_PAGE_BYTES)
                    raise self._broken(f"A value of it has more than {most}", start) from error
                wanted *= 2
                if not self._more(wanted):
                    message = error.msg.lower().removesuffix(" at").removesuffix(" starting")
                    raise self._broken(f"It is no JSON: {message}", error.pos) from error
            except LongNumber as error:
                raise self._broken(
                    f"A number in it has more than {most_digits():,} digits",
                    error.place,
                    MEND_NUMBER,
                ) from error

    def _more(self, size: int = CHUNK_BYTES) -> bool:
        """Read on; False at the end."""
        if self._ended:
            return False
        part = self._stream.read_fully(size)
        self._ended = not part
        try:
            self._text += self._decoder.decode(part, final=self._ended)
        except UnicodeDecodeError as error:
            raise Broken(
                f"Some of it is not {error.encoding}, in which it begins.",
                "Save it as UTF-8.",
                self._stream.position - len(part) + error.start,
            ) from error
        return not self._ended

    def _broken(self, reason: str, place: int, mend: str = MEND) -> Broken:
        """A fault at a place of the text that is held."""
        behind = len(self._text[place:].encode("utf_8", "replace"))
        return Broken(f"{reason}.", mend, max(self._stream.position - behind, 0))


def cut_to_ascii(first: bytes) -> bytes:
    """The first bytes without a last character that may be cut."""
    return first.rstrip(bytes(range(0x80, 0x100))) if len(first) == CHUNK_BYTES else first


FORMAT = Format("JSON", recognises, read)
