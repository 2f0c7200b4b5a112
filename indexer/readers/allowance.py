"""How much one input may unpack to in all, through everything that is nested in it."""

import io
from collections.abc import Callable

from indexer.readers.broken import Broken
from indexer.readers.limits import FREE_EXPANSION_IN_ALL_BYTES, MAX_EXPANSION
from indexer.readers.peeking import Readable


class Allowance:
    """What one input, a file or a stream, may unpack to; shared by all that lies in it."""

    def __init__(self, read_bytes: Callable[[], int]) -> None:
        self._read_bytes = read_bytes
        self._spent_bytes = 0

    def spend(self, size: int) -> None:
        """So many bytes were unpacked. Raise Broken where they are too many."""
        self._spent_bytes += size
        if self._spent_bytes > FREE_EXPANSION_IN_ALL_BYTES:
            self.check()

    def check(self) -> None:
        """Raise Broken where too much was unpacked."""
        free = max(FREE_EXPANSION_IN_ALL_BYTES, MAX_EXPANSION * self._read_bytes())
        if self._spent_bytes > free:
            raise Broken(
                f"All in it unpacks to more than {MAX_EXPANSION} times its size: a bomb.",
                "Leave it out; or unpack it yourself, if you trust it.",
            )

    def spent_by(self, stream: Readable) -> "Spending":
        """A stream whose bytes count."""
        return Spending(stream, self)


class Spending(io.RawIOBase):
    """A stream that is unpacked; what is read of it counts."""

    def __init__(self, stream: Readable, allowance: Allowance) -> None:
        self._stream, self._allowance = stream, allowance

    def read(self, size: int | None = -1, /) -> bytes:
        """At most so many of the next bytes; none at the end. Raise Broken."""
        if size is None or size < 0:
            return self.readall()
        found = self._stream.read(size)
        self._allowance.spend(len(found))
        return found
