"""A plain BM25 to stand beside: what any search library does when nobody thinks about it.

Title and text are one bag of Snowball stems; nothing is left out; a page is found by any word.

    score(d) = sum over the query's words, as often as they were typed, of
               ln(1 + (N - n + 0.5) / (n + 0.5)) * f / (f + k1 * (1 - b + b * length / mean length))

with k1 0.9 and b 0.4, the parameters that Anserini takes for its baselines (Yang, Fang and Lin,
"Anserini: reproducible ranking baselines using Lucene", JDIQ 2018).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from indexer import analysis

K1 = 0.9
B = 0.4


class PlainBM25:
    """An index of documents (id, text) in one language, in memory."""

    def __init__(self, documents: Iterable[tuple[str, str]], language: str) -> None:
        self._language = language
        self._postings: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._lengths: dict[str, int] = {}
        for name, text in documents:
            counts = Counter(self._stems(text))
            self._lengths[name] = counts.total()
            for stem, count in counts.items():
                self._postings[stem].append((name, count))
        self._mean = max(1.0, sum(self._lengths.values()) / max(1, len(self._lengths)))

    def rank(self, query: str, depth: int) -> list[str]:
        """The ids of the best `depth` documents, best first; ties by id."""
        scores = self.scores(query)
        return sorted(scores, key=lambda name: (-scores[name], name))[:depth]

    def scores(self, query: str) -> dict[str, float]:
        """The score of each document that has any of the words."""
        scores: defaultdict[str, float] = defaultdict(float)
        for stem, times in Counter(self._stems(query)).items():
            postings = self._postings.get(stem, ())
            absent = len(self._lengths) - len(postings)
            rarity = math.log1p((absent + 0.5) / (len(postings) + 0.5))
            for name, count in postings:
                slack = K1 * (1 - B + B * self._lengths[name] / self._mean)
                scores[name] += times * rarity * count / (count + slack)
        return scores

    def _stems(self, text: str) -> list[str]:
        return [analysis.stem(term, self._language) for term in analysis.terms(text)]
