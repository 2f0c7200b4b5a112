"""Seals: short digests of what was stored, by which a changed row is found when all is verified."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from archive.identity import digest_of
from archive.store.as_json import as_json

# 64 bits: not against forgers, who could seal anew, but against failing disks and stray hands.
HEX_DIGITS = 16

# What a document's row says of the page; its number and its capture change without it.
OF_DOCUMENT = (
    *("id", "title", "url", "source", "language", "earliest", "latest"),
    *("date_evidence", "date_quote", "same_text", "authors", "years_mentioned"),
    *("flags", "evidence", "places", "text"),
)
OF_LINE = ("number", "text", "rule", "reason", "score")


# Values by the names of their columns.
Named = Mapping[Any, object]


def seal_of_document(row: Named) -> str:
    """The seal of a document's row, 16 hex digits."""
    return sealed([row[name] for name in OF_DOCUMENT])


def seal_of_ledger(lines: Iterable[Named]) -> str:
    """The seal of a capture's ledger, in the order of its lines, 16 hex digits."""
    return sealed([[line[name] for name in OF_LINE] for line in lines])


def sealed(values: list[object]) -> str:
    """The digest of values: text, numbers, days, nothing, and lists of them."""
    plain = [value.isoformat() if isinstance(value, date) else value for value in values]
    return digest_of(as_json(plain).encode("utf-8", "surrogatepass"))[:HEX_DIGITS]
