"""Answering a search from one commit: matches, order, facets, all from the same sets."""

import numpy as np

from indexer.deadline import COUNTING, Deadline
from indexer.engine import Found, Match, Search, Sort
from indexer.engines.cursor import CHANGED, Position, decode, encode
from indexer.engines.matches import paging
from indexer.engines.matches.counting import count, narrowed, narrowings, selected
from indexer.engines.matches.histogram import histogram
from indexer.engines.matches.ordering import ordered
from indexer.engines.whoosh_engine import scoring
from indexer.engines.whoosh_engine.reading import Reading
from indexer.engines.whoosh_engine.resolve import Resolver
from indexer.engines.whoosh_engine.snapshot import Snapshot
from indexer.errors import BadCursor


def answer(snapshot: Snapshot, search: Search, deadline: Deadline) -> Found:
    """What SearchEngine.search answers. Raise SearchTooSlow past the deadline."""
    reading = Reading(snapshot, deadline)
    resolver = Resolver(reading)
    queried = resolver.resolve(search.node)
    chosen = selected(search)
    narrowing = narrowings(reading, chosen)
    found = narrowed(queried, narrowing)
    total = int(np.count_nonzero(found))
    after = decode(search)
    rest_on = statistics(snapshot, resolver, after)
    reading.check(COUNTING)
    scored = scoring.scores(snapshot, resolver.leaves, rest_on)
    order = ordered(snapshot, scored, search.sort)
    page = paging.page(snapshot, found, order, after, search.limit, fold=search.fold)
    matches = tuple(
        Match(snapshot.id(doc), float(scored[doc]), tuple(map(snapshot.id, copies)))
        for doc, copies in zip(page.docs.tolist(), page.copies, strict=True)
    )
    following = None
    if page.more and matches:
        row = rest_on.flat() if search.sort is Sort.RELEVANCE else ()
        following = encode(Position(page.last, matches[-1].id, row, page.reached), search)
    counted = tuple(
        count(reading, name, queried, narrowing, chosen, search.facet_size)
        for name in search.facets
    )
    dated = None
    if search.histogram:
        dated = histogram(snapshot, found, narrowed(queried, narrowing, sideways="year"))
    return Found(total, matches, counted, page.offset, following, page.groups, dated)


def statistics(
    snapshot: Snapshot, resolver: Resolver, after: Position | None
) -> scoring.Statistics:
    """Those of this commit, or those that the first page was scored by."""
    if after is None or not after.statistics:
        return scoring.statistics(snapshot, resolver.leaves)
    try:
        return scoring.of_cursor(after.statistics, resolver.leaves)
    except ValueError as error:
        raise BadCursor(CHANGED) from error
