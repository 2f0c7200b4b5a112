"""A sketch of a text: 256 bytes by which texts that share phrases are found among very many.

MinHash by one permutation: the phrases, which are evenly spread numbers, are dealt into 128 slots
by their first bits, and each slot keeps its lowest. Two texts have the same in as many of the slots
as they share of their phrases together (P. Li, A. Owen and C.-H. Zhang, "One permutation hashing",
2012). A slot that no phrase fell into takes what another has, chosen alike for all texts
(A. Shrivastava, "Optimal densification for fast and accurate minwise hashing", 2017).

Five slots make a band. Texts that have a band in common are compared: of those that share half of
their phrases it finds 55 in 100, of two thirds 97, of four fifths all but one in 10,000.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.copies.phrases import GOLDEN, hashed_phrases, mixed, numbered, said_in

# Shorter texts are copies only when they say exactly the same: among so few words one word makes
# another notice.
MIN_WORDS = 100
SLOT_BITS = 7
SLOTS = 1 << SLOT_BITS
BAND_SLOTS = 5
BANDS = SLOTS // BAND_SLOTS

Slots = npt.NDArray[np.uint16]

# The lowest number of each slot.
EDGES = np.arange(SLOTS, dtype=np.uint64) << np.uint64(64 - SLOT_BITS)
NUMBERS = np.arange(SLOTS)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text.

    slots:   the lowest phrase of each slot, 16 bits of it
    phrases: how many different phrases the text has
    """

    slots: Slots
    phrases: int


def sketch_of(text: str) -> Sketch | None:
    """The sketch of a text; None where it is too short to have near-copies."""
    said = said_in(text)
    if len(said) < MIN_WORDS:
        return None
    known = np.sort(hashed_phrases(numbered(said)))
    known = known[np.append(True, known[1:] != known[:-1])]  # many times as fast as np.unique
    first = np.searchsorted(known, EDGES)
    filled = first < np.append(first[1:], len(known))
    lowest = known[np.minimum(first, len(known) - 1)][sources(filled)]
    return Sketch(mixed(lowest + NUMBERS.astype(np.uint64)).astype(np.uint16), len(known))


def sources(filled: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """For each slot the one whose number it takes: its own where something fell into it."""
    source, empty, tries = NUMBERS.copy(), np.flatnonzero(~filled), 0
    while len(empty):
        tries += 1
        drawn = mixed((empty + tries * SLOTS).astype(np.uint64) * GOLDEN)
        other = (drawn >> np.uint64(64 - SLOT_BITS)).astype(np.intp)
        source[empty] = other
        empty = empty[~filled[other]]
    return source


def bands_of(slots: Slots) -> tuple[int, ...]:
    """The bands of a text: signed 64 bits each, as databases keep numbers."""
    parts = slots[: BANDS * BAND_SLOTS].astype(np.uint64).reshape(BANDS, BAND_SLOTS)
    found = np.arange(1, BANDS + 1, dtype=np.uint64) * GOLDEN
    for slot in range(BAND_SLOTS):
        found = mixed(found ^ parts[:, slot])
    return tuple(found.view(np.int64).tolist())


def packed(slots: Slots) -> bytes:
    """The bytes that are stored."""
    return slots.astype("<u2").tobytes()


def unpacked(stored: Sequence[bytes]) -> Slots:
    """What `packed` gave, as rows of one table."""
    table = np.frombuffer(b"".join(stored), "<u2")
    return table.reshape(len(stored), SLOTS).astype(np.uint16)


def shared_slots(slots: Slots, others: Slots) -> npt.NDArray[np.float64]:
    """With each of the others, the share of phrases that are on both, about (0-1)."""
    return np.asarray((others == slots).mean(axis=1))
