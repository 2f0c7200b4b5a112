"""A stream into which one can look before reading on."""

import io
from typing import Protocol

from indexer.readers.broken import Broken


class Readable(Protocol):
    """What gives bytes: a file, a member of a container, standard input."""

    def read(self, size: int, /) -> bytes:
        """At most so many of the next bytes; none at the end."""


class Peekable(io.RawIOBase):
    """Bytes that are read once, from the front, and can be looked at before.

    position: how many bytes were read (not only looked at)
    """

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._ahead = b""
        self._fault: Broken | None = None
        self.position = 0

    def peek(self, size: int) -> bytes:
        """The next bytes, so many unless the end comes before; they stay to be read.

        Where the stream is broken within them, that is raised when it is read as far as there.
        """
        while len(self._ahead) < size and self._fault is None:
            try:
                more = self._stream.read(size - len(self._ahead))
            except Broken as broken:
                if not self._ahead:
                    raise
                self._fault = broken
                break
            if not more:
                break
            self._ahead += more
        return self._ahead[:size]

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """At most so many of the next bytes, none at the end; all of them for -1."""
        if size is None or size < 0:
            return self.readall()
        if self._ahead:
            found, self._ahead = self._ahead[:size], self._ahead[size:]
        elif self._fault is not None:
            raise self._fault
        else:
            found = self._stream.read(size)
        self.position += len(found)
        return found

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """The same into a buffer; how many."""
        found = self.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)

    def tell(self) -> int:
        """The position."""
        return self.position

    def read_fully(self, size: int) -> bytes:
        """The next bytes, so many unless the end comes before, as one."""
        parts: list[bytes] = []
        while size > 0 and (part := self.read(size)):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)
