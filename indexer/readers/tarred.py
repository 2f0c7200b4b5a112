"""TAR archives: every member in turn, whatever it is."""

from collections.abc import Iterator

from archive.document import PassedOver, Refused
from indexer.readers import member_names
from indexer.readers.broken import ABRUPT_END, COPY_AGAIN, Broken
from indexer.readers.format import Format, Item
from indexer.readers.limits import MAX_MEMBERS
from indexer.readers.peeking import Peekable
from indexer.readers.source import Head, Source
from indexer.readers.tar_headers import (
    DEVICES,
    FILES,
    FOLDER,
    LINKS,
    SPARSE,
    Member,
    begins_tar,
    members_of,
)


class Part:
    """The bytes of one member. Reading raises Broken where the archive ends before them."""

    def __init__(self, stream: Peekable, member: Member) -> None:
        self._stream, self._end = stream, stream.position + member.size_bytes

    def read(self, size: int, /) -> bytes:
        """At most so many of the next bytes, none at the end. Raise Broken."""
        size = min(size, self._end - self._stream.position)
        if size <= 0:
            return b""
        if found := self._stream.read(size):
            return found
        raise Broken(ABRUPT_END, COPY_AGAIN, self._stream.position)


def recognises(head: Head) -> bool:
    """Whether it begins with a header whose check sum fits."""
    return begins_tar(head.unpacked)


def read(source: Source) -> Iterator[Item | Source]:
    """What each member is."""
    stream, names, count = source.unpacked(), member_names.Names(), 0
    for member in members_of(stream):
        count += 1
        if count > MAX_MEMBERS:
            raise Broken(f"It has more than {MAX_MEMBERS:,} members.", "Split it.", member.offset)
        origin = member_names.shown(f"{source.origin}!{member.name}")
        if member.kind == FOLDER or (member.kind in FILES and member.name.endswith("/")):
            continue
        if member.kind in LINKS + DEVICES:
            yield PassedOver(origin, "It is a link or a device, not a file.")
            continue
        try:
            check(member)
            names.meet(member.name)
        except Broken as broken:
            yield Refused(origin, broken.fault.reason, broken.fault.mend, member.offset)
            continue
        if reason := member_names.why_no_page(member.name):
            yield PassedOver(origin, reason)
            continue
        part = source.inside(member.name, Part(stream, member))
        yield part
        if part.broken and part.broken.fault.reason == ABRUPT_END and not stream.peek(1):
            return  # the cut is told
    if not count:
        raise Broken("There is nothing in it.", "Fetch it again, or delete it.")


def check(member: Member) -> None:
    """Raise Broken for a member that cannot be taken."""
    member_names.check(member.name)
    if member.kind == SPARSE:
        raise Broken("It is stored with holes (sparse).", "Unpack it, and ingest what is in it.")
    if member.kind not in FILES:
        raise Broken(
            f"It is a part or a kind of member that Fonds does not read: {member.kind!r}.",
            "Unpack it, and ingest what is in it.",
        )


FORMAT = Format("a TAR archive", recognises, read)
