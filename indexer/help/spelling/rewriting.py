"""A query with some of its words replaced; operators, fields and quotation marks stay as typed."""

from collections.abc import Sequence
from dataclasses import dataclass

# Words that would be read as operators in capitals.
OPERATORS = frozenset({"AND", "OR", "NOT"})


@dataclass(frozen=True, slots=True)
class Change:
    """What stands from `start` to `end` of a query (in characters) becomes `new`."""

    start: int
    end: int
    new: str


def changed(text: str, changes: Sequence[Change]) -> str:
    """The query with all changes made, which do not overlap.

    >>> changed("title:polise OR mayer", [Change(6, 12, "police"), Change(16, 21, "mayor")])
    'title:police OR mayor'
    """
    for change in sorted(changes, key=lambda each: -each.start):
        new = change.new.lower() if change.new in OPERATORS else change.new
        text = text[: change.start] + new + text[change.end :]
    return text
