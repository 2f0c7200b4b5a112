"""Groups kept up to date: what came and what went is compared with what may be near it, no more."""

from collections.abc import Mapping
from types import MappingProxyType

from archive import Archive
from indexer.copies.kept import KeptTexts
from indexer.copies.leaders import settle
from indexer.copies.sketch import Sketch, sketch_of

# Texts that are settled in one transaction: more would hold other writers up for long.
TEXTS_AT_ONCE = 200

NONE_MADE: Mapping[str, Sketch | None] = MappingProxyType({})


class Groups:
    """The groups of an archive's near-copies."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._groups = archive.groups
        self._texts = KeptTexts(archive)

    def update(self, made: Mapping[str, Sketch | None] = NONE_MADE) -> int:
        """Settle every text that came or went since; return how many there were.

        made: sketches that are at hand, by the text's key; None for a text that is too short

        Inside a batch of the archive it is a part of that. Else it is kept every TEXTS_AT_ONCE
        texts: what is cut off goes on from there when it is next called. Raise ArchiveError.
        """
        settled = 0
        while self._groups.waiting(1):
            with self._archive.batch():
                settled += self._forget() + self._settle(made)
        return settled

    def _forget(self) -> int:
        """Forget the texts that went; those that may have been near one that led wait too."""
        forgotten = 0
        while went := self._groups.unused(TEXTS_AT_ONCE):
            kept = self._texts.load(went)
            asked = {near for key in kept for near in self._texts.gone(key)}
            self._groups.done(went)
            self._groups.wait(asked)
            forgotten += len(went)
        return forgotten

    def _settle(self, made: Mapping[str, Sketch | None]) -> int:
        """Settle the first texts that wait, in the order of their keys."""
        keys = self._groups.waiting(TEXTS_AT_ONCE)
        kept = self._texts.load(keys)
        came = {key: made[key] for key in keys if key not in kept and key in made}
        unread = [key for key in keys if key not in kept and key not in made]
        came |= {key: sketch_of(text) for key, text in self._groups.texts(unread).items()}
        sketches = {key: sketch for key, sketch in came.items() if sketch is not None}
        self._texts.came(sketches)
        settle(self._texts, [*kept, *sketches])
        self._groups.done(keys)
        return len(keys)
