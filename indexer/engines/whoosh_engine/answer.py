"""Answering a search from one commit: matches, order, facets, all from the same sets."""

from collections.abc import Mapping
from functools import reduce

import numpy as np

from indexer import fields
from indexer.deadline import COUNTING, Deadline
from indexer.engine import Facet, Found, Match, Search, Sort
from indexer.engines.cursor import CHANGED, Position, decode, encode
from indexer.engines.whoosh_engine import facets, paging, scoring
from indexer.engines.whoosh_engine.histogram import histogram
from indexer.engines.whoosh_engine.ordering import ordered
from indexer.engines.whoosh_engine.postings import Mask
from indexer.engines.whoosh_engine.reading import Reading
from indexer.engines.whoosh_engine.resolve import Resolver
from indexer.engines.whoosh_engine.rows import Columns
from indexer.engines.whoosh_engine.snapshot import Snapshot
from indexer.errors import BadCursor

Chosen = Mapping[str, frozenset[str]]


def answer(snapshot: Snapshot, search: Search, deadline: Deadline) -> Found:
    """What SearchEngine.search answers. Raise SearchTooSlow past the deadline."""
    reading = Reading(snapshot, deadline)
    resolver = Resolver(reading)
    queried = resolver.resolve(search.node)
    chosen = selected(search)
    narrowing = {name: reading.column(name).having(values) for name, values in chosen.items()}
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
        dated = histogram(snapshot, found, narrowed(queried, narrowing, without="year"))
    return Found(total, matches, counted, page.offset, following, page.groups, dated)


def selected(search: Search) -> Chosen:
    """The selected values by facet; an empty selection narrows nothing."""
    chosen: dict[str, frozenset[str]] = {}
    for selection in search.selections:
        if selection.field not in fields.BY_NAME:
            raise ValueError(f"There is no facet {selection.field!r}.")
        if selection.values:
            chosen[selection.field] = chosen.get(selection.field, frozenset()) | selection.values
    return chosen


def narrowed(queried: Mask, narrowing: Mapping[str, Mask], without: str = "") -> Mask:
    """What the query means, narrowed by all selections but those of one facet."""
    masks = (mask for name, mask in narrowing.items() if name != without)
    return reduce(np.logical_and, masks, queried)


def count(
    columns: Columns,
    name: str,
    queried: Mask,
    narrowing: Mapping[str, Mask],
    chosen: Chosen,
    size: int,
) -> Facet:
    """The counts of one facet, as if nothing were selected in it."""
    if name not in fields.BY_NAME:
        raise ValueError(f"There is no facet {name!r}.")
    within = narrowed(queried, narrowing, without=name)
    return facets.facet(name, columns.column(name), within, chosen.get(name, frozenset()), size)


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
