"""An input of a kind that is not known yet: a file, a member of a container, a stream."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from archive.document import PassedOver, Refused
from indexer.readers.allowance import Allowance
from indexer.readers.broken import Broken
from indexer.readers.columns import BY_NAME, Columns
from indexer.readers.limits import (
    MAX_PACKINGS,
    MAX_SPOOLED_BYTES,
    SPOOLED_IN_MEMORY_BYTES,
    in_megabytes,
)
from indexer.readers.packing import Packing, Unpacked, packing_of
from indexer.readers.peeking import Peekable, Readable

HEAD_BYTES = 65_536
# A block of bzip2 gives nothing before it is whole.
LONG_HEAD_BYTES = 1_048_576
COPIED_AT_ONCE_BYTES = 262_144


@dataclass(frozen=True, slots=True)
class Head:
    """How an input begins: what formats are told by.

    raw:      its first bytes as they lie there, at most HEAD_BYTES
    unpacked: its first bytes without the compressions around it, at most HEAD_BYTES
    packings: these compressions, outermost first; all of them, or the first MAX_PACKINGS
    name:     the last part of its name, "pages.csv"; only where bytes cannot tell kinds apart
    """

    raw: bytes
    unpacked: bytes
    packings: tuple[Packing, ...]
    name: str


class Source:
    """Bytes that are read once, from the front, by one format.

    origin: the way to it, "pages.zip!a/b.warc.gz"
    name:   the last part of the origin, as a hint
    depth:  how many containers it lies in
    asked:  whether the archivist named it (or what it lies in is all that was named), so that it
            is refused and not passed over where it is no page
    path:   the file it is, or None
    size_bytes: how long it is as it lies there, or None where that shows at its end only
    columns: what the columns of tables in it state
    allowance: what it may unpack to, with all that it lies in and that lies in it
    broken: what broke off its reading, once that is told
    """

    def __init__(
        self,
        stream: Readable,
        origin: str,
        *,
        name: str = "",
        depth: int = 0,
        asked: bool = True,
        path: Path | None = None,
        size_bytes: int | None = None,
        columns: Columns = BY_NAME,
        allowance: Allowance | None = None,
    ) -> None:
        self.raw = Peekable(stream)
        self.origin, self.name, self.depth = origin, name or origin, depth
        self.asked, self.path, self.size_bytes = asked, path, size_bytes
        self.columns = columns
        self.broken: Broken | None = None
        self.allowance = allowance or Allowance(lambda: size_bytes or self.raw.position)

    def inside(self, name: str, stream: Readable) -> "Source":
        """A member of this container; it must be read before the next is asked for."""
        origin = f"{self.origin}!{name}"
        last = name.rsplit("/", 1)[-1]
        return Source(
            stream,
            origin,
            name=last,
            depth=self.depth + 1,
            asked=False,
            columns=self.columns,
            allowance=self.allowance,
        )

    @cached_property
    def head(self) -> Head:
        """How it begins; nothing is read by that. Raise OSError or Broken from the stream."""
        raw = self.raw.peek(HEAD_BYTES)
        unpacked, packings = unpacked_head(raw)
        if packings and not unpacked:
            unpacked, packings = unpacked_head(self.raw.peek(LONG_HEAD_BYTES))
        return Head(raw, unpacked, packings, self.name)

    def unpacked(self) -> Peekable:
        """Its bytes without the compressions around it. Reading raises OSError or Broken."""
        stream = self.raw
        for packing in self.head.packings:
            stream = Peekable(self.allowance.spent_by(Unpacked(stream, packing)))
        return stream

    @contextmanager
    def seekable(self) -> Iterator[IO[bytes]]:
        """Its unpacked bytes as a file in which one can go back and forth.

        What is no plain file is laid in a temporary one first, in memory while it is small.
        Raise Broken where it is larger than MAX_SPOOLED_BYTES.
        """
        if self.path is not None and not self.head.packings:
            with os.fdopen(os.open(self.path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
                yield file
            return
        with SpooledTemporaryFile(SPOOLED_IN_MEMORY_BYTES) as spooled:
            stream = self.unpacked()
            while part := stream.read(COPIED_AT_ONCE_BYTES):
                spooled.write(part)
                if stream.position > MAX_SPOOLED_BYTES:
                    raise Broken(
                        f"It has more than {in_megabytes(MAX_SPOOLED_BYTES)} inside another file.",
                        "Unpack the outer file, and ingest what is in it.",
                    )
            spooled.seek(0)
            yield spooled

    def refused(self, reason: str, mend: str, offset: int | None = None) -> Refused:
        """The refusal of the whole, or of the rest of it."""
        return Refused(self.origin, reason, mend, offset)

    def at(self, offset: int) -> str:
        """The origin of what begins at an offset in it, "pages.warc.gz#1234"."""
        return f"{self.origin}#{offset}"

    def passed_over(self, reason: str) -> PassedOver:
        """That it is left, and why."""
        return PassedOver(self.origin, reason)


def unpacked_head(raw: bytes) -> tuple[bytes, tuple[Packing, ...]]:
    """What can be unpacked of the first bytes, through all compressions around them."""
    head, packings = raw, list[Packing]()
    while len(packings) < MAX_PACKINGS and (packing := packing_of(head)):
        packings.append(packing)
        head = first_unpacked(head, packing)
    return head, tuple(packings)


def first_unpacked(packed: bytes, packing: Packing) -> bytes:
    """At most HEAD_BYTES of what is packed; less where the bytes end or are damaged."""
    stream = Unpacked(Peekable(io.BytesIO(packed)), packing)
    found = b""
    try:
        while len(found) < HEAD_BYTES and (part := stream.read(HEAD_BYTES - len(found))):
            found += part
    except Broken:
        return found
    return found
