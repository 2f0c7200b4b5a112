"""The records of a web archive, one by one; what is damaged between them is told, and skipped.

FastWARC reads sound files faster, and writes ours. But it ends a file at the first broken record,
does not tell a record that was cut off from a short one, and lets a wrong Content-Length swallow
the records behind it (2.0.1). Pages that stand beside damage must not be lost, so the walk from
record to record is ours: a record ends where its length says, and there the next must begin.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from indexer.readers.broken import COPY_AGAIN, Broken
from indexer.readers.limits import MAX_PAGE_BYTES, in_megabytes
from indexer.readers.warc.headers import Headers
from indexer.readers.warc.tape import Place, Tape

# A page as it was sent, with its HTTP headers. Of a longer block only the head is held.
MAX_BLOCK_BYTES = MAX_PAGE_BYTES + 1_000_000
HEAD_BYTES = 65_536

# What is put back for line ends that were skipped; which of them does not matter.
LINE_ENDS = b"\n"
SEPARATOR = re.compile(rb"\r?\n\r?\n")
TAKE_ANEW = "Take this record from another copy of the file, or fetch the page again."
SKIPPED = (
    "Look at these bytes: they hold no record that can be read; or copy or fetch the file again, "
    "whole."
)


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    place:      where it begins
    headers:    its own, not those of HTTP
    block:      its content; its first HEAD_BYTES where it is longer than MAX_BLOCK_BYTES
    size_bytes: of the whole content, or of what came of it
    cut_bytes:  how many more its header tells of, where the file ends within it
    """

    place: Place
    headers: Headers
    block: bytes
    size_bytes: int
    cut_bytes: int = 0

    @property
    def whole(self) -> bool:
        """Whether `block` is the whole content."""
        return len(self.block) == self.size_bytes

    @property
    def stated_bytes(self) -> int:
        """How many its header tells of."""
        return self.size_bytes + self.cut_bytes


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch that is no sound record."""

    place: Place
    reason: str
    mend: str


class BadHead(Exception):
    """A record's header cannot be read; the message is a sentence."""


# Behind so many damaged records in a row a file is given up; and where so much was read in vain.
MOST_DAMAGED = 10_000
MOST_READ_AGAIN_BYTES = 1_000_000_000
# So many in a row are told one by one.
MOST_TOLD = 20
GIVE_UP = "So much of it is damaged that the rest is given up."

# Takes a record's header from the tape: the headers, and the length of the content in bytes.
# Raise BadHead.
TakeHead = Callable[[Tape], tuple[Headers, int]]


def records(tape: Tape, take_head: TakeHead) -> Iterator[Record | Damage]:
    """Every record, and every stretch of damage, in order. Raise Broken where it gives up."""
    damaged = 0
    for found in walk(tape, take_head):
        if isinstance(found, Damage):
            damaged += 1
            if damaged <= MOST_TOLD:
                yield found
            elif damaged > MOST_DAMAGED or tape.read_again_bytes > MOST_READ_AGAIN_BYTES:
                raise Broken(GIVE_UP, COPY_AGAIN, found.place.offset)
            last = found
            continue
        if damaged > MOST_TOLD:
            yield more_damage(damaged, last)
        damaged = 0
        yield found
    if damaged > MOST_TOLD:
        yield more_damage(damaged, last)


def more_damage(damaged: int, last: Damage) -> Damage:
    """What to say of those that were not told one by one."""
    more = damaged - MOST_TOLD
    return Damage(
        last.place, f"{more:,} more records before it are damaged, up to here.", last.mend
    )


def walk(tape: Tape, take_head: TakeHead) -> Iterator[Record | Damage]:
    """Every record, and every stretch of damage, however many."""
    while True:
        place = tape.begin_record()
        try:
            tape.skip_blank_lines()
            if tape.at_end():
                return
            place = tape.begin_record()
            if tape.begins_record():
                found = record(tape, place, take_head)
            else:
                found = Damage(place, "No record begins here.", SKIPPED)
            yield found
            if isinstance(found, Record) and found.cut_bytes:
                yield cut_off(found)
                return
            if isinstance(found, Damage) and not to_next(tape, place):
                return
        except Broken as broken:
            offset = broken.offset if broken.offset is not None else place.offset
            where = place if place.offset == offset else Place(offset, 0)
            yield Damage(where, broken.fault.reason, broken.fault.mend)
            if not tape.recover():
                return


def to_next(tape: Tape, damaged: Place) -> bool:
    """Go on to the next record behind a damaged one; False at the end. Raise Broken."""
    moved = tape.begin_record() != damaged
    return (moved and tape.begins_record()) or tape.skip_to_record()


def record(tape: Tape, place: Place, take_head: TakeHead) -> Record | Damage:
    """The record that begins here. Raise Broken where it is in packed bytes that are damaged."""
    try:
        headers, length = take_head(tape)
    except BadHead as bad:
        return Damage(place, str(bad), TAKE_ANEW)
    block = tape.take(length if length <= MAX_BLOCK_BYTES else HEAD_BYTES)
    got = len(block) + (tape.skip(length - len(block)) if length > MAX_BLOCK_BYTES else 0)
    if got < length:
        return too_short(tape, Record(place, headers, block, got, length - got))
    after = tape.peek(4)
    if SEPARATOR.match(after) or tape_goes_on(tape):
        return Record(place, headers, block, length)
    if (inside := tape.find_record(block)) is not None:
        tape.put_back(block[inside:])
    return Damage(
        place,
        f"Its Content-Length, {length:,} bytes, is wrong: no record begins behind them.",
        TAKE_ANEW,
    )


def tape_goes_on(tape: Tape) -> bool:
    """Whether a record begins next, or nothing follows, or damage that is told by itself."""
    skipped = tape.skip_blank_lines()
    if tape.begins_record() or not tape.peek(1):
        return True
    tape.put_back(LINE_ENDS * skipped)
    return False


def too_short(tape: Tape, record: Record) -> Record | Damage:
    """What a record is that has fewer bytes than it says; the tape is where to go on.

    What came of the last record of a file that was cut off is kept. Raise Broken.
    """
    if (inside := tape.find_record(record.block)) is not None and record.whole:
        tape.put_back(record.block[inside:])
    elif not tape.peek(1):
        if not tape.ends_abruptly():
            tape.check()
        return record if record.whole and record.block else cut_off(record)
    return Damage(
        record.place,
        f"Its Content-Length, {record.stated_bytes:,} bytes, is wrong: "
        "the next record begins before.",
        TAKE_ANEW,
    )


def cut_off(record: Record) -> Damage:
    """What to say of the last record, where the file ends within it."""
    return Damage(
        record.place,
        f"It was cut off: {record.size_bytes:,} of its {record.stated_bytes:,} bytes are there.",
        COPY_AGAIN,
    )


def too_large(record: Record) -> str:
    """Why a record that is not whole here is no page."""
    return (
        f"It is {in_megabytes(record.size_bytes)}; a page may have {in_megabytes(MAX_PAGE_BYTES)}."
    )
