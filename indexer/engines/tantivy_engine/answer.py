"""Answering a search from one commit: matches, order, facets, all from the same sets."""

from dataclasses import dataclass, replace

import numpy as np

from indexer.deadline import COUNTING, Deadline
from indexer.engine import Found, Match, Search, Sort
from indexer.engines.cursor import Position, decode, encode
from indexer.engines.matches import paging
from indexer.engines.matches.column import Column
from indexer.engines.matches.counting import count, narrowed, narrowings, selected
from indexer.engines.matches.histogram import histogram
from indexer.engines.matches.ordering import ordered
from indexer.engines.tantivy_engine.errors import damage_is_ours
from indexer.engines.tantivy_engine.ranking import Ranking
from indexer.engines.tantivy_engine.resolve import Resolver
from indexer.engines.tantivy_engine.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class InTime:
    """The columns of a snapshot, as long as there is time."""

    snapshot: Snapshot
    deadline: Deadline

    def column(self, name: str) -> Column:
        """The values of a facet. Raise SearchTooSlow past the deadline."""
        self.deadline.check(COUNTING)
        with self.deadline.uncounted():
            return self.snapshot.column(name)


def answer(snapshot: Snapshot, search: Search, deadline: Deadline) -> Found:
    """What SearchEngine.search answers. Raise SearchTooSlow past the deadline."""
    columns = InTime(snapshot, deadline)
    after = decode(search)
    chosen = selected(search)
    with damage_is_ours("read"):
        queried = Resolver(snapshot, deadline).resolve(search.node)
        narrowing = narrowings(columns, chosen)
        found = narrowed(queried, narrowing)
        total = int(np.count_nonzero(found))
        deadline.check(COUNTING)
        ranking = Ranking(snapshot, search, chosen, after)
        scored = ranking.scores(found, total)
    order = ordered(snapshot, scored, search.sort)
    page = paging.page(snapshot, found, order, after, search.limit, fold=search.fold)
    with damage_is_ours("read"):
        if search.sort is not Sort.RELEVANCE:
            scored = ranking.scores_of(page.docs)
    matches = tuple(
        Match(snapshot.id(row), float(scored[row]), tuple(map(snapshot.id, copies)))
        for row, copies in zip(page.docs.tolist(), page.copies, strict=True)
    )
    following = None
    if page.more and matches:
        row: tuple[float, ...] = ()
        if search.sort is Sort.RELEVANCE:
            row = replace(ranking.rest_on, offset=float(page.offset + len(matches))).flat()
        following = encode(Position(page.last, matches[-1].id, row, page.reached), search)
    counted = tuple(
        count(columns, name, queried, narrowing, chosen, search.facet_size)
        for name in search.facets
    )
    dated = None
    if search.histogram:
        dated = histogram(snapshot, found, narrowed(queried, narrowing, sideways="year"))
    return Found(total, matches, counted, page.offset, following, page.groups, dated)
