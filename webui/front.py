"""What the front page tells: what the archive holds, and searches to begin with."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from archive import Archive
from indexer.analysis import words
from indexer.engine import Facet, Results, Sort
from indexer.search import Searcher
from webui.asking import ask, how_many
from webui.nothing import Suggestion
from webui.rooms import rooms
from webui.state import SearchState
from webui.timeline import Timeline, timeline

# Facets whose commonest values the front page names, and how many of each.
NAMED = ("source", "city", "language")
NAMED_SIZE = 8
YEARS_SIZE = 120

# Titles read to find words that many pages share.
TITLES_READ = 300
SHORTEST_WORD = 5
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Front:
    """What the archive holds.

    total:   pages that can be found
    named:   the commonest sources, cities and languages
    first_year, last_year: of the pages with a sure year, or None
    """

    total: int
    removed_lines: int
    refusals: int
    named: tuple[Facet, ...]
    years: Timeline | None
    examples: tuple[Suggestion, ...]

    @property
    def first_year(self) -> int | None:
        """The earliest year with a page."""
        return self.years.bars[0].year if self.years else None

    @property
    def last_year(self) -> int | None:
        """The latest year with a page."""
        return self.years.bars[-1].year if self.years else None


def front_page(state: SearchState) -> Front:
    """The front page of the archive as it is now; made once for each change to it."""
    here = rooms()
    return front_of(here.searcher, here.archive, here.archive.sequence())


@lru_cache(maxsize=4)
def front_of(searcher: Searcher, archive: Archive, sequence: int) -> Front:
    """Count everything. `sequence` makes a changed archive a new question."""
    everything = SearchState(limit=0)
    few = ask(searcher, everything, facets=NAMED, facet_size=NAMED_SIZE)
    many = ask(searcher, everything, facets=("year",), facet_size=YEARS_SIZE)
    stats = archive.stats()
    return Front(
        total=few.total,
        removed_lines=stats.removed_lines,
        refusals=stats.refusals,
        named=tuple(facet for facet in few.facets if facet.values),
        years=timeline(many.facets[0], SearchState()),
        examples=tuple(examples(searcher, few)),
    )


def examples(searcher: Searcher, seen: Results) -> Iterator[Suggestion]:
    """Searches made of words that several titles share, so that each finds something."""
    newest = ask(searcher, SearchState(sort=Sort.NEWEST, limit=100), facets=())
    titles = [[t.term for t in words(hit.title)] for hit in newest.hits[:TITLES_READ]]
    pairs = (pair for title in titles for pair in set(pairwise(title)))
    phrases = Counter(f'"{a} {b}"' for a, b in pairs if telling(a) and telling(b))
    single = Counter(word for title in titles for word in set(title) if telling(word))
    wanted = [text for text, _ in (*phrases.most_common(1), *single.most_common(2))]
    for text in wanted[:EXAMPLES]:
        state = SearchState(text=text)
        count = how_many(searcher, state)
        if count:
            yield Suggestion(text, count, state)


def telling(word: str) -> bool:
    """Whether a word of a title says what a page is about."""
    return len(word) >= SHORTEST_WORD and word.isalpha()
