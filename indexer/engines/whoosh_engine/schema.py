"""What a document becomes in the index: terms with positions, facet values, one record."""

import struct
from array import array
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
from whoosh.columns import FixedBytesColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence

from archive.document import Document
from indexer import analysis, fields

# Raise it with every change to what is written: an index of another version is rebuilt.
FORMAT_VERSION = 1

# The parts of a document that words are looked for in.
PARTS = ("title", "text", "removed")

# Values that documents are narrowed by: every facet, and all places for `place:`.
COLUMNS = {field.name: field.values for field in fields.FACETS} | {"place": fields.places}

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
    ]
)
PACKED = struct.Struct(f"<{ID_BYTES}siiIII")


class TermsField(FieldType):  # type: ignore[misc]
    """A field that takes terms ready made: its value maps each term to its positions."""

    def __init__(self) -> None:
        super().__init__(format=Existence(), analyzer=None)

    def index(
        self, value: Mapping[str, Sequence[int]], **_: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Term, count, weight (always 1) and positions as uint32, as Whoosh's writer asks."""
        for term, positions in value.items():
            packed = array("I", positions).tobytes()
            yield term.encode("utf-8", "surrogatepass"), len(positions), 1.0, packed


class FondsSchema(Schema):  # type: ignore[misc]
    """Our fields; being pickled into every commit, it also carries how far the commit reached."""

    reached: int = 0


def schema() -> FondsSchema:
    """The schema of a new index."""
    names = [f"{part}_{kind}" for part in PARTS for kind in ("words", "stems")] + list(COLUMNS)
    made = FondsSchema(**{name: TermsField() for name in names})
    made.add("record", COLUMN(FixedBytesColumn(PACKED.size)))
    return made


def entry(document: Document) -> dict[str, object]:
    """What Whoosh is given for a document, by field name."""
    made: dict[str, object] = {}
    lengths = []
    texts = (document.title, document.text, "\n".join(line.text for line in document.removed))
    for part, text in zip(PARTS, texts, strict=True):
        terms = analysis.terms(text)
        lengths.append(len(terms))
        words = placed(terms)
        made[f"{part}_words"] = words
        made[f"{part}_stems"] = stemmed(words, document.language)
    for name, values_of in COLUMNS.items():
        made[name] = {value + BETWEEN + label: () for value, label in values_of(document)}
    made["record"] = record(document, lengths)
    return made


def placed(terms: Sequence[str]) -> dict[str, list[int]]:
    """Each term with its positions, ascending."""
    found: dict[str, list[int]] = {}
    for position, term in enumerate(terms):
        if term in found:
            found[term].append(position)
        else:
            found[term] = [position]
    return found


def stemmed(words: Mapping[str, list[int]], language: str) -> dict[str, list[int]]:
    """Each tagged stem with the positions of all its words, ascending."""
    found: dict[str, list[int]] = {}
    for term, positions in words.items():
        stem = analysis.stem(term, language)
        found[stem] = sorted(found[stem] + positions) if stem in found else positions
    return found


def record(document: Document, lengths: Sequence[int]) -> bytes:
    """Id, dates and lengths, packed as RECORD reads them."""
    name = document.id.encode()
    if not 0 < len(name) <= ID_BYTES:
        raise ValueError(f"The id {document.id!r} must have 1 to {ID_BYTES} characters.")
    published = fields.dated(document)
    if published is None:
        return PACKED.pack(name, UNDATED, UNDATED, *lengths)
    earliest = ordinal(published.earliest, NO_EARLIEST)
    return PACKED.pack(name, earliest, ordinal(published.latest, NO_LATEST), *lengths)


def ordinal(day: date | None, absent: int) -> int:
    """The day's number, or another number where there is none."""
    return absent if day is None else day.toordinal()
