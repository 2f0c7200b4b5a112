"""What a manifest may state of a file, in whatever form it is written."""

from collections.abc import Mapping
from dataclasses import dataclass

STATED = ("title", "source", "author", "date", "place", "lang")
COLUMNS = ("file", "url", "captured", *STATED)


@dataclass(frozen=True, slots=True)
class Stated:
    """One row, as written.

    number: of its line in a table, else of the page in its list; 1-based
    at:     "pages.csv:3" or "pages.json page 2"
    facts:  by COLUMNS; "" states nothing
    """

    number: int
    at: str
    facts: Mapping[str, str]
