"""Which pages may have a quotation: asked of the engine by runs of its rarer words.

Where words were changed, the runs between them still stand as they were. Each run is asked for by
itself; a page's vote is the sum of what its runs tell, the rarer the more (idf, Spärck Jones 1972).
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from indexer.deadline import Deadline
from indexer.engine import Search, SearchEngine, Sort
from indexer.errors import SearchTooSlow
from indexer.query.nodes import And, Node, Phrase, Scope, Within
from indexer.quotations.quoted import Segment

# Words of a run, runs and single words asked for, pages taken of each.
RUN_WORDS = 3
MOST_RUNS = 10
MOST_WORDS = 8
PAGES_OF_RUN = 60

# Words asked for side by side: more of them, "of" and "the" among them, are too many places to
# compare. Of a longer quotation its rarest stretch is asked for, and the pages are read.
MOST_SIDE_BY_SIDE = 12
MOST_PARTS = 3

NOWHERE = (0, 0)


@dataclass(frozen=True, slots=True)
class Sought:
    """Pages that have something, the best first.

    total: how many there are in all
    whole: whether each has all of it side by side, and not only what was asked for
    """

    ids: tuple[str, ...]
    total: int
    whole: bool = True


class Seeker:
    """Asks one engine about one quotation, within a deadline."""

    def __init__(
        self,
        engine: SearchEngine,
        scope: Scope,
        segments: Sequence[Segment],
        deadline: Deadline,
    ) -> None:
        self._engine, self._scope, self._deadline = engine, scope, deadline
        self._segments = segments
        terms = {term for segment in segments for term in segment.terms}
        # In about how many pages each word stands.
        self._often = engine.frequencies(scope, terms)

    def word_for_word(self, limit: int) -> Sought:
        """The pages that have the rarest stretch of each segment, in any order, the oldest first.

        Raise SearchTooSlow.
        """
        terms = [segment.terms for segment in self._segments]
        found = self._all([rarest(each, self._often) for each in terms], limit)
        if found.total > limit:  # of pages that are much alike only some have all of it
            with suppress(SearchTooSlow):
                parts = [part for each in terms for part in parted(each)]
                parts.sort(key=lambda part: sum(self._often.get(term, 0) for term in part))
                found = self._all(parts[:MOST_PARTS], limit)
        short = len(terms) == 1 and len(terms[0]) <= MOST_SIDE_BY_SIDE
        return Sought(found.ids, found.total, short)

    def _all(self, said: Sequence[Sequence[str]], limit: int) -> Sought:
        phrases = tuple(map(phrase, said))
        node = phrases[0] if len(phrases) == 1 else And(phrases, NOWHERE)
        return self._asked(node, limit, Sort.OLDEST)

    def nearly(self, limit: int) -> tuple[str, ...]:
        """The pages with the most runs of words and rare words of a quotation, the best first.

        Past the deadline it is told from what was found until then.
        """
        often, votes = self._often, Counter[str]()
        every = (*islice(runs(self._segments, often), MOST_RUNS), *rare(self._segments, often))
        with suppress(SearchTooSlow):
            for said in every:
                found = self._asked(phrase(said), PAGES_OF_RUN, Sort.RELEVANCE)
                # Runs weigh as their words do together; what half the pages have tells less.
                worth = len(said) / math.log2(2 + found.total)
                votes.update(dict.fromkeys(found.ids, worth))
        return tuple(id for id, _ in votes.most_common(limit))

    def _asked(self, node: Node, limit: int, sort: Sort) -> Sought:
        if self._scope is not Scope.ANYWHERE:
            node = Within(self._scope, node, NOWHERE)
        found = self._engine.search(
            Search(node=node, sort=sort, limit=limit, deadline=self._deadline.at)
        )
        return Sought(tuple(match.id for match in found.matches), found.total)


def phrase(terms: Sequence[str]) -> Phrase:
    """Words side by side, not stemmed."""
    return Phrase(" ".join(terms), NOWHERE)


def rarest(terms: Sequence[str], often: Mapping[str, int]) -> Sequence[str]:
    """The stretch of words, as long as may be asked for, whose words the fewest pages have."""
    starts = range(max(len(terms) - MOST_SIDE_BY_SIDE, 0) + 1)
    known = [often.get(term, 0) for term in terms]
    best = min(starts, key=lambda start: sum(known[start : start + MOST_SIDE_BY_SIDE]))
    return terms[best : best + MOST_SIDE_BY_SIDE]


def parted(terms: Sequence[str]) -> Iterator[Sequence[str]]:
    """Stretches that may be asked for, together all the words; neighbours share one."""
    for start in range(0, max(len(terms) - 1, 1), MOST_SIDE_BY_SIDE - 1):
        yield terms[start : start + MOST_SIDE_BY_SIDE]


def runs(segments: Sequence[Segment], often: Mapping[str, int]) -> Iterator[Sequence[str]]:
    """Runs of words that some page may have, the rarest first, hardly overlapping."""
    every = [
        (segment, start)
        for segment in segments
        for start in range(max(len(segment.tokens) - RUN_WORDS + 1, 1))
    ]

    def said(run: tuple[Segment, int]) -> Sequence[str]:
        return run[0].terms[run[1] : run[1] + RUN_WORDS]

    known = [run for run in every if all(often.get(term, 0) for term in said(run))]
    known.sort(key=lambda run: min(often[term] for term in said(run)))
    taken: set[tuple[int, int]] = set()
    for segment, start in known:
        places = {(id(segment), place) for place in range(start, start + RUN_WORDS)}
        if len(places & taken) <= 1:
            taken |= places
            yield segment.terms[start : start + RUN_WORDS]


def rare(segments: Sequence[Segment], often: Mapping[str, int]) -> list[tuple[str]]:
    """The rarest words that any page has."""
    known = {term for segment in segments for term in segment.terms if often.get(term, 0)}
    return [(term,) for term in sorted(known, key=lambda term: (often[term], term))[:MOST_WORDS]]
