"""Where words, phrases, patterns and chains of them stand in one part of the documents."""

from collections import Counter
from collections.abc import Sequence
from functools import partial, reduce

import numpy as np

from indexer import analysis, nearness
from indexer.deadline import NEARNESS
from indexer.engines.matches.arrays import Mask
from indexer.engines.matches.entry import BOUNDED
from indexer.engines.matches.looking import Slots, slots_of
from indexer.engines.whoosh_engine.adjacent import (
    NO_PLACES,
    beginnings,
    holding_all,
    in_sequence,
    places,
    postings_of,
)
from indexer.engines.whoosh_engine.postings import NONE, Postings
from indexer.engines.whoosh_engine.reading import Reading
from indexer.nearness import Occurrences, Places
from indexer.query.nodes import Expanded, Loose, Near, Node, Or, Phrase, Unit, Word


def postings_of_leaf(
    reading: Reading, part: str, node: Word | Phrase | Expanded | Loose | Near
) -> Postings:
    """The documents whose title, text or removed text holds it, and how often.

    Kept for the next pages and narrowings of a search.
    """
    known = reading.snapshot.leaf(part, node)
    if known is None:
        known = looked_up(reading, part, node)
        reading.snapshot.keep_leaf(part, node, known)
    return known


def looked_up(
    reading: Reading, part: str, node: Word | Phrase | Expanded | Loose | Near
) -> Postings:
    """As `postings_of_leaf`, made anew."""
    match node:
        case Loose(text, words):
            terms = analysis.terms(text)
            return postings_of(loosely(reading, f"{part}_words", terms, words))
        case Near(nodes, links):
            candidates = reduce(np.logical_and, (holding(reading, part, each) for each in nodes))
            things = [occurrences(reading, part, each, candidates) for each in nodes]
            units = {link.unit for link in links} - {Unit.WORDS}
            bounds = {unit: unit_starts(reading, part, unit, candidates) for unit in units}
            bounds = bounds if part in BOUNDED else {}
            whole = nearness.chained(things, links, bounds, partial(reading.check, NEARNESS))
            return postings_of(np.sort(whole[-1].starts))
        case _:
            kind, slots = slots_of(node)
            return in_sequence(reading, f"{part}_{kind}", slots) if slots else NONE


def loosely(reading: Reading, field: str, terms: Sequence[str], words: int) -> Places:
    """Where each stretch begins that holds all the terms, as often as they were given.

    It is as long as the terms side by side, and `words` - 1 longer.
    """
    wanted = Counter(terms)
    slots = [frozenset({term}) for term in wanted]
    candidates = holding_all(reading, field, slots)
    if not slots or not candidates.any():
        return NO_PLACES
    of_terms = [places(reading, field, slot, candidates) for slot in slots]
    return nearness.stretches(of_terms, [*wanted.values()], len(terms) + words - 1)


def holding(reading: Reading, part: str, node: Node) -> Mask:
    """The documents that hold every word of a thing that stands in a chain."""
    if isinstance(node, Or):
        return reduce(np.logical_or, (holding(reading, part, each) for each in node.nodes))
    kind, slots = slots_in_chain(node)
    return holding_all(reading, f"{part}_{kind}", slots)


def occurrences(reading: Reading, part: str, node: Node, candidates: Mask) -> Occurrences:
    """Every place in the candidates of a thing that stands in a chain."""
    if isinstance(node, Or):
        parts = [occurrences(reading, part, each, candidates) for each in node.nodes]
        return nearness.joined(parts)
    kind, slots = slots_in_chain(node)
    if not slots:
        return Occurrences(NO_PLACES, NO_PLACES)
    starts = beginnings(reading, f"{part}_{kind}", slots, candidates)
    return Occurrences(starts, starts + (len(slots) - 1) if len(slots) > 1 else starts)


def unit_starts(reading: Reading, part: str, unit: Unit, candidates: Mask) -> Places:
    """Where sentences or paragraphs of the candidates begin."""
    return places(reading, f"{part}_bounds", frozenset({unit.value}), candidates)


def slots_in_chain(node: Node) -> tuple[str, Slots]:
    """As `slots_of`, of what may stand in a chain."""
    if not isinstance(node, Word | Phrase | Expanded):
        raise ValueError(f"{node!r} cannot stand in a chain.")
    return slots_of(node)
