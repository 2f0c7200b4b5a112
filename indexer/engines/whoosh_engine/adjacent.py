"""Words next to each other: a phrase, or one typed word that is several ("co-operation").

Every occurrence becomes one number, document << 32 | position. The occurrences of the second word
less 1 that are occurrences of the first word too are where both stand in sequence, and so on.
"""

from collections.abc import Sequence

import numpy as np

from indexer.engines.matches.arrays import Mask
from indexer.engines.whoosh_engine.postings import NONE, Postings
from indexer.engines.whoosh_engine.reading import Reading
from indexer.nearness import DOCUMENT_BITS, Places

NO_PLACES: Places = np.empty(0, np.int64)

# From here on, looking each number up beats merging both lists.
MUCH_LONGER = 16


def in_sequence(reading: Reading, field: str, slots: Sequence[frozenset[str]]) -> Postings:
    """The documents where one term of each slot stands in sequence in a field, and how often."""
    if len(slots) == 1:
        return any_of(reading, field, slots[0])
    return postings_of(beginnings(reading, field, slots, reading.live))


def beginnings(
    reading: Reading, field: str, slots: Sequence[frozenset[str]], candidates: Mask
) -> Places:
    """Where the slots stand in sequence in the candidates: the first one's places, ascending."""
    candidates = candidates & holding_all(reading, field, slots)
    if not candidates.any():
        return NO_PLACES
    # The rarest first: what is left after each step can only shrink.
    slot_places = [
        places(reading, field, slot, candidates) - offset for offset, slot in enumerate(slots)
    ]
    left, *others = sorted(slot_places, key=len)
    for other in others:
        left = in_both(left, other)
    return left


def postings_of(found: Places) -> Postings:
    """The documents of some places, ascending, and how many each has."""
    docs = (found >> DOCUMENT_BITS).astype(np.uint32)
    begins = np.flatnonzero(np.diff(docs, prepend=docs[:1] + np.uint32(1)))
    counts = np.diff(begins, append=len(docs)).astype(np.uint32)
    return Postings(docs[begins], counts, NONE.positions)


def any_of(reading: Reading, field: str, terms: frozenset[str]) -> Postings:
    """The documents that hold any of the terms, and how often."""
    found = [part for t in sorted(terms) if len((part := reading.postings(field, t)).docs)]
    if len(found) <= 1:
        return found[0] if found else NONE
    counts = np.zeros(reading.size, np.uint32)
    for part in found:
        counts[part.docs] += part.counts
    docs = np.flatnonzero(counts)
    return Postings(docs.astype(np.uint32), counts[docs], NONE.positions)


def holding_all(reading: Reading, field: str, slots: Sequence[frozenset[str]]) -> Mask:
    """The documents that hold a term of every slot, wherever it stands."""
    left: Mask = reading.live
    for slot in set(slots):
        holding: Mask = np.zeros(reading.size, bool)
        for term in slot:
            holding[reading.postings(field, term).docs] = True
        left = left & holding
    return left


def places(reading: Reading, field: str, slot: frozenset[str], candidates: Mask) -> Places:
    """Every occurrence of the slot's terms in the candidates, ascending."""
    found = []
    for term in slot:
        postings = reading.postings(field, term, positions=True)
        numbers = np.repeat(postings.docs.astype(np.int64) << DOCUMENT_BITS, postings.counts)
        numbers |= postings.positions
        found.append(numbers[np.repeat(candidates[postings.docs], postings.counts)])
    if len(found) == 1:
        return found[0]
    if not found:
        return NO_PLACES
    joined = np.concatenate(found)
    joined.sort()
    return joined


def in_both(some: Places, others: Places) -> Places:
    """What two ascending lists share; each holds a number once."""
    if len(some) * MUCH_LONGER < len(others):
        at = np.searchsorted(others, some)
        at[at == len(others)] = 0
        found: Places = some[others[at] == some]
        return found
    merged = np.concatenate((some, others))
    merged.sort(kind="stable")  # two runs: merging them, not sorting
    both: Places = merged[:-1][merged[1:] == merged[:-1]]
    return both
