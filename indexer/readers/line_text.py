"""Lines of bytes as text: the charset of a table, the same from its first line to its last.

UTF-8 wins where it can be; a line that is not in the charset of those before it is a fault of that
line. UTF-16 and UTF-32 are brought to UTF-8 first, so that lines can be told.
"""

import codecs
import io

from indexer.readers.broken import Broken
from indexer.readers.decoding import MARKS, decode
from indexer.readers.detection import utf_16_by_zeros
from indexer.readers.peeking import Peekable, Readable

CHUNK_BYTES = 65_536
# Of the text that tells the charset, beyond the mark.
SAMPLE_BYTES = 65_536


class Recoded(io.RawIOBase):
    """A stream of text in one charset, as UTF-8. Reading raises Broken where it is not in it."""

    def __init__(self, stream: Readable, charset: str) -> None:
        self._stream, self._charset = stream, charset
        self._decoder = codecs.getincrementaldecoder(charset)()
        self._ahead = b""
        self._ended = False

    def read(self, size: int | None = -1, /) -> bytes:
        """At most so many bytes, none at the end; all for -1."""
        if size is None or size < 0:
            return self.readall()
        while not self._ahead and not self._ended:
            part = self._stream.read(CHUNK_BYTES)
            self._ended = not part
            try:
                self._ahead = self._decoder.decode(part, final=self._ended).encode()
            except UnicodeError as error:
                raise Broken(
                    f"It begins as {self._charset}, and some of it is not: {error}."[:300],
                    "Save it as UTF-8.",
                ) from error
        found, self._ahead = self._ahead[:size], self._ahead[size:]
        return found


def as_lines_can_be_told(stream: Peekable) -> tuple[Peekable, bool]:
    """A stream of text in a charset in which a line feed is one byte, without a byte-order mark.

    The second tells whether its offsets are those of the stream.
    """
    first = stream.peek(CHUNK_BYTES)
    for mark, charset in MARKS:
        if first.startswith(mark):
            stream.read_fully(len(mark))
            if charset == "utf_8":
                return stream, True
            return Peekable(Recoded(stream, charset)), False
    zeros = utf_16_by_zeros(first)
    return (Peekable(Recoded(stream, zeros)), False) if zeros else (stream, True)


class LineFeeds(io.RawIOBase):
    """A stream whose lines end with a carriage return alone, as old Macintoshes wrote them."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream

    def read(self, size: int | None = -1, /) -> bytes:
        """At most so many bytes, lines ended by a line feed; none at the end; all for -1."""
        if size is None or size < 0:
            return self.readall()
        return self._stream.read(size).replace(b"\r", b"\n")


def with_line_feeds(stream: Peekable) -> Peekable:
    """A stream whose lines end with line feeds; what is so already stays as it is."""
    first = stream.peek(CHUNK_BYTES)
    return Peekable(LineFeeds(stream)) if b"\r" in first[:-1] and b"\n" not in first else stream


class LineText:
    """Decodes the lines of one table.

    charset: by Python's name; None while all was ASCII
    """

    def __init__(self) -> None:
        self.charset: str | None = None

    def of(self, body: bytes) -> str:
        """A line as text. Raise UnicodeDecodeError where it is not in the table's charset."""
        if self.charset is None:
            if body.isascii():
                return body.decode("ascii")
            self.charset = charset_of(body)
        return body.decode(self.charset)


def charset_of(body: bytes) -> str:
    """The charset that fits the first bytes that are not ASCII."""
    try:
        body.decode("utf_8")
    except UnicodeDecodeError:
        return decode(body[:SAMPLE_BYTES]).charset
    return "utf_8"


def beginning(first: bytes) -> str:
    """The first bytes of an input as text, for telling what it is; never fails."""
    for mark, charset in MARKS:
        if first.startswith(mark):
            return first[len(mark) :].decode(charset, errors="replace")
    zeros = utf_16_by_zeros(first[:4_096])
    return first.decode(zeros or "utf_8", errors="replace")
