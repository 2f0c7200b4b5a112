"""What an index takes from a document: its running words, facet values, one record."""

import hashlib
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from archive.document import Document
from indexer import fields
from indexer.indexed_part import indexed_parts
from indexer.running_words import RunningWords, running_words

# The parts of a document that words are looked for in.
PARTS = ("title", "text", "removed")

# Values that documents are narrowed by: every facet, and all places for `place:`.
COLUMNS = {field.name: field.values for field in fields.FACETS} | {"place": fields.places}

# Those of them with sentences and paragraphs; a title is one sentence.
BOUNDED = ("text", "removed")

BETWEEN = "\x1f"  # parts value from label in the term of a facet value
ID_BYTES = 16

# Days as date.toordinal(). A side without a bound, and both sides of no date at all:
NO_EARLIEST, NO_LATEST, UNDATED = 0, 2**31 - 1, -1
RECORD = np.dtype(
    [
        ("id", f"S{ID_BYTES}"),
        ("earliest", "<i4"),
        ("latest", "<i4"),
        *((part, "<u4") for part in PARTS),  # how many words it has
        ("group", "<u8"),  # its group of near-copies; ALONE where it has none
        ("reached", "<i8"),  # the commit that brought it
    ]
)
PACKED = struct.Struct(f"<{ID_BYTES}siiIIIQq")
ALONE = 0
GROUP_BYTES = 8  # of a digest: among a million groups, two are the same once in 30 million archives


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index takes from a document.

    record: id, dates, lengths and group, as RECORD reads them
    said:   the running words of each part
    values: the terms of its facet values, by column
    """

    record: bytes
    said: Mapping[str, RunningWords]
    values: Mapping[str, Sequence[str]]


def entry(document: Document, reached: int) -> Entry:
    """What the index takes from a document. Raise ValueError for an id that is none.

    reached: the archive's sequence number of the commit
    """
    removed = "\n".join(line.text for line in document.removed)
    texts = (document.title, *indexed_parts((document.text, removed)))
    said = {
        part: running_words(text, document.language)
        for part, text in zip(PARTS, texts, strict=True)
    }
    values = {
        name: [value + BETWEEN + label for value, label in values_of(document)]
        for name, values_of in COLUMNS.items()
    }
    lengths = [len(running.words) for running in said.values()]
    return Entry(record(document, lengths, reached), said, values)


def record(document: Document, lengths: Sequence[int], reached: int) -> bytes:
    """What is kept of a document beside its terms, packed as RECORD reads it."""
    name = document.id.encode()
    if not 0 < len(name) <= ID_BYTES:
        raise ValueError(f"The id {document.id!r} must have 1 to {ID_BYTES} characters.")
    published = fields.dated(document)
    if published is None:
        days = UNDATED, UNDATED
    else:
        days = ordinal(published.earliest, NO_EARLIEST), ordinal(published.latest, NO_LATEST)
    return PACKED.pack(name, *days, *lengths, group_number(document.group), reached)


def group_number(group: str | None) -> int:
    """A number for a group of near-copies, never ALONE; ALONE for None."""
    if group is None:
        return ALONE
    digest = hashlib.blake2b(group.encode("utf-8", "surrogatepass"), digest_size=GROUP_BYTES)
    return int.from_bytes(digest.digest(), "little") or 1


def ordinal(day: date | None, absent: int) -> int:
    """The day's number, or another number where there is none."""
    return absent if day is None else day.toordinal()
