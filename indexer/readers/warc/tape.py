"""The unpacked bytes of a web archive, that knows where its gzip members or zstd frames begin.

Web archives are packed record by record, so that a reader can find each record, and the next one
where one is damaged. What reads a file as one stream loses that; a tape keeps it: it says where in
the file a record begins, ends a record where the member of the next one begins, and goes on at the
next member behind damage.
"""

import re
from dataclasses import dataclass

from indexer.readers.broken import ABRUPT_END, Broken
from indexer.readers.warc.members import Members, Plain

LINE_ENDS = b"\r\n"
SKIPPED_AT_ONCE_BYTES = 65_536
# A record's first line is shorter (that of an ARC holds an address).
FIRST_LINE_BYTES = 8_192


@dataclass(frozen=True, slots=True)
class Place:
    """Where something begins.

    offset: in the file as it lies there, in bytes: of the member, where it is packed
    inner:  how far into the unpacked bytes of that member; 0 where the file is not packed
    """

    offset: int
    inner: int

    def __str__(self) -> str:
        """ "1234", or "0+1234" where several records lie in one member."""
        return f"{self.offset}+{self.inner}" if self.inner else str(self.offset)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a member begins: in the unpacked bytes of all, and in the file."""

    position: int
    offset: int


class Tape:
    """Reads on only, but for what was just taken, which can be put back (`read_again_bytes` count).

    Where a member is damaged, cut off or a bomb the bytes end, as at the end of the file; `check`
    then raises Broken, and `recover` goes on behind it.
    """

    def __init__(self, members: Members | Plain, start: re.Pattern[bytes]) -> None:
        """`start` matches the first line of a record."""
        self._members, self._start = members, start
        self._ahead = bytearray()
        self._position = 0  # unpacked, of the first byte ahead
        self._marks: list[Mark] = []
        self._ended = False
        self._fault: Broken | None = None
        self.read_again_bytes = 0

    def begin_record(self) -> Place:
        """The place of the next byte; nothing before it can be put back after this."""
        self.peek(1)
        while len(self._marks) > 1 and self._marks[1].position <= self._position:
            del self._marks[0]
        if not self._marks:
            return Place(0, 0)
        mark = self._marks[0]
        inner = self._position - mark.position
        return Place(mark.offset + inner, 0) if self._is_plain else Place(mark.offset, inner)

    @property
    def _is_plain(self) -> bool:
        return isinstance(self._members, Plain)

    def peek(self, size: int) -> bytes:
        """The next bytes, so many unless the end comes before; they stay."""
        while len(self._ahead) < size and self._more():
            pass
        return bytes(self._ahead[:size])

    def take(self, size: int) -> bytes:
        """The next bytes; less at the end, or where a member begins with a record."""
        while len(self._ahead) < size and self._more():
            pass
        size = min(size, len(self._ahead))
        size = self._record_member(1, size) or size
        found = bytes(self._ahead[:size])
        self._drop(size)
        return found

    def skip(self, size: int) -> int:
        """Take and forget; how many."""
        left = size
        while left and self._record_member(0, 1) is None:
            taken = len(self.take(min(left, SKIPPED_AT_ONCE_BYTES)))
            if not taken:
                break
            left -= taken
        return size - left

    def put_back(self, taken: bytes) -> None:
        """Give back what was just taken."""
        self._ahead[:0] = taken
        self._position -= len(taken)
        self.read_again_bytes += len(taken)

    def skip_blank_lines(self) -> int:
        """Go on behind line ends; how many bytes they are."""
        skipped = 0
        while True:
            blank = 0
            while blank < len(self._ahead) and self._ahead[blank] in LINE_ENDS:
                blank += 1
            self._drop(blank)
            skipped += blank
            if self._ahead or not self._more():
                return skipped

    def at_end(self) -> bool:
        """Whether nothing follows. Raise Broken where that is by damage."""
        if self._ahead or self._more():
            return False
        self.check()
        return True

    def check(self) -> None:
        """Raise Broken where the bytes ended by damage."""
        if self._fault:
            raise self._fault

    def ends_abruptly(self) -> bool:
        """Whether the bytes ended because the file does, and not by damage within it."""
        return self._fault is None or self._fault.fault.reason == ABRUPT_END

    def begins_record(self) -> bool:
        """Whether the first line of a record comes next."""
        return self._start.match(self._first_line(0)) is not None

    def find_record(self, block: bytes) -> int | None:
        """Where the first line of a record stands in what was taken; None where none does."""
        found = self._start.search(block)
        return found.start() if found else None

    def skip_to_record(self) -> bool:
        """Go on to the first line of the next record behind this byte; False at the end."""
        while True:
            found = self._start.search(self._ahead, 1)
            end = found.start() if found else len(self._ahead)
            first = self._record_member(1, end) or (found and found.start())
            if first:
                self._drop(first)
                return True
            # A first line may have been read in part.
            self._drop(max(0, len(self._ahead) - FIRST_LINE_BYTES))
            if not self._more():
                self._drop(len(self._ahead))
                self.check()
                return False

    def recover(self) -> bool:
        """After Broken: go on at the next member that begins with a record; False if none does."""
        self._position += len(self._ahead)
        self._ahead.clear()
        self._marks.clear()
        self._fault = None
        self._ended = not self._members.recover(lambda body: bool(self._start.match(body)))
        return not self._ended

    def _drop(self, size: int) -> None:
        del self._ahead[:size]
        self._position += size

    def _more(self) -> bool:
        """Unpack some more; False at the end, or at damage."""
        if self._ended:
            return False
        try:
            piece = self._members.next()
        except Broken as broken:
            self._fault, piece = broken, None
        if piece is None:
            self._ended = True
            return False
        if piece.begins is not None:
            self._marks.append(Mark(self._position + len(self._ahead), piece.begins))
        self._ahead += piece.body
        return True

    def _record_member(self, least: int, below: int) -> int | None:
        """The first place ahead, within bounds, where a member begins with a record; or None."""
        for mark in self._marks:
            place = mark.position - self._position
            if place >= below:
                return None
            if place >= least and self._start.match(self._first_line(place)):
                return place
        return None

    def _first_line(self, place: int) -> bytes:
        """The line that begins so far ahead, with its end; cut where it is longer than one is."""
        while True:
            end = self._ahead.find(b"\n", place, place + FIRST_LINE_BYTES)
            if end >= 0:
                return bytes(self._ahead[place : end + 1])
            if len(self._ahead) >= place + FIRST_LINE_BYTES or not self._more():
                return bytes(self._ahead[place : place + FIRST_LINE_BYTES])
