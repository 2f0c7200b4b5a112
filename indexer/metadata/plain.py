"""Plain one-line text: how lines are repaired and compared before facts are read from them."""

import re
import unicodedata
from html import unescape

# Characters that show nothing and part no words: soft hyphen, zero-width marks, byte-order mark,
# directional marks, and the control characters that break a line for some readers only.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
ACCENTS = re.compile("[\u0300-\u036f]")
NOT_WORD = re.compile(r"[\W_]+")
WORD = re.compile(r"[^\W_]+")
# For ASCII a table does what NOT_WORD and casefold do, five times as fast.
ASCII_KEYS = {n: chr(n).lower() if chr(n).isalnum() else None for n in range(128)}


def any_of(*lines: str) -> str:
    """A pattern for any of the words that the lines list, parted by spaces ("_" is a space).

    >>> any_of("back_to", "menu")
    '(?:back\\\\s+to|menu)'
    """
    words = " ".join(lines).split()
    return "(?:" + "|".join(word.replace("_", r"\s+") for word in words) + ")"


def tidy(text: str) -> str:
    """The text on one line: invisible characters gone, spaces single, entities resolved.

    >>> tidy("Q&amp;A:  the\u00a0city’s plan\\n")
    'Q&A: the city’s plan'
    """
    if "&" in text:
        text = unescape(unescape(text))
    text = " ".join(text.split())
    if text.isprintable():
        return text
    return " ".join(INVISIBLE.sub("", text).split())


def squeeze(text: str) -> str:
    """Letters and digits alone, case and accents folded: for telling whether two names are one.

    >>> squeeze("No One Is Illegal – Montréal")
    'nooneisillegalmontreal'
    """
    if text.isascii():
        return text.translate(ASCII_KEYS)
    text = ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return NOT_WORD.sub("", text).casefold()


def keys_of(text: str) -> frozenset[str]:
    """The words of a text, each squeezed."""
    return frozenset(key for word in WORD.findall(text) if (key := squeeze(word)))


def closeness(one: str, other: str) -> float:
    """How many words two texts share, 0-1 (Dice's coefficient of their sets of words).

    >>> closeness("Ferry fares to rise", "ferry fares")
    0.666...
    """
    first, second = keys_of(one), keys_of(other)
    return 2 * len(first & second) / max(1, len(first) + len(second))
