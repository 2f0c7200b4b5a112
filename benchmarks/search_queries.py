"""The queries of the search benchmark: eight kinds in turn, drawn from the documents by a seed."""

import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from whoosh.analysis import STOP_WORDS

from archive.document import Document
from benchmarks.search_peers import value_of

SEED = 20_170_220
QUERIES = 200

# Documents that words are drawn from, each as likely as any other.
SAMPLED = 2_000

# Words and pairs of words that are called common: so many of the commonest.
COMMON = 60

# Shorter words are not drawn, in letters.
SHORTEST = 4

KINDS = ("common", "rare", "and", "or", "phrase", "prefix", "filtered", "everything")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, for every engine to put in its own words.

    words: one, two next to each other for a phrase, or the start of a word; none for everything
    city, year: the values that the documents must have, for the filtered kind
    """

    kind: str
    words: tuple[str, ...] = ()
    city: str = ""
    year: str = ""

    @property
    def text(self) -> str:
        """The words as Fonds, Whoosh and FTS5 all take them."""
        if self.kind == "phrase":
            return f'"{" ".join(self.words)}"'
        joined = " OR " if self.kind == "or" else " AND "
        return joined.join(self.words) + ("*" if self.kind == "prefix" else "")


class Sample:
    """Words of some documents, by how many of them say each."""

    def __init__(self, documents: Iterable[Document], chance: random.Random) -> None:
        kept = reservoir(documents, chance)
        said = [re.findall(r"[a-z]+", document.text.lower()) for document in kept]
        counts = Counter(word for words in said for word in sorted(set(words)) if telling(word))
        pairs = Counter(
            pair
            for words in said
            for pair in sorted(set(pairwise(words)))
            if telling(pair[0]) and telling(pair[1])
        )
        self.common = [word for word, _ in counts.most_common(COMMON)]
        self.middling = [word for word, n in counts.items() if 20 <= n <= 200] or self.common
        self.rare = [word for word, n in counts.items() if n <= 3] or self.middling
        self.pairs = [pair for pair, _ in pairs.most_common(COMMON)]
        self.dated = [
            (city, year)
            for document in kept
            if (city := value_of(document, "city")) and (year := value_of(document, "year"))
        ] or [("", "")]


def telling(word: str) -> bool:
    """Whether every engine looks for a word: Whoosh's stemming analyzer leaves some out."""
    return len(word) >= SHORTEST and word not in STOP_WORDS


def reservoir(documents: Iterable[Document], chance: random.Random) -> list[Document]:
    """So many of a stream, each as likely as any other."""
    kept: list[Document] = []
    for number, document in enumerate(documents):
        if number < SAMPLED:
            kept.append(document)
        elif (place := chance.randrange(number + 1)) < SAMPLED:
            kept[place] = document
    return kept


def mixed_queries(documents: Iterable[Document], count: int = QUERIES) -> list[Asked]:
    """As many as asked, the same ones for the same documents."""
    chance = random.Random(SEED)
    sample = Sample(documents, chance)
    return [drawn(KINDS[number % len(KINDS)], sample, chance) for number in range(count)]


def drawn(kind: str, sample: Sample, chance: random.Random) -> Asked:
    """One query of a kind."""
    draw = chance.choice
    if kind == "everything":
        return Asked(kind)
    if kind == "filtered":
        city, year = draw(sample.dated)
        return Asked(kind, (draw(sample.common),), city, year)
    if kind == "phrase":
        return Asked(kind, draw(sample.pairs))
    if kind == "prefix":
        return Asked(kind, (draw(sample.middling)[:SHORTEST],))
    if kind in ("and", "or"):
        return Asked(kind, (draw(sample.middling), draw(sample.common)))
    return Asked(kind, (draw(sample.common if kind == "common" else sample.rare),))
