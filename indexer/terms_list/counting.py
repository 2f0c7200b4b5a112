"""The pages that each line of a list finds: one at a time, so that a bad one hinders no other."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from indexer.counts.by_year import ALL_YEARS
from indexer.engine import Facet, FacetValue
from indexer.errors import QueryError, SearchTooSlow
from indexer.question import Query
from indexer.search import Searcher
from indexer.terms_list.asking import As, query_of
from indexer.terms_list.reading import TermLine

# Whoever waits longer than this takes a page for broken; the rest of a list is told and sent again.
PATIENCE_S = 25.0

NO_TIME = "There was no time left for this line."
SEND_AGAIN = "Count the rest as a list of its own."
UNCLOSED = "A quotation mark in this row is never closed, so its cells cannot be told apart."
CLOSE = "Close it, or delete it, and count the row again."


@dataclass(frozen=True, slots=True)
class TermCount:
    """One line of a list with what it finds.

    query:      what was searched for; empty where the line cannot be read
    total:      pages that it finds in the whole archive
    narrowed:   those of them that fit what narrows the list; the same where nothing does
    first_year, last_year: of the narrowed pages whose year is certain, or None where there are none
    unsure:     narrowed pages whose year is uncertain, and those without a date
    same_as:    the number of an earlier line that asks the same, or None
    reason, mend: why it was not counted and what to do, a sentence each; empty where it was
    late:       it was not counted because the time was over
    """

    line: TermLine
    query: str = ""
    total: int = 0
    narrowed: int = 0
    first_year: int | None = None
    last_year: int | None = None
    unsure: int = 0
    same_as: int | None = None
    reason: str = ""
    mend: str = ""
    late: bool = False


class Counted(tuple[TermCount, ...]):
    """The lines of a list with their counts, in the order given."""

    __slots__ = ()

    @property
    def late(self) -> tuple[TermLine, ...]:
        """The lines for which there was no time."""
        return tuple(each.line for each in self if each.late)


class Counter:
    """Counts lines under one narrowing, and remembers what it has counted."""

    def __init__(self, searcher: Searcher, narrowed: Query, read_as: As) -> None:
        """`narrowed` says what narrows all lines; its text is passed over."""
        self._searcher, self._read_as = searcher, read_as
        self._narrowed = replace(
            narrowed,
            limit=0,
            cursor=None,
            facets=("year",),
            facet_size=ALL_YEARS,
            histogram=False,
            help=False,
        )
        self._seen: dict[str, TermCount] = {}

    def count(self, lines: Iterable[TermLine], patience_s: float = PATIENCE_S) -> Counted:
        """Each line with its counts; those after `patience_s` seconds are late.

        Raise EngineUnavailable.
        """
        return Counted(self._one_by_one(lines, time.monotonic() + patience_s))

    def _one_by_one(self, lines: Iterable[TermLine], end: float) -> Iterator[TermCount]:
        for line in lines:
            before = self._seen.get(line.text)
            if line.unclosed:
                yield TermCount(line, reason=UNCLOSED, mend=CLOSE)
            elif before is not None:
                yield replace(before, line=line, same_as=before.line.number)
            elif time.monotonic() > end:
                yield TermCount(line, reason=NO_TIME, mend=SEND_AGAIN, late=True)
            else:
                yield self._seen.setdefault(line.text, self._counted(line))

    def _counted(self, line: TermLine) -> TermCount:
        try:
            query = query_of(line.text, self._read_as)
            found = self._searcher.search(replace(self._narrowed, text=query))
            total = self._total(query) if self._is_narrowed else found.total
        except (QueryError, SearchTooSlow) as error:
            return TermCount(line, reason=error.reason, mend=error.mend)
        years = years_of(found.facets[0])
        return TermCount(
            line,
            query,
            total=total,
            narrowed=found.total,
            first_year=min(years, default=None),
            last_year=max(years, default=None),
            unsure=found.total - sum(years.values()),
        )

    @property
    def _is_narrowed(self) -> bool:
        asked = self._narrowed
        return bool(asked.selections or asked.published_from or asked.published_to)

    def _total(self, query: str) -> int:
        everywhere = replace(
            self._narrowed, selections=(), published_from=None, published_to=None, facets=()
        )
        return self._searcher.search(replace(everywhere, text=query)).total


def counts(value: FacetValue, chosen: bool) -> bool:
    """Whether the pages of a value are among those found; `chosen`: some values are."""
    return bool(value.count) and not value.excluded and (value.selected or not chosen)


def years_of(facet: Facet) -> dict[int, int]:
    """The found pages of each year that is certain; where years are chosen, of those alone."""
    chosen = facet.missing_selected or any(value.selected for value in facet.values)
    return {
        int(value.value): value.count
        for value in facet.values
        if value.value.isdecimal() and counts(value, chosen)
    }
