"""What an archive has of something that a search asked for, and whether from the time it asked."""

from dataclasses import dataclass, replace

from indexer.counts.by_year import by_year
from indexer.question import Query
from indexer.search import Searcher


@dataclass(frozen=True, slots=True)
class Covered:
    """The pages of one thing: a city, a source, the whole archive.

    total:  all of them
    first, last: the earliest and latest year that any was published in for certain, or None
    unsure: those without a certain year
    then:   those published in the asked time, or None where no time was asked
    """

    total: int
    first: int | None
    last: int | None
    unsure: int
    then: int | None


def covered(searcher: Searcher, thing: Query, then: Query | None) -> Covered:
    """Count what `thing` finds; `then` asks for the same in some time. Raise as search does."""
    found = by_year(searcher, thing)
    years = [year for year, _ in found.counts]
    there = None
    if then is not None:
        there = searcher.search(replace(then, limit=0, facets=(), histogram=False, help=False))
    return Covered(
        total=found.total,
        first=min(years, default=None),
        last=max(years, default=None),
        unsure=found.uncertain + found.undated,
        then=there.total if there else None,
    )
