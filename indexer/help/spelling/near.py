"""The words of the archive that are written most like one that it does not have.

Candidates differ by few letters (optimal string alignment, as in `polise~2`): none where the word
has under four, since any short word is near many. How often people mistype against how often they
mean a word decides their order, as in Kernighan, Church and Gale, "A spelling correction program
based on a noisy channel model" (COLING 1990): each letter costs as much as a thousandfold rarity.
"""

import math
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.engine import SearchEngine
from indexer.query.nodes import Scope

# Letters that may be other, by how many a word has at least.
MOST_EDITS = ((10, 3), (6, 2), (4, 1))
SHORTEST_HALF = 2
# Beside an apostrophe one letter is a word: "dont", "Obrien", "limmigration".
SHORTEST_AT_APOSTROPHE = 1
# The shorter side of one has no more ("we’re", "qu’elle"); a shorter whole could be anything.
LETTERS_AT_APOSTROPHE = 2
SHORTEST_WITHOUT_APOSTROPHE = 3

# In powers of ten: what a letter costs, and what the first letter costs besides. People rarely
# mistype the first (Pollock and Zamora, "Automatic spelling correction in scientific and
# scholarly text", CACM 1984: 7 % of errors).
COST_OF_EDIT = 3.0
COST_OF_FIRST = 1.5

# Words kept of one scope and first letter, the most frequent first: some 60 bytes each.
MOST_WORDS = 100_000
# Scopes and letters kept; the alphabet in title and text, and some names.
MOST_LISTS = 48


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may have been meant.

    term:  a folded word, or two with a space between them
    score: the higher the likelier
    """

    term: str
    score: float


@dataclass(frozen=True, slots=True)
class Listed:
    """The words of a scope that begin alike, as of a sequence number of the index."""

    reached: int
    terms: tuple[str, ...]
    documents: tuple[int, ...]


def most_edits(term: str) -> int:
    """How many letters of a word may be other; 0 for short words and what holds digits."""
    if not term.isalpha():
        return 0
    return next((edits for letters, edits in MOST_EDITS if len(term) >= letters), 0)


class Words:
    """The archive's words, read from the index as they are needed. Safe for many threads."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Scope, str], Listed] = OrderedDict()

    def near(self, term: str, scope: Scope) -> list[Candidate]:
        """The words written most like a folded one, likeliest first; itself left out."""
        edits = most_edits(term)
        if not edits:
            return []
        found = list(self._within(term, scope, term[0], edits))
        if not found:
            found = list(self._within(term, scope, "", min(edits, 2)))
        return sorted(found, key=lambda each: (-each.score, each.term))

    def _within(self, term: str, scope: Scope, prefix: str, edits: int) -> Iterator[Candidate]:
        from rapidfuzz.distance import OSA  # only who mistypes waits for it
        from rapidfuzz.process import extract

        known = self._listed(scope, prefix)
        near = extract(term, known.terms, scorer=OSA.distance, score_cutoff=edits, limit=None)
        for other, distance, place in near:
            if distance and other.isalpha():
                often = math.log10(max(1, known.documents[place]))
                first = 0.0 if other[0] == term[0] else COST_OF_FIRST
                yield Candidate(other, often - COST_OF_EDIT * distance - first)

    def halves(self, term: str, scope: Scope) -> list[Candidate]:
        """Two words of the archive that were typed as one; whether they stand together is open."""
        return self._parted(term, scope, SHORTEST_HALF)

    def at_apostrophe(self, term: str, scope: Scope) -> list[Candidate]:
        """Those that an apostrophe may have parted; whether pages write one there is open."""
        if len(term) < SHORTEST_WITHOUT_APOSTROPHE:
            return []
        parted = self._parted(term, scope, SHORTEST_AT_APOSTROPHE)
        near = [two for two in parted if min(map(len, two.term.split())) <= LETTERS_AT_APOSTROPHE]
        # People leave apostrophes out by habit: none of a slip's rarity.
        return [Candidate(two.term, two.score + COST_OF_EDIT) for two in near]

    def _parted(self, term: str, scope: Scope, shortest: int) -> list[Candidate]:
        """Each way to part a word into two of the archive's, likeliest first."""
        if not term.isalpha():
            return []
        ways = range(shortest, len(term) - shortest + 1)
        pieces = {piece for place in ways for piece in (term[:place], term[place:])}
        known = self.documents(scope, pieces)
        both = ((term[:place], term[place:]) for place in ways)
        rarer = {f"{a} {b}": min(known.get(a, 0), known.get(b, 0)) for a, b in both}
        found = [Candidate(two, score(often)) for two, often in rarer.items() if often]
        return sorted(found, key=lambda each: (-each.score, each.term))

    def whole(self, first: str, second: str, scope: Scope) -> list[Candidate]:
        """One word of the archive that was typed as two."""
        often = self.documents(scope, (first + second,)).get(first + second, 0)
        return [Candidate(first + second, score(often))] if often else []

    def documents(self, scope: Scope, terms: set[str] | tuple[str, ...]) -> dict[str, int]:
        """In about how many documents each term stands."""
        return dict(self._engine.frequencies(scope, terms))

    def _listed(self, scope: Scope, prefix: str) -> Listed:
        reached, key = self._engine.reached(), (scope, prefix)
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None and kept.reached == reached:
                self._kept.move_to_end(key)
                return kept
        known = list(self._engine.vocabulary(scope, prefix))
        if len(known) > MOST_WORDS:
            known = sorted(known, key=lambda each: -each.documents)[:MOST_WORDS]
        listed = Listed(
            reached, tuple(each.term for each in known), tuple(each.documents for each in known)
        )
        with self._lock:
            self._kept[key] = listed
            while len(self._kept) > MOST_LISTS:
                self._kept.popitem(last=False)
        return listed


def score(documents: int) -> float:
    """Of words that differ by one space."""
    return math.log10(documents) - COST_OF_EDIT
