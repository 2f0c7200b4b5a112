"""Folded words as the archive's pages write them: "montreal" is shown as "Montréal"."""

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterator

from archive import Archive
from indexer.analysis import fold, words
from indexer.engine import Search, SearchEngine
from indexer.pieces import INVISIBLE
from indexer.query.nodes import Node, Phrase, Scope, Within

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
        return " ".join(self._one(each, scope) for each in term.split())

    def _one(self, term: str, scope: Scope) -> str:
        with self._lock:
            if (scope, term) in self._kept:
                return self._kept[scope, term]
        shown = most_usual(form for text in self._texts(term, scope) for form in forms(term, text))
        with self._lock:
            self._kept[scope, term] = shown or term
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return shown or term

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
    """Each time that a text has a folded word: how it is written there."""
    for token in words(text):
        if token.term == term:
            form = text[token.start : token.end]
            yield "".join(letter for letter in form if letter not in INVISIBLE)


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
