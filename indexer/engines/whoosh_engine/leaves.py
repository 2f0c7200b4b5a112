"""Where words, phrases, patterns and chains of them stand in one part of the documents."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from indexer import analysis, nearness
from indexer.engines.whoosh_engine.adjacent import (
    NO_PLACES,
    beginnings,
    holding_all,
    in_sequence,
    places,
    postings_of,
)
from indexer.engines.whoosh_engine.postings import NONE, Postings
from indexer.engines.whoosh_engine.schema import BOUNDED
from indexer.engines.whoosh_engine.snapshot import Snapshot
from indexer.nearness import Occurrences, Places
from indexer.query.nodes import Expanded, Loose, Near, Node, Or, Phrase, Unit, Word
from indexer.query.words import query_words

Slots = list[frozenset[str]]


def postings_of_leaf(
    snapshot: Snapshot, part: str, node: Word | Phrase | Expanded | Loose | Near
) -> Postings:
    """The documents whose title, text or removed text holds it, and how often."""
    match node:
        case Loose(text, words):
            terms = analysis.terms(text)
            return postings_of(loosely(snapshot, f"{part}_words", terms, words))
        case Near(nodes, links):
            things = [occurrences(snapshot, part, each) for each in nodes]
            units = {link.unit for link in links} - {Unit.WORDS}
            bounds = {unit: unit_starts(snapshot, part, unit) for unit in units}
            whole = nearness.chained(things, links, bounds if part in BOUNDED else {})
            return postings_of(np.sort(whole[-1].starts))
        case _:
            kind, slots = slots_of(node)
            return in_sequence(snapshot, f"{part}_{kind}", slots) if slots else NONE


def loosely(snapshot: Snapshot, field: str, terms: Sequence[str], words: int) -> Places:
    """Where each stretch begins that holds all the terms, as often as they were given.

    It is as long as the terms side by side, and `words` - 1 longer.
    """
    wanted = Counter(terms)
    slots = [frozenset({term}) for term in wanted]
    candidates = holding_all(snapshot, field, slots)
    if not slots or not candidates.any():
        return NO_PLACES
    of_terms = [places(snapshot, field, slot, candidates) for slot in slots]
    return nearness.stretches(of_terms, [*wanted.values()], len(terms) + words - 1)


def occurrences(snapshot: Snapshot, part: str, node: Node) -> Occurrences:
    """Every place of a thing that stands in a chain."""
    if isinstance(node, Or):
        return nearness.joined([occurrences(snapshot, part, each) for each in node.nodes])
    if not isinstance(node, Word | Phrase | Expanded):
        raise ValueError(f"{node!r} cannot stand in a chain.")
    kind, slots = slots_of(node)
    if not slots:
        return Occurrences(NO_PLACES, NO_PLACES)
    starts = beginnings(snapshot, f"{part}_{kind}", slots, snapshot.live)
    return Occurrences(starts, starts + (len(slots) - 1))


def unit_starts(snapshot: Snapshot, part: str, unit: Unit) -> Places:
    """Where sentences or paragraphs begin."""
    return places(snapshot, f"{part}_bounds", frozenset({unit.value}), snapshot.live)


def slots_of(node: Word | Phrase | Expanded) -> tuple[str, Slots]:
    """Which kind of terms to look for, and for each word in sequence which of them will do."""
    match node:
        case Phrase(text):
            return "words", [frozenset({term}) for term in analysis.terms(text)]
        case Expanded(_, terms):
            return "words", [frozenset(terms)] if terms else []
        case Word(text):
            return "stems", [analysis.stems(term) for term in query_words(text)]
