"""Metadata that came with a page, each value with who says it.

What a person says (a manifest, the command line) and what a file says of itself (a table's column,
a record's header) are different kinds of value: no file can pose as a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from archive.characters import fact as cleaned

# What can be supplied, each as it was written; the last two only where they were not understood.
FACTS = ("title", "source", "author", "date", "place", "lang", "captured", "url")

# Which stands first in a date like 03/04/2017: the day or the month.
DATE_ORDERS = ("dmy", "mdy")


class SaidBy(StrEnum):
    """Who says a fact. The first two are persons; the others are what a file says of itself."""

    MANIFEST = "manifest"  # a manifest on this machine, that the archivist named
    COMMAND = "command"  # an option of the command line
    COLUMN = "column"  # a column of a table, whose row is the page
    RECORD = "record"  # a record's own header, or the list of pages beside it
    PAGE = "page"  # the page, whoever handed it over
    UNKNOWN = "unknown"  # a WARC or a manifest: archives made before did not tell them apart


# How evidence names who says a fact, and how a message does; the place where it stands is added.
FINDERS = {
    SaidBy.MANIFEST: "manifest",
    SaidBy.COMMAND: "ingest --source",
    SaidBy.COLUMN: "record",
    SaidBy.RECORD: "said by the WARC",
    SaidBy.PAGE: "came with the page",
    SaidBy.UNKNOWN: "said by the WARC or a manifest",
}
SPEAKERS = {
    SaidBy.MANIFEST: "the manifest",
    SaidBy.COMMAND: "the command line",
    SaidBy.COLUMN: "the record",
    SaidBy.RECORD: "the WARC",
    SaidBy.PAGE: "the page",
    SaidBy.UNKNOWN: "the WARC or a manifest",
}


@dataclass(frozen=True, slots=True)
class SuppliedFact:
    """One fact.

    name:  of FACTS
    value: as written
    by:    who says it
    where: the place where it stands, "pages.csv:3", "corpus.jsonl:12"; "" where that says no more
           than `by`
    """

    name: str
    value: str
    by: SaidBy
    where: str = ""

    def __post_init__(self) -> None:
        """No fact holds what acts on a screen."""
        object.__setattr__(self, "value", cleaned(self.value))
        object.__setattr__(self, "where", cleaned(self.where))

    @property
    def finder(self) -> str:
        """What evidence names: "manifest pages.csv:3", "record corpus.jsonl:12"."""
        if not self.where:
            return FINDERS[self.by]
        name = FINDERS[SaidBy.COLUMN if self.by is SaidBy.RECORD else self.by]
        return f"{name} {self.where}"

    @property
    def speaker(self) -> str:
        """How a message names where it stands: "pages.csv:3", "the WARC"."""
        return self.where or SPEAKERS[self.by]


@dataclass(frozen=True, slots=True)
class Supplied:
    """All that came with one page.

    facts:      one of a name at most
    notes:      what our readers noticed as they read it, each a sentence of ours: "its chunks were
                cut off"; never what a file says
    date_order: of DATE_ORDERS, or "" where nobody says it
    """

    facts: tuple[SuppliedFact, ...] = ()
    notes: tuple[str, ...] = ()
    date_order: str = ""

    def __post_init__(self) -> None:
        """A fact says something; a note may quote an address or a header, so it is cleaned."""
        object.__setattr__(self, "facts", tuple(one for one in self.facts if one.value))
        object.__setattr__(self, "notes", tuple(dict.fromkeys(map(cleaned, self.notes))))

    def fact(self, name: str) -> SuppliedFact | None:
        """The fact of this name, or None."""
        return next((one for one in self.facts if one.name == name), None)

    def value(self, name: str) -> str:
        """What is said, as written; "" where nothing is."""
        found = self.fact(name)
        return found.value if found else ""

    def with_facts(self, facts: Iterable[SuppliedFact]) -> "Supplied":
        """The same with these facts, which win over those of their names."""
        winning = {one.name: one for one in facts}
        kept = tuple(one for one in self.facts if one.name not in winning)
        return replace(self, facts=(*kept, *winning.values()))

    def noting(self, *notes: str) -> "Supplied":
        """The same with more notes, each once."""
        return replace(self, notes=(*self.notes, *notes)) if notes else self


NOTHING_SUPPLIED = Supplied()


def supplied_by(by: SaidBy, where: str = "", **values: str) -> Supplied:
    """These facts, all said by one; empty values say nothing.

    >>> supplied_by(SaidBy.COMMAND, source="City").value("source")
    'City'
    """
    return Supplied(tuple(SuppliedFact(*one, by, where) for one in values.items()))


def is_supplied(finder: str) -> bool:
    """Whether evidence names a supplied fact, whoever says it."""
    return finder.startswith(tuple(FINDERS.values()))
