"""The lines of a stream, each with its place; lines that are too long are skipped, not held."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.readers.peeking import Peekable

BUFFER_BYTES = 262_144


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    number: 1-based
    offset: of its first byte in the unpacked stream
    size:   in bytes, with its end
    body:   its bytes with its end; None where it has more than was to be held
    """

    number: int
    offset: int
    size: int
    body: bytes | None


def lines_of(stream: Peekable, most_bytes: int) -> Iterator[Line]:
    """The lines that end with a line feed, and what follows the last of them. Raise as `stream`."""
    buffered = io.BufferedReader(stream, BUFFER_BYTES)
    number, offset = 0, stream.position
    while body := buffered.readline(most_bytes + 1):
        number += 1
        size = len(body)
        if too_long := size > most_bytes and not body.endswith(b"\n"):
            while part := buffered.readline(BUFFER_BYTES):
                size += len(part)
                if part.endswith(b"\n"):
                    break
        yield Line(number, offset, size, None if too_long else body)
        offset += size
