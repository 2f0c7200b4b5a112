"""“Did you mean”: the whole query with its words brought to the archive's, where that finds more.

A word is doubted where no page has it. Its likeliest replacements are put in its place, as pages
write them, and each such query is searched before it is shown. A query that has hits is let alone,
except where it has very few and another spelling has a hundred times as many.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from archive import Archive
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
        asked = asked_words(node, text)
        tried = islice(dict.fromkeys(self._rewritten(asked, text, total)), MOST_TRIED)
        least = max(1, total * MANY_TIMES)
        found = (Meant(each, count(each)) for each in tried if each != text)
        return tuple(islice((one for one in found if one.total >= least), MOST_SHOWN))

    def _rewritten(self, asked: tuple[Asked, ...], text: str, total: int) -> Iterator[str]:
        """The query with each doubtful word replaced, best first; then with two words as one."""
        doubtful = self._doubtful(asked, total)
        choices = [(word, self._changes(word)) for word in doubtful]
        choices = [(word, changes) for word, changes in choices if changes]
        best = [changes[0] for _, changes in choices]
        if best:
            yield changed(text, best)
        for place, (_, changes) in enumerate(choices):
            for other in changes[1:]:
                yield changed(text, [*best[:place], other, *best[place + 1 :]])
        if total:
            return
        for first, second in side_by_side(asked, text):
            for whole in self._words.whole(first.term, second.term, first.scope):
                shown = self._written.written(whole.term, first.scope)
                joined = Change(first.start, second.end, shown)
                others = [c for c in best if c.end <= first.start or c.start >= second.end]
                yield changed(text, [*others, joined])

    def _doubtful(self, asked: Sequence[Asked], total: int) -> list[Asked]:
        """The words that no page has; where there are none, the rarest few."""
        often = [(word, self._pages(word.node)) for word in asked]
        absent = [word for word, pages in often if not pages]
        return absent or [word for word, pages in often if pages < FEW]

    def _changes(self, word: Asked) -> list[Change]:
        """What may stand in place of a word, likeliest first."""
        near = self._words.near(word.term, word.scope)[:MOST_CANDIDATES]
        halves = islice(self._together(word), 1)
        both = sorted(chain(near, halves), key=lambda each: -each.score)
        return [self._change(word, each) for each in both[:MOST_CANDIDATES]]

    def _together(self, word: Asked) -> Iterator[Candidate]:
        """The halves of a word that stand side by side on some page."""
        for two in self._words.halves(word.term, word.scope)[:MOST_CANDIDATES]:
            phrase: Node = Phrase(two.term, (0, 0))
            within = word.scope is not Scope.ANYWHERE
            if self._pages(Within(word.scope, phrase, (0, 0)) if within else phrase):
                yield two

    def _change(self, word: Asked, candidate: Candidate) -> Change:
        shown = self._written.written(candidate.term, word.scope)
        if " " in shown and word.single:
            shown = f'"{shown}"'
        return Change(word.start, word.end, shown)

    def _pages(self, node: Node) -> int:
        return self._engine.search(Search(node=node, limit=0)).total
