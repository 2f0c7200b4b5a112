"""The words that tell a page from others: often in it, in few others of its language.

Weighed by tf-idf (Spärck Jones, "A statistical interpretation of term specificity", Journal of
Documentation 1972). A word is rare or common within its own language: in an archive that is
mostly English, French "avec" stands in few pages, and tells nothing all the same.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import nlargest

from archive.document import Document
from indexer.analysis import fold, stem, terms, words
from indexer.languages import OWN, SHARED, parts

# In about how many documents each folded term stands.
Frequencies = Callable[[set[str]], Mapping[str, int]]

# What is asked for; more words find the same pages, later.
MOST_WORDS = 25

# Of a long page only the words that it says most often are weighed, by their most usual forms.
MOST_WEIGHED = 300
MOST_FORMS = 2

# A word of the title says what the page is about.
WORTH_OF_TITLE = 3

# Shorter words are grammar in both languages; a word of one page leads nowhere.
SHORTEST = 3
LEAST_PAGES = 2

# Words of grammar, which idf cannot tell in an archive of few pages.
GRAMMAR = frozenset(
    fold(word) for known in (OWN, SHARED) for said in known.values() for word in said
)

# A word of more than this share of its language's pages tells nothing.
MOST_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Telling:
    """A telling word of a page.

    term:  folded, its most usual form there;  shown: as the page writes it
    stems: tagged, of all forms that it has there
    """

    term: str
    shown: str
    stems: frozenset[str]
    weight: float


@dataclass(slots=True)
class Seen:
    """The forms of one word in a page: folded, and as written."""

    language: str
    terms: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)

    @property
    def usual(self) -> tuple[str, ...]:
        """The forms by which it is told how rare the word is, the most usual first."""
        return tuple(term for term, _ in self.terms.most_common(MOST_FORMS))


def telling_words(
    document: Document, frequencies: Frequencies, pages_in: Mapping[str, int]
) -> tuple[Telling, ...]:
    """The words that tell most of a page, at most MOST_WORDS, the most telling first.

    pages_in: how many pages the archive has by language
    """
    seen = dict(nlargest(MOST_WEIGHED, seen_in(document).items(), key=often_said))
    often = frequencies({term for each in seen.values() for term in each.usual})
    weighed = (weigh(key, each, often, pages_in) for key, each in seen.items())
    best = sorted((one for one in weighed if one), key=lambda one: (-one.weight, one.term))
    return tuple(best[:MOST_WORDS])


def often_said(item: tuple[str, Seen]) -> int:
    """How often a page says a word, its title weighed."""
    return item[1].terms.total()


def seen_in(document: Document) -> dict[str, Seen]:
    """Each word of a page by its stem, with its forms."""
    seen: dict[str, Seen] = {}
    for text, language, worth in passages_of(document):
        # A long text has few different chunks: each is read once.
        for chunk, times in Counter(text.split()).items():
            for term, start, end in words(chunk):
                if len(term) < SHORTEST or term.isdigit() or term in GRAMMAR:
                    continue
                key = stem(term, language)
                if (found := seen.get(key)) is None:
                    found = seen[key] = Seen(language)
                found.terms[term] += times * worth
                found.shown[chunk[start:end]] += times
    return seen


def passages_of(document: Document) -> Iterator[tuple[str, str, int]]:
    """Title and paragraphs, each with its language and worth."""
    yield document.title, document.language, WORTH_OF_TITLE
    spoken = parts(document.text, document.language)
    ends = [*(part.start for part in spoken[1:]), len(document.text)]
    for part, end in zip(spoken, ends, strict=True):
        yield document.text[part.start : end], part.language, 1


def weigh(
    key: str, seen: Seen, often: Mapping[str, int], pages_in: Mapping[str, int]
) -> Telling | None:
    """A word with its weight, or None where it tells nothing."""
    pages = max(often.get(term, 0) for term in seen.usual)
    in_language = max(pages_in.get(seen.language, 0), LEAST_PAGES)
    # In a small archive a quarter of the pages may be a single one.
    if pages < LEAST_PAGES or pages > max(in_language * MOST_SHARE, LEAST_PAGES + 1):
        return None
    term, _ = seen.terms.most_common(1)[0]
    shown, _ = seen.shown.most_common(1)[0]
    weight = (1 + math.log(seen.terms.total())) * math.log(1 + in_language / pages)
    return Telling(term, shown, frozenset({key}), weight)


def shared(telling: tuple[Telling, ...], other: Document) -> tuple[str, ...]:
    """The words that another page has too, in any form, as the first page writes them."""
    by_language: dict[str, set[str]] = defaultdict(set)
    for text, language, _ in passages_of(other):
        by_language[language].update(text.split())
    # A long text has few different chunks: each is read once.
    stems = {
        stem(term, language)
        for language, chunks in by_language.items()
        for term in set(terms(" ".join(chunks)))
    }
    return tuple(one.shown for one in telling if one.stems & stems)
