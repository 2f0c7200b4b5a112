"""How many pages a search finds of each year."""

from dataclasses import dataclass, replace

from indexer.engine import UNCERTAIN, Selection
from indexer.question import Query
from indexer.search import Searcher

# More values than a facet of years has.
ALL_YEARS = 100_000


@dataclass(frozen=True, slots=True)
class ByYear:
    """The pages that a search finds, by the year that each was published in for certain.

    counts:    (year, pages), earliest first, years without any left out
    uncertain: pages whose date is wider than a year; undated: pages without a date
    total:     all of them
    """

    understood: str
    total: int
    counts: tuple[tuple[int, int], ...]
    uncertain: int
    undated: int


def by_year(searcher: Searcher, asked: Query) -> ByYear:
    """Count them. Chosen years do not narrow the counts, excluded ones do.

    Raise as Searcher.search does.
    """
    counting = replace(
        asked, facets=("year",), facet_size=ALL_YEARS, limit=0, cursor=None, help=False
    )
    found = searcher.search(counting)
    (facet,) = found.facets
    counts = {v.value: v.count for v in facet.values if v.count and not v.excluded}
    uncertain = counts.pop(UNCERTAIN, 0)
    years = tuple(sorted((int(year), count) for year, count in counts.items() if year.isdecimal()))
    undated = 0 if facet.missing_excluded else facet.missing
    total = sum(count for _, count in years) + uncertain + undated
    return ByYear(found.understood, total, years, uncertain, undated)


def only(asked: Query, field: str, value: str) -> Query:
    """The search narrowed to one value of a facet; others that it excludes stay so."""
    others = tuple(each for each in asked.selections if each.field != field)
    without = {v for each in asked.selections if each.field == field for v in each.without}
    alone = Selection(field, frozenset({value}), frozenset(without - {value}))
    return replace(asked, selections=(*others, alone))
