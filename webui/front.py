"""What the front page tells: what the archive holds, and searches to begin with."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from archive import Archive
from indexer.analysis import words
from indexer.engine import Facet, Sort
from indexer.search import Searcher
from webui.asking import ask, how_many
from webui.facet_list import ALL_VALUES
from webui.nothing import Suggestion
from webui.state import SearchState
from webui.timeline import Timeline, timeline

# Facets whose commonest values the front page names, and how many of each.
NAMED = ("source", "city", "language")
NAMED_SIZE = 8
YEARS_SIZE = 120

# Titles read to find words that many pages share, and candidates tried (each is a search).
TITLES_READ = 200
SHORTEST_WORD = 5
TRIED = 8
# An example that finds more than this share of the archive teaches nothing.
MOST_FOUND = 0.4


@dataclass(frozen=True, slots=True)
class Front:
    """What the archive holds.

    total:   pages that can be found
    named:   the commonest sources, cities and languages, each with how many values it has beside
    first_year, last_year: of the pages with a sure year, or None; `years` may draw fewer
    """

    total: int
    removed_lines: int
    refusals: int
    named: tuple[tuple[Facet, int], ...]
    first_year: int | None
    last_year: int | None
    years: Timeline | None
    examples: tuple[Suggestion, ...]


def front_of(searcher: Searcher, archive: Archive) -> Front:
    """Count everything."""
    everything = SearchState(limit=0)
    few = ask(searcher, everything, facets=NAMED, facet_size=ALL_VALUES)
    many = ask(searcher, everything, facets=("year",), facet_size=YEARS_SIZE)
    stats = archive.stats()
    years = timeline(many.facets[0], SearchState(), many.histogram)
    known = sorted(int(year.name) for year in many.histogram.years) if many.histogram else []
    cities = next(facet for facet in few.facets if facet.field == "city")
    return Front(
        total=few.total,
        removed_lines=stats.removed_lines,
        refusals=stats.refusals,
        named=tuple(commonest_of(facet) for facet in few.facets if facet.values),
        first_year=known[0] if known else None,
        last_year=known[-1] if known else None,
        years=years,
        examples=tuple(examples(searcher, few.total, cities, years)),
    )


def commonest_of(facet: Facet) -> tuple[Facet, int]:
    """A facet with its commonest values alone, and how many others it has."""
    return replace(facet, values=facet.values[:NAMED_SIZE]), len(facet.values[NAMED_SIZE:])


def examples(
    searcher: Searcher, total: int, cities: Facet, years: Timeline | None
) -> Iterator[Suggestion]:
    """A phrase, two words and a place in a year: searches that each find some pages, not most."""
    newest = ask(searcher, SearchState(sort=Sort.NEWEST, limit=TITLES_READ), facets=())
    titles = [[t.term for t in words(hit.title)] for hit in newest.hits]
    pairs = (pair for title in titles for pair in set(pairwise(title)))
    phrases = Counter(f'"{a} {b}"' for a, b in pairs if telling(a) and telling(b))
    single = Counter(word for title in titles for word in set(title) if telling(word))
    for wanted, most in (
        (commonest(phrases), 1),
        (commonest(single), 2),
        (places_in_years(cities, years), 1),
    ):
        yield from islice(some_of(searcher, total, wanted), most)


def some_of(searcher: Searcher, total: int, wanted: Iterable[str]) -> Iterator[Suggestion]:
    """Those queries that find something, but not most of the archive."""
    for text in wanted:
        state = SearchState(text=text)
        count = how_many(searcher, state)
        if 0 < count <= max(total * MOST_FOUND, 1):
            yield Suggestion(text, count, state)


def commonest(counted: Counter[str]) -> tuple[str, ...]:
    """What most titles share, a few to try."""
    return tuple(text for text, _ in counted.most_common(TRIED))


def places_in_years(cities: Facet, years: Timeline | None) -> Iterator[str]:
    """The best-known city in the latest years."""
    name = cities.values[0].label.partition(",")[0] if cities.values else ""
    bars = [bar for bar in years.bars if bar.count][-TRIED:] if years else []
    if name and '"' not in name:
        typed = f'"{name}"' if " " in name else name
        yield from (f"city:{typed} year:{bar.year}" for bar in reversed(bars))


def telling(word: str) -> bool:
    """Whether a word of a title says what a page is about."""
    return len(word) >= SHORTEST_WORD and word.isalpha()
