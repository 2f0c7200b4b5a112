"""Queries over years: how many pages say it, and what share of that year's pages they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.counts.by_year import ByYear, by_year, only
from indexer.errors import QueryError, SearchTooSlow
from indexer.question import Query
from indexer.search import Searcher

# Lines that a chart can tell apart.
MOST_QUERIES = 6


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a query.

    count: pages that it finds; of: pages of that year in all, under the same narrowing
    """

    year: int
    count: int
    of: int

    @property
    def share(self) -> float | None:
        """The part of the year's pages that it finds, 0 to 1; None in a year without pages."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Trend:
    """One query over the years.

    value:     the facet's value that it is narrowed to, or empty
    label:     what a person reads: the query, or the value
    points:    one for each year of `Trends.years`
    uncertain: pages that it finds whose date is wider than a year; undated: those without a date
    fault:     why it cannot be searched for, with its mend; empty where it can
    """

    text: str
    understood: str
    total: int
    points: tuple[Point, ...]
    uncertain: int = 0
    undated: int = 0
    fault: str = ""
    value: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Trends:
    """Several queries over the same years, of which every one between first and last is there."""

    years: tuple[int, ...]
    trends: tuple[Trend, ...]


def trends(searcher: Searcher, texts: Sequence[str], narrowed: Query) -> Trends:
    """Count each query by year; one that cannot be read does not hinder the others.

    narrowed: what narrows them all; its text is passed over. Raise EngineUnavailable.
    """
    base = by_year(searcher, replace(narrowed, text=""))
    years = years_from((base,))
    made = (trend(searcher, replace(narrowed, text=text), base, years) for text in texts)
    return Trends(years, tuple(replace(each, label=each.text) for each in made))


def trends_by(searcher: Searcher, asked: Query, field: str, most: int = MOST_QUERIES) -> Trends:
    """Count one query by year in each of a facet's values, those with the most pages first.

    Shares are of each value's own pages. Raise as Searcher.search does.
    """
    counting = replace(asked, facets=(field,), facet_size=most, limit=0, cursor=None, help=False)
    (facet,) = searcher.search(counting).facets
    values = [value for value in facet.values if value.count and not value.excluded][:most]
    narrowed = [only(asked, field, value.value) for value in values]
    bases = [by_year(searcher, replace(each, text="")) for each in narrowed]
    years = years_from(bases)
    made = (
        replace(trend(searcher, each, base, years), value=value.value, label=value.label)
        for each, base, value in zip(narrowed, bases, values, strict=True)
    )
    return Trends(years, tuple(made))


def years_from(bases: Sequence[ByYear]) -> tuple[int, ...]:
    """Every year from the first to the last that any of them has pages of."""
    known = [year for base in bases for year, _ in base.counts]
    return tuple(range(min(known), max(known) + 1)) if known else ()


def trend(searcher: Searcher, asked: Query, base: ByYear, years: tuple[int, ...]) -> Trend:
    """One query over the years; `base` counts all pages under the same narrowing."""
    try:
        found = by_year(searcher, asked)
    except (QueryError, SearchTooSlow) as error:
        return Trend(asked.text, "", 0, (), fault=str(error))
    counts, every = dict(found.counts), dict(base.counts)
    points = tuple(Point(year, counts.get(year, 0), every.get(year, 0)) for year in years)
    return Trend(asked.text, found.understood, found.total, points, found.uncertain, found.undated)
