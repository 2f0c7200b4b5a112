"""Texts at hand while groups are made: a bounded number, those used last."""

from collections.abc import Iterable

from archive import Archive
from indexer.copies.likeness import Likeness, likeness
from indexer.copies.phrases import Phrases, phrases_of

# Words of texts that are held, some 17 bytes each; and pairs that were compared.
MOST_WORDS = 2_000_000
MOST_PAIRS = 100_000


class Memory:
    """Texts of an archive by their keys, and how alike pairs of them are."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._texts: dict[str, Phrases] = {}
        self._words = 0
        self._pairs: dict[tuple[str, str], Likeness] = {}

    def keep(self, key: str, text: Phrases) -> None:
        """Hold a text; those that were not used for longest go."""
        if key not in self._texts:
            self._words += len(text.words)
        self._texts[key] = text
        while self._words > MOST_WORDS and len(self._texts) > 1:
            self._words -= len(self._texts.pop(next(iter(self._texts))).words)

    def likenesses(self, key: str, others: Iterable[str]) -> dict[str, Likeness]:
        """How alike a text is to each of the others that a document still has."""
        wanted = {other: (min(key, other), max(key, other)) for other in others}
        missing = [other for other, pair in wanted.items() if pair not in self._pairs]
        if missing:
            self._compare(key, missing)
        return {other: self._pairs[pair] for other, pair in wanted.items() if pair in self._pairs}

    def _compare(self, key: str, others: list[str]) -> None:
        if len(self._pairs) > MOST_PAIRS:
            self._pairs.clear()
        text = self._of(key)
        for other in others:
            compared = None if text is None else self._of(other)
            if text is not None and compared is not None:
                pair = (min(key, other), max(key, other))
                self._pairs[pair] = likeness(text, compared)

    def _of(self, key: str) -> Phrases | None:
        text = self._texts.pop(key, None)
        if text is None:
            text = next(map(phrases_of, self._archive.groups.texts([key]).values()), None)
            if text is None:
                return None
            self._words += len(text.words)
        self._words -= len(text.words)
        self.keep(key, text)
        return text
