"""A page's words, folded, with where they stand."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")

# Written either way on signs and in the press: one form in keys.
ONE_FORM = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


# Some 10 MB; longer "words" are encoded data, which never comes again.
MOST_WORDS_SEEN = 50_000
LONGEST_WORD_SEEN = 40


class Word(NamedTuple):
    """A word of a text.

    folded: lower case, no accents
    start:  offset of its first character
    end:    offset after its last
    capital: whether it begins with a capital letter
    """

    folded: str
    start: int
    end: int
    capital: bool


def fold(text: str) -> str:
    """Lower case, compatibility forms made plain, accents gone.

    >>> fold("MONTRÉAL")
    'montreal'
    """
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def words(text: str) -> list[Word]:
    """The words of a text, in order; apostrophes, hyphens and points part words."""
    make, seen = tuple.__new__, _SEEN  # half the time of calling Word
    found = []
    for match in WORD.finditer(text):
        start, end = match.span()
        folded, capital = seen[match[0]]
        found.append(make(Word, (folded, start, end, capital)))
    return found


class _Seen(dict[str, tuple[str, bool]]):
    """Words as written, each folded and looked at once: pages share most of theirs."""

    def __missing__(self, written: str) -> tuple[str, bool]:
        looked_at = fold(written), written[0].isupper() or written[0].istitle()
        if len(self) >= MOST_WORDS_SEEN:
            self.clear()
        if len(written) <= LONGEST_WORD_SEEN:
            self[written] = looked_at
        return looked_at


_SEEN = _Seen()


def key_of(parts: list[str]) -> str:
    """The key of a name from its folded words: `st john s` and `saint john s` are one.

    >>> key_of(["st", "john", "s"])
    'saint john s'
    """
    if len(parts) == 1:
        return parts[0]
    return " ".join([ONE_FORM.get(part, part) for part in parts])


@lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """The key of a name as written."""
    return key_of([fold(word) for word in WORD.findall(name)])
