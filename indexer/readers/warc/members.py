"""The members of a packed file, one after the other; behind damage, the next that is whole."""

from collections.abc import Callable
from dataclasses import dataclass

from indexer.readers.broken import ABRUPT_END, COPY_AGAIN, Broken
from indexer.readers.limits import FREE_EXPANSION_BYTES, MAX_EXPANSION
from indexer.readers.packing import PADDING, UNPACKING_ERRORS, Packing, Unpacking
from indexer.readers.peeking import Peekable

CHUNK_BYTES = 65_536
# Places that only look like the begin of a member; chance makes one in 16 MB.
MOST_TRIED = 10_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Unpacked bytes of one member.

    begins: where in the file the member begins, in bytes, if this is its first piece; or None
    """

    body: bytes
    begins: int | None


class Plain:
    """A file that is not packed: one member, as it lies there."""

    def __init__(self, raw: Peekable) -> None:
        self._raw = raw
        self._begins: int | None = raw.position

    def next(self) -> Piece | None:
        """The next piece; None at the end."""
        body, begins = self._raw.read(CHUNK_BYTES), self._begins
        self._begins = None
        return Piece(body, begins) if body else None

    def recover(self, begins_well: Callable[[bytes], bool]) -> bool:
        """Nothing to recover from."""
        return False


class Members:
    """A file of gzip members or zstd frames."""

    def __init__(
        self, raw: Peekable, packing: Packing, new: Callable[[], Unpacking] | None = None
    ) -> None:
        """`new` makes what unpacks a member, where it needs more than the packing's own does."""
        self._raw, self._packing, self._new = raw, packing, new or packing.new
        # What was read of the file and not unpacked yet, and where it begins there.
        self._chunk, self._chunk_at = b"", raw.position
        self._fed = b""  # what the member was given last
        self._member: Unpacking | None = None
        self._member_at, self._given, self._begins = raw.position, 0, False

    def next(self) -> Piece | None:
        """The next piece; None at the end. Raise Broken where a member is damaged or a bomb."""
        while True:
            if self._member is None and not self._next_member():
                return None
            if body := self._unpacked():
                begins = self._member_at if self._begins else None
                self._begins = False
                return Piece(body, begins)

    def recover(self, begins_well: Callable[[bytes], bool]) -> bool:
        """After Broken: go on at the next member whose first bytes please; False if none does.

        It is sought from where the damage showed: what damage hid before is lost.
        """
        magic, after, tried = self._packing.magic, self._member_at + 1, 0
        while tried < MOST_TRIED:
            place = self._chunk.find(magic, max(0, after - self._chunk_at))
            if place < 0:
                self._shorten_chunk(len(magic) - 1)
                if not self._extend_chunk():
                    return False
                continue
            after, tried = self._chunk_at + place + 1, tried + 1
            if begins_well(self._first_of(place)):
                self._chunk_at, self._chunk = self._chunk_at + place, self._chunk[place:]
                self._begin_member()
                return True
        return False

    def _next_member(self) -> bool:
        """Begin the next member; False at the end of the file."""
        while True:
            left = self._chunk.lstrip(PADDING)
            self._chunk_at, self._chunk = self._chunk_at + len(self._chunk) - len(left), left
            if left:
                self._begin_member()
                return True
            if not self._extend_chunk():
                return False

    def _begin_member(self) -> None:
        self._member, self._member_at = self._new(), self._chunk_at
        self._given, self._begins = 0, True

    def _unpacked(self) -> bytes:
        """The next bytes of the member; none where it gives none now, or ended. Raise Broken."""
        member = self._member
        if member is None:
            return b""
        if member.needs_input and not self._chunk and not self._extend_chunk():
            raise Broken(ABRUPT_END, COPY_AGAIN, self._member_at)
        if member.needs_input:
            self._fed, self._chunk = self._chunk, b""
            self._chunk_at += len(self._fed)
            given = self._fed
        else:
            given = b""
        try:
            body = member.decompress(given, CHUNK_BYTES)
        except UNPACKING_ERRORS as error:
            raise self._broken(f"Its {self._packing.name} data is damaged: {error}.") from error
        if member.eof:
            rest = member.unused_data
            self._chunk_at, self._chunk = self._chunk_at - len(rest), rest + self._chunk
            self._member, self._fed = None, b""
        self._count(len(body))
        return body

    def _count(self, given: int) -> None:
        """Raise Broken where a member unpacks to too much."""
        self._given += given
        read = self._chunk_at - self._member_at
        if self._given > max(FREE_EXPANSION_BYTES, MAX_EXPANSION * read):
            raise self._broken(f"It unpacks to more than {MAX_EXPANSION} times its size: a bomb.")

    def _broken(self, reason: str) -> Broken:
        """The fault of this member; what it was given last is looked through again after."""
        self._chunk_at -= len(self._fed)
        self._chunk, self._fed, self._member = self._fed + self._chunk, b"", None
        return Broken(reason, COPY_AGAIN, self._member_at)

    def _first_of(self, place: int) -> bytes:
        """What the first bytes of a member in the chunk would be; none where none is there."""
        while len(self._chunk) < place + CHUNK_BYTES and self._extend_chunk():
            pass
        try:
            return self._new().decompress(self._chunk[place:], CHUNK_BYTES)
        except UNPACKING_ERRORS:
            return b""

    def _extend_chunk(self) -> bool:
        more = self._raw.read(CHUNK_BYTES)
        self._chunk += more
        return bool(more)

    def _shorten_chunk(self, size: int) -> None:
        """Keep at most so many of the chunk's last bytes."""
        kept = self._chunk[max(0, len(self._chunk) - size) :]
        self._chunk_at, self._chunk = self._chunk_at + len(self._chunk) - len(kept), kept
