"""The fields of the index: terms with positions, facet values, one record a document."""

from whoosh.columns import FixedBytesColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence

from indexer.engines.matches.entry import BOUNDED, COLUMNS, PACKED, PARTS

# Raise it with every change to what is written: an index of another version is rebuilt.
FORMAT_VERSION = 6

# Where sentences and paragraphs begin, as two terms with positions.
SENTENCE, PARAGRAPH = "sentence", "paragraph"

TERM_FIELDS = (
    *(f"{part}_{kind}" for part in PARTS for kind in ("words", "stems")),
    *(f"{part}_bounds" for part in BOUNDED),
    *COLUMNS,
)


class FondsSchema(Schema):  # type: ignore[misc]
    """Our fields; being pickled into every commit, it also carries two numbers.

    reached:        the archive's sequence number of the commit
    format_version: the FORMAT_VERSION that wrote it
    """

    reached: int = 0
    format_version: int = 0


def schema() -> FondsSchema:
    """The schema of a new index."""
    made = FondsSchema(record=COLUMN(FixedBytesColumn(PACKED.size)))
    made.format_version = FORMAT_VERSION
    for name in TERM_FIELDS:
        made.add(name, FieldType(format=Existence(), analyzer=None))
    return made
