"""A page's words, folded, with where they stand."""

import re
import unicodedata
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")

# Written either way on signs and in the press: one form in keys.
ONE_FORM = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


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
    return [
        Word(fold(m[0]), m.start(), m.end(), m[0][0].isupper() or m[0][0].istitle())
        for m in WORD.finditer(text)
    ]


def key_of(parts: list[str]) -> str:
    """The key of a name from its folded words: `st john s` and `saint john s` are one.

    >>> key_of(["st", "john", "s"])
    'saint john s'
    """
    if len(parts) == 1:
        return parts[0]
    return " ".join([ONE_FORM.get(part, part) for part in parts])


def name_key(name: str) -> str:
    """The key of a name as written."""
    return key_of([fold(word) for word in WORD.findall(name)])
