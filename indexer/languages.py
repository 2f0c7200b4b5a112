"""In which language each paragraph of a text is: English, French, or that of the page.

A page of two languages says the same in both; its words are stemmed each by its own. Only the
languages with a stemmer need telling apart, and their commonest words do that: a paragraph of ten
words holds several. No model is asked, so that index, query and highlighting agree for ever.

    "The council voted for the plan.\\nLe conseil a voté pour le plan."   a page in English
      parts()   0-31 en, 32-64 fr
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from indexer.analysis import fold

# Words that only one of the two has, as written: names ("Des Moines") begin with a capital, so few
# capitals are listed. Our own lists.
OWN = {
    "en": frozenset(
        """
        the of and to is that was for with this are from have has been were which they will would
        their its you your our by at be he she it we can about who what when said all more not his
        her had there one if out up than them some into could other also after only because how
        should these those through where while must may many most new any during before between
        The This It We He She They You There these per cent could did does
        """.split()  # noqa: SIM905
    ),
    "fr": frozenset(
        """
        le les des une dans est pour qui avec sur du aux cette ces sont nous vous pas au et ne ce
        elle leur leurs été être mais où à ont avait était ses cet comme sans sous entre après
        aussi très dont ils elles plus depuis contre lors toute tous toutes tout fait peut même
        selon afin ainsi alors donc chez vers avant notre votre nos vos quand encore déjà
        Le Une Dans Cette Nous Il Elle Ils Elles Vous Aux Ce Ces Cet Pour Selon À
        """.split()  # noqa: SIM905
    ),
}
# The same by what folding makes of each: "a" is that of "à" and "À".
FOLDED_OWN = {
    code: {folded: [form for form in words if fold(form) == folded] for folded in map(fold, words)}
    for code, words in OWN.items()
}
# Words that it shares with other languages: they count, but never alone.
SHARED = {
    "en": frozenset("in a an as on or no so me do but I my".split()),  # noqa: SIM905
    "fr": frozenset("de la un il que en se sa son on ou par La Les Des En Un".split()),  # noqa: SIM905
}
ELIDED = re.compile(r"\b(?:[dlnscj]|qu)['’](?=\w)", re.IGNORECASE)

# A paragraph is surely in a language with so many of its words, so many different ones of them its
# own, making this share of all words (0-1), and its own so many times those of the other.
LEAST_WORDS = 3
LEAST_OWN = 2
LEAST_SHARE = 0.2
TIMES_THE_OTHER = 4
# On pages in other languages, whose words may look French, more must be its own.
KNOWN_APART = frozenset({"en", "fr", "und"})
LEAST_OWN_SHARE = 0.25

# A shorter line may be a heading: it belongs to what is below.
HEADING_CHARACTERS = 80

# A text has another language beside its main one from this share of its characters on (0-1).
OTHER_SHARE = 0.1

# Texts remembered: index, facets and highlighting ask for one text in a row.
TEXTS_KEPT = 8
_ALONE: dict[tuple[str, str], None] = {}  # those that are surely in the page's language alone


class Part(NamedTuple):
    """A run of lines in one language: offsets in the text, and an ISO 639-1 code or "und"."""

    start: int
    end: int
    language: str


def parts(
    text: str, language: str, folded: Callable[[], Set[str]] | None = None
) -> tuple[Part, ...]:
    """The whole text as runs of lines in one language; `language` is that of the page.

    A line that does not tell follows its surely told neighbours where they agree, else the one
    below it if it is short (a heading), else the page. Each run but the last ends with a newline.

    folded: gives the text's words, folded, who has them: that is quicker for most texts
    """
    if (text, language) in _ALONE:
        return (Part(0, len(text), language),)
    if folded is not None and not folded_may_be_mixed(folded(), text, language):
        if len(_ALONE) >= TEXTS_KEPT:
            _ALONE.clear()
        _ALONE[text, language] = None
        return (Part(0, len(text), language),)
    return _parts(text, language)


@lru_cache(maxsize=TEXTS_KEPT)
def _parts(text: str, language: str) -> tuple[Part, ...]:
    if not may_be_mixed(text, language):
        return (Part(0, len(text), language),)
    lines = text.split("\n")
    least_own = 0.0 if language in KNOWN_APART else LEAST_OWN_SHARE
    told = [language_of_line(line, least_own) for line in lines]
    return tuple(_joined(lines, _filled(lines, told, language)))


def may_be_mixed(text: str, language: str) -> bool:
    """Whether a text holds enough words of a language other than its page's; most hold none."""
    held = set(text.split())
    return any(len(held & words) >= LEAST_OWN for code, words in OWN.items() if code != language)


def folded_may_be_mixed(said: Set[str], text: str, language: str) -> bool:
    """The same of the folded words of a text, never False where `may_be_mixed` is True."""
    for code, forms in FOLDED_OWN.items():
        if code != language:
            met = (form for word in said & forms.keys() for form in forms[word])
            # Words without accents are many ("a" is "à" too), so those forms are looked for.
            if sum(form.isascii() or form in text for form in met) >= LEAST_OWN:
                return True
    return False


def language_of_line(line: str, least_own: float = 0.0) -> str | None:
    """English or French where the line tells surely, else None.

    least_own: the share of all words, 0-1, that must be the language's own
    """
    said = line.split()
    elided = len(ELIDED.findall(line)) if "'" in line or "’" in line else 0
    own = {code: sum(map(words.__contains__, said)) for code, words in OWN.items()}
    own["fr"] += elided
    best = "fr" if own["fr"] > own["en"] else "en"
    other = "en" if best == "fr" else "fr"
    all_words = own[best] + sum(map(SHARED[best].__contains__, said))
    different = len(OWN[best].intersection(said)) + (elided > 0 and best == "fr")
    sure = (
        different >= LEAST_OWN
        and own[best] >= least_own * len(said)
        and all_words >= max(LEAST_WORDS, LEAST_SHARE * len(said))
        and own[best] >= TIMES_THE_OTHER * own[other]
    )
    return best if sure else None


def _filled(lines: list[str], told: list[str | None], language: str) -> list[str]:
    """A language for each line, the unsure ones by their neighbours."""
    below: list[str | None] = [None] * len(told)
    following: str | None = None
    for number in range(len(told) - 1, -1, -1):
        following = told[number] or following
        below[number] = following
    filled = []
    above: str | None = None
    for line, own, next_told in zip(lines, told, below, strict=True):
        above = own or above
        if own is None and above == next_told and above is not None:
            own = above
        elif own is None and len(line) <= HEADING_CHARACTERS:
            own = next_told
        filled.append(own or language)
    return filled


def _joined(lines: list[str], languages: list[str]) -> Iterator[Part]:
    """Neighbouring lines of one language as one run."""
    start = end = 0
    for number, line in enumerate(lines):
        end += len(line) + (number < len(lines) - 1)  # with its newline
        if number == len(lines) - 1 or languages[number + 1] != languages[number]:
            yield Part(start, end, languages[number])
            start = end


def language_at(found: tuple[Part, ...], place: int) -> str:
    """The language at an offset of the text whose parts these are."""
    if len(found) == 1:
        return found[0].language
    starts = [part.start for part in found]
    return found[max(0, bisect_right(starts, place) - 1)].language


def shares(text: str, language: str) -> dict[str, float]:
    """How much of a text is in each of its languages, 0-1, most first."""
    found = parts(text, language)
    sizes: Counter[str] = Counter()
    for part in found:
        sizes[part.language] += part.end - part.start
    total = max(1, sum(sizes.values()))
    return {code: size / total for code, size in sizes.most_common()}


def spoken(text: str, language: str) -> tuple[str, ...]:
    """The languages of a page: its own first, then others that a good part of the text is in."""
    others = (
        code
        for code, share in shares(text, language).items()
        if code != language and share >= OTHER_SHARE
    )
    return (language, *others)
