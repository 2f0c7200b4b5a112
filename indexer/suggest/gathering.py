"""All that may be suggested from an archive: its frequent words, names and titles."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from archive import Archive
from indexer.analysis import fold, terms, words
from indexer.engine import Search, SearchEngine
from indexer.languages import OWN, SHARED
from indexer.query.nodes import Scope
from indexer.suggest.suggestion import Entry, Kind

# What is kept at most, the most frequent (of titles, the newest) first: it bounds time and memory.
MOST_WORDS = 20_000
MOST_PHRASES = 10_000
MOST_NAMES = 50_000
MOST_TITLES = 200_000

# Shorter words are typed faster than chosen, those of most pages tell nothing, and a word of one
# page may be a slip of the pen.
SHORTEST_WORD = 4
MOST_SHARE = 0.5
LEAST_PAGES = 2

# Facets whose values are suggested, and as what.
NAMES = {
    "city": Kind.PLACE,
    "region": Kind.PLACE,
    "country": Kind.PLACE,
    "source": Kind.SOURCE,
    "author": Kind.AUTHOR,
}

# A letter that folding may change; signs such as § are none.
FOREIGN_LETTER = re.compile(r"[^\W\d_\x00-\x7f]")

GRAMMAR = frozenset(
    fold(word) for known in (OWN, SHARED) for said in known.values() for word in said
)

Titles = Sequence[tuple[str, str]]


def entries(archive: Archive, engine: SearchEngine) -> Iterator[Entry]:
    """Everything that may be suggested. Raise EngineUnavailable or ArchiveError."""
    titles = archive.titles(MOST_TITLES)
    written = accented(titles)
    yield from frequent_words(engine, written)
    yield from phrases(titles, written)
    yield from names(engine)
    yield from of_titles(titles)


def accented(titles: Titles) -> Mapping[str, str]:
    """Folded words that titles write with accents, in small letters, as they mostly do."""
    forms: dict[str, Counter[str]] = {}
    for _, title in titles:
        if FOREIGN_LETTER.search(title):
            for token in words(title):
                form = title[token.start : token.end].lower()
                forms.setdefault(token.term, Counter())[form] += 1
    usual = {term: counted.most_common(1)[0][0] for term, counted in forms.items()}
    return {term: form for term, form in usual.items() if form != term}


def frequent_words(engine: SearchEngine, written: Mapping[str, str]) -> Iterator[Entry]:
    """The words of titles and texts, without those of grammar and of most pages."""
    most = engine.search(Search(limit=0)).total * MOST_SHARE
    known = [
        one
        for one in engine.vocabulary(Scope.ANYWHERE, "")
        if LEAST_PAGES <= one.documents <= max(most, LEAST_PAGES)
        and len(one.term) >= SHORTEST_WORD
        and one.term.isalpha()
        and one.term not in GRAMMAR
    ]
    known.sort(key=lambda one: (-one.documents, one.term))
    for one in known[:MOST_WORDS]:
        yield Entry(Kind.WORD, written.get(one.term, one.term), one.documents)


def phrases(titles: Titles, written: Mapping[str, str]) -> Iterator[Entry]:
    """Two words that stand side by side in several titles, neither one of grammar."""
    counted: Counter[tuple[str, str]] = Counter()
    for _, title in titles:
        is_telling = [(term, telling(term)) for term in terms(title)]
        counted.update({(a, b) for (a, yes), (b, also) in pairwise(is_telling) if yes and also})
    for pair, count in counted.most_common(MOST_PHRASES):
        if count >= LEAST_PAGES:
            yield Entry(Kind.PHRASE, " ".join(written.get(term, term) for term in pair), count)


def telling(term: str) -> bool:
    """Whether a word says what a title is about."""
    return len(term) >= SHORTEST_WORD and term.isalpha() and term not in GRAMMAR


def names(engine: SearchEngine) -> Iterator[Entry]:
    """Places, sources and authors, as the facets have them."""
    asked = Search(facets=tuple(NAMES), facet_size=MOST_NAMES, limit=0)
    for facet in engine.search(asked).facets:
        for row in facet.values:
            yield Entry(NAMES[facet.field], row.label, row.count, facet.field, row.value)


def of_titles(titles: Titles) -> Iterator[Entry]:
    """Titles, those that differ in case or accents alone as one."""
    found: dict[str, list[tuple[str, str]]] = {}
    for id, title in titles:
        found.setdefault(fold(title), []).append((id, title))
    for alike in found.values():
        id, title = alike[0]
        yield Entry(Kind.TITLE, title, len(alike), id=id if len(alike) == 1 else "")
