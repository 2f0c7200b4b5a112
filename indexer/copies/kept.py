"""The texts that an archive keeps for their near-copies: found by bands, compared by phrases."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from archive import Archive
from archive.copy_groups import KeptText
from indexer.copies.leaders import Near
from indexer.copies.memory import Memory
from indexer.copies.sketch import Sketch, bands_of, packed, shared_slots, unpacked

# Of the shorter text's phrases, at least so many are on the other, by the sketches: near-copies
# have 0.75 or more, and a sketch of 128 slots errs by some 0.05 there (one standard error).
LEAST_CONTAINED = 0.6


class KeptTexts:
    """The texts of an archive, as `leaders.settle` sees them."""

    def __init__(self, archive: Archive) -> None:
        self._kept = archive.groups
        self._memory = Memory(archive)
        self._at_hand: dict[str, KeptText] = {}

    def load(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Read these texts anew, and forget all others; those that are kept."""
        self._at_hand = dict(self._kept.known(keys))
        return tuple(self._at_hand)

    def near(self, key: str, *, leading: bool = False) -> Iterator[Near]:
        """See leaders.Known."""
        leads = {one.key: one.leads for one in self._like(self._text(key), leading=leading)}
        for other, found in self._memory.likenesses(key, leads).items():
            if found.are_near:
                yield Near(other, found.share, leads[other])

    def leads(self, key: str) -> bool:
        """See leaders.Known."""
        return self._text(key).leads

    def join(self, key: str, leader: str, share: float) -> None:
        """See leaders.Known."""
        text, leads = self._text(key), key == leader
        if leads != text.leads:
            self._kept.mark(key, bands(text), leads=leads)
            self._at_hand[key] = replace(text, leads=leads)
        self._kept.join(key, leader, share)

    def came(self, sketches: Mapping[str, Sketch]) -> None:
        """Keep new texts: each leads that nothing is like; the others are in no group yet."""
        found = {key: bands_of(sketch.slots) for key, sketch in sketches.items()}
        among = Counter(band for some in found.values() for band in some)
        met = self._kept.met(among) | {band for band, count in among.items() if count > 1}
        for key, sketch in sketches.items():
            text = KeptText(key, packed(sketch.slots), sketch.phrases, met.isdisjoint(found[key]))
            self._kept.put(text, found[key])
            self._at_hand[key] = text

    def gone(self, key: str) -> Sequence[str]:
        """Forget a text that no document has; those that may have been near it where it led."""
        text = self._text(key)
        others = self._like(text, leading=False) if text.leads else []
        self._kept.remove(key, bands(text))
        return [one.key for one in others]

    def _text(self, key: str) -> KeptText:
        if key not in self._at_hand:
            self._at_hand |= self._kept.known([key])
        return self._at_hand[key]

    def _like(self, text: KeptText, *, leading: bool) -> list[KeptText]:
        """The other texts that have a band of it, and may be near by their sketches."""
        shares_band = self._kept.sharing(bands(text), leading=leading)
        others = [one for one in shares_band if one.key != text.key]
        if not others:
            return []
        sketches = unpacked([text.sketch, *(one.sketch for one in others)])
        shared = shared_slots(sketches[0], sketches[1:])
        sizes = np.array([one.phrases for one in others])
        both = shared / (1 + shared) * (sizes + text.phrases)
        likely = both >= LEAST_CONTAINED * np.minimum(sizes, text.phrases)
        return [one for one, is_likely in zip(others, likely, strict=True) if is_likely]


def bands(text: KeptText) -> tuple[int, ...]:
    """The bands of a kept text."""
    return bands_of(unpacked([text.sketch])[0])
