"""What an archive covers: documents by the values of a facet and the years of publication."""

from dataclasses import dataclass, replace

from indexer.counts.by_year import ByYear, by_year, only
from indexer.engine import MISSING, UNCERTAIN, FacetValue
from indexer.question import Query
from indexer.search import Searcher

# Each row costs a search, each column a cell to look at.
MOST_ROWS = 200
MOST_YEARS = 60

# More values than any facet has: how many are left out is told exactly.
ALL_VALUES = 10_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One value of the facet.

    counts:  documents of each year of `Coverage.years`
    earlier: documents of years before them; uncertain: dated more widely than a year
    total:   all of them, undated ones included
    """

    value: str
    label: str
    total: int
    counts: tuple[int, ...]
    earlier: int
    uncertain: int
    undated: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """A grid of values by years, each cell a number of documents.

    field:  the facet
    years:  every year from the first to the last, those without documents too: gaps show
    rows:   the values with the most documents first, then documents without a value, if any
    every:  all documents that were found; one with two cities counts once here and in both rows
    left_out: values that are not listed
    """

    field: str
    understood: str
    years: tuple[int, ...]
    rows: tuple[Row, ...]
    every: Row
    left_out: int

    @property
    def most(self) -> int:
        """The highest number of a cell."""
        return max((count for row in self.rows for count in row.counts), default=0)


def coverage(searcher: Searcher, asked: Query, field: str, most: int = 40) -> Coverage:
    """Count the documents of a search by a facet's values and years, at most `most` values.

    A value or year that the search has chosen narrows the grid to it. Raise as Searcher.search.
    """
    most = min(most, MOST_ROWS)
    everything = by_year(searcher, asked)
    years = years_of(everything, asked)
    counting = replace(
        asked, facets=(field,), facet_size=ALL_VALUES, limit=0, cursor=None, help=False
    )
    (facet,) = searcher.search(counting).facets
    chosen = chosen_in(asked, field)
    values = [
        v for v in facet.values if v.count and not v.excluded and (not chosen or v.value in chosen)
    ]
    listed = values[:most]
    without = facet.missing and not facet.missing_excluded
    if without and (not chosen or MISSING in chosen):
        listed.append(FacetValue(MISSING, "", facet.missing))
    rows = tuple(row(searcher, asked, field, value, years) for value in listed)
    every = row_of("", "", everything, years, chosen_in(asked, "year"))
    return Coverage(field, everything.understood, years, rows, every, max(0, len(values) - most))


def years_of(found: ByYear, asked: Query) -> tuple[int, ...]:
    """Every year from the first to the last with a document, the latest MOST_YEARS at most."""
    chosen = {int(value) for value in chosen_in(asked, "year") if value.isdecimal()}
    years = [year for year, _ in found.counts if not chosen or year in chosen]
    if not years:
        return ()
    if chosen:
        return tuple(years[-MOST_YEARS:])
    return tuple(range(max(years[0], years[-1] - MOST_YEARS + 1), years[-1] + 1))


def chosen_in(asked: Query, field: str) -> frozenset[str]:
    """The values of a facet that a search has chosen."""
    return frozenset(v for each in asked.selections if each.field == field for v in each.values)


def row(
    searcher: Searcher, asked: Query, field: str, value: FacetValue, years: tuple[int, ...]
) -> Row:
    """Count one value's documents by year."""
    found = by_year(searcher, only(asked, field, value.value))
    return row_of(value.value, value.label, found, years, chosen_in(asked, "year"))


def row_of(
    value: str, label: str, found: ByYear, years: tuple[int, ...], chosen: frozenset[str]
) -> Row:
    """Lay counts out over years; `chosen` are the years that the search has chosen, if any."""
    counts = dict(found.counts)
    shown = tuple(counts.get(year, 0) for year in years)
    if not chosen:
        earlier = sum(count for year, count in found.counts if years and year < years[0])
        return Row(value, label, found.total, shown, earlier, found.uncertain, found.undated)
    uncertain = found.uncertain if UNCERTAIN in chosen else 0
    undated = found.undated if MISSING in chosen else 0
    return Row(value, label, sum(shown) + uncertain + undated, shown, 0, uncertain, undated)
