"""Folded words as the archive's pages write them: "montreal" is shown as "Montréal"."""

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterator
from itertools import pairwise

from archive import Archive
from indexer.analysis import Token, fold, words
from indexer.engine import Search, SearchEngine
from indexer.pieces import INVISIBLE
from indexer.query.nodes import Node, Phrase, Scope, Within
from indexer.query.words import APOSTROPHES

# Pages read to see how a word is written; the best matches say it most often.
PAGES_READ = 5

# Words remembered.
MOST_KEPT = 2_000

# A word that pages also write small is no name: share of the times that shows it.
SMALL_SHARE = 0.2

# More values than any facet has.
ALL_VALUES = 10_000_000

FACETS: dict[Scope, tuple[str, ...]] = {
    Scope.SOURCE: ("source",),
    Scope.AUTHOR: ("author",),
    Scope.CITY: ("city",),
    Scope.PLACE: ("city", "region", "country"),
}


class Written:
    """How words are written, looked up in pages and names as needed. Safe for many threads."""

    def __init__(self, archive: Archive, engine: SearchEngine) -> None:
        self._archive, self._engine = archive, engine
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Scope, str], str] = OrderedDict()

    def written(self, term: str, scope: Scope) -> str:
        """One folded word, or several with spaces between them, as pages or names write it."""
        return self.with_apostrophe(term, scope) or " ".join(
            self._looked_up(each, scope) or each for each in term.split()
        )

    def with_apostrophe(self, term: str, scope: Scope) -> str:
        """Two folded words as pages write them with an apostrophe between, "" where none does."""
        return self._looked_up(term, scope) if " " in term else ""

    def _looked_up(self, term: str, scope: Scope) -> str:
        with self._lock:
            if (scope, term) in self._kept:
                return self._kept[scope, term]
        shown = most_usual(form for text in self._texts(term, scope) for form in forms(term, text))
        if not shown:  # not kept: a page to come may write it
            return ""
        with self._lock:
            self._kept[scope, term] = shown
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return shown

    def _texts(self, term: str, scope: Scope) -> Iterator[str]:
        """Texts that hold the word."""
        if scope in FACETS:
            every = Search(facets=FACETS[scope], facet_size=ALL_VALUES, limit=0)
            for facet in self._engine.search(every).facets:
                yield from (row.label for row in facet.values)
            return
        word: Node = Phrase(term, (0, 0))
        node = word if scope is Scope.ANYWHERE else Within(scope, word, (0, 0))
        found = self._engine.search(Search(node=node, limit=PAGES_READ))
        ids = [match.id for match in found.matches]
        for document in self._archive.get_many(ids, ledger=scope is Scope.REMOVED):
            if scope is Scope.REMOVED:
                yield from (line.text for line in document.removed)
            else:
                yield from (document.title, document.text)


def forms(term: str, text: str) -> Iterator[str]:
    """Each time that a text has a folded word, or two beside an apostrophe: how it writes them."""
    sought = term.split()
    tokens = words(text)
    for place, token in enumerate(tokens):
        if token.term != sought[0]:
            continue
        row = tokens[place : place + len(sought)]
        is_it = [token.term for token in row] == sought
        if is_it and all(_joined(text, *two) for two in pairwise(row)):
            form = text[row[0].start : row[-1].end]
            yield "".join(letter for letter in form if letter not in INVISIBLE)


def _joined(text: str, first: Token, second: Token) -> bool:
    """Whether nothing but an apostrophe stands between two words."""
    between = text[first.end : second.start]
    return len(between) == 1 and between in APOSTROPHES


def most_usual(found: Iterator[str]) -> str:
    """The usual way to write a word, small unless it is a name; "" where none was found."""
    counted = Counter(found)
    if not counted:
        return ""
    small = Counter({form: times for form, times in counted.items() if form == form.lower()})
    if small.total() >= SMALL_SHARE * counted.total():
        counted = small
    # Most often; then not all in capitals, as headlines are; then the one with its accents.
    return max(
        counted, key=lambda form: (counted[form], not form.isupper(), form != fold(form), form)
    )
