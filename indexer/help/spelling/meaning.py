"""“Did you mean”: the whole query with its words brought to the archive's, where that finds more.

A word is doubted where no page has it. Its likeliest replacements are put in its place, as pages
write them, and each such query is searched before it is shown. A query that has hits is let alone,
except where it has very few and another spelling has a hundred times as many.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from archive import Archive
from indexer.analysis import stems
from indexer.engine import Meant, Search, SearchEngine
from indexer.help.spelling.asked import Asked, asked_words, side_by_side
from indexer.help.spelling.near import Candidate, Words
from indexer.help.spelling.rewriting import Change, changed
from indexer.help.spelling.written import Written
from indexer.query.nodes import Node, Phrase, Scope, Within

# How many pages a query text finds; 0 where it cannot be understood.
Count = Callable[[str], int]

# Fewer hits than this, and a rare word of the query may be a slip.
FEW = 3
# So many times the hits another spelling must have then.
MANY_TIMES = 100

# Replacements of one word that are tried, queries that are searched, and those that are shown.
MOST_CANDIDATES = 3
MOST_TRIED = 8
MOST_SHOWN = 2

# In powers of ten: what is less likely than the first by more is not shown beside it.
MUCH_LIKELIER = 1.5


class Choice(NamedTuple):
    """A change of one word, and how likely it is meant."""

    change: Change
    score: float


class Spelling:
    """Tells what was meant. Safe for many threads."""

    def __init__(self, archive: Archive, engine: SearchEngine) -> None:
        self._engine = engine
        self._words = Words(engine)
        self._written = Written(archive, engine)

    def meant(self, node: Node | None, text: str, total: int, count: Count) -> tuple[Meant, ...]:
        """Other queries that find more, likeliest first; none where nothing was mistyped.

        text:  the query as typed; total: how many pages it finds
        count: how many pages another one finds, under the same conditions
        """
        if total >= FEW:
            return ()
        least, worst = max(1, total * MANY_TIMES), math.inf
        found: list[Meant] = []
        tried = {text}
        for loss, other in self._rewritten(asked_words(node, text), text, total):
            if loss > worst or len(tried) > MOST_TRIED or len(found) == MOST_SHOWN:
                break
            if other not in tried:
                tried.add(other)
                pages = count(other)
                if pages >= least:
                    found.append(Meant(other, pages))
                    worst = min(worst, loss + MUCH_LIKELIER)
        return tuple(found)

    def _rewritten(
        self, asked: tuple[Asked, ...], text: str, total: int
    ) -> Iterator[tuple[float, str]]:
        """Other queries, likeliest first, each with what its score loses against the first."""
        choices = [self._choices(word) for word in self._doubtful(asked, total)]
        choices = [each for each in choices if each]
        best = [each[0] for each in choices]
        if best:
            yield 0.0, changed(text, [one.change for one in best])
        made = [
            (best[place].score - other.score, [*best[:place], other, *best[place + 1 :]])
            for place, each in enumerate(choices)
            for other in each[1:]
        ]
        if not total:
            made += ((0.0, joined) for joined in self._joined(asked, text, best))
        for loss, choice in sorted(made, key=lambda one: one[0]):
            yield loss, changed(text, [one.change for one in choice])

    def _joined(
        self, asked: tuple[Asked, ...], text: str, best: list[Choice]
    ) -> Iterator[list[Choice]]:
        """Two words as one, the doubtful others replaced by their best."""
        for first, second in side_by_side(asked, text):
            for whole in self._words.whole(first.term, second.term, first.scope):
                shown = self._written.written(whole.term, first.scope)
                change = Change(first.start, second.end, shown)
                others = [
                    one
                    for one in best
                    if one.change.end <= first.start or one.change.start >= second.end
                ]
                yield [*others, Choice(change, whole.score)]

    def _doubtful(self, asked: Sequence[Asked], total: int) -> list[Asked]:
        """The words that no page has; where there are none, the rarest few."""
        often = [(word, self._pages(word.node)) for word in asked]
        absent = [word for word, pages in often if not pages]
        return absent or [word for word, pages in often if pages < FEW]

    def _choices(self, word: Asked) -> list[Choice]:
        """What may stand in place of a word, likeliest first; of forms of one word the first."""
        near = self._words.near(word.term, word.scope)
        halves = islice(self._together(word), 1)
        seen: set[str] = set()
        kept = []
        for each in sorted(
            chain(near, halves, self._at_apostrophe(word)), key=lambda one: -one.score
        ):
            forms = {each.term} if word.quoted else stems(each.term)
            if not forms & seen:
                kept.append(Choice(self._change(word, each), each.score))
            seen |= forms
            if len(kept) == MOST_CANDIDATES:
                break
        return kept

    def _together(self, word: Asked) -> Iterator[Candidate]:
        """The halves of a word that stand side by side on some page."""
        for two in self._words.halves(word.term, word.scope)[:MOST_CANDIDATES]:
            phrase: Node = Phrase(two.term, (0, 0))
            within = word.scope is not Scope.ANYWHERE
            if self._pages(Within(word.scope, phrase, (0, 0)) if within else phrase):
                yield two

    def _at_apostrophe(self, word: Asked) -> Iterator[Candidate]:
        """The halves of a word that some page writes with an apostrophe between."""
        for two in self._words.at_apostrophe(word.term, word.scope)[:MOST_CANDIDATES]:
            if self._written.with_apostrophe(two.term, word.scope):
                yield two

    def _change(self, word: Asked, candidate: Candidate) -> Change:
        shown = self._written.written(candidate.term, word.scope)
        if " " in shown and word.single:
            shown = f'"{shown}"'
        return Change(word.start, word.end, shown)

    def _pages(self, node: Node) -> int:
        return self._engine.search(Search(node=node, limit=0)).total
