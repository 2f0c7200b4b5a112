"""Pieces of a text: runs of word characters, marks and invisible ones, from which words are made.

A long text has few different pieces: what was found out about one serves wherever it stands.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# Written inside a word without parting it, and never typed: soft hyphen, zero-width (non-)joiner,
# word joiner, direction marks, byte order mark.
INVISIBLE = "\u00ad\u200c\u200d\u2060\u200e\u200f\ufeff"

# Where all marks and invisible characters are: asked first, since this class is quick to test.
MAY_BE_INSIDE = (
    "\u00ad\u0300-\u1fff\u200c-\u200f\u2060\u20d0-\u20ff\u2cef-\u303f\u3099-\u309a\ua000-\uffff"
    "\U00010000-\U0010ffff"
)

# The last character before all of them.
PLAIN = "\u00ac"


def different_pieces(text: str) -> set[str]:
    """The runs of word characters that the text is made of, each once: few, in a long text."""
    between_spaces = "\n".join(set(text.split()))  # a fifth of the text, and no piece has a space
    return set(piece_pattern().findall(between_spaces))


def places_of_piece(text: str, piece: str) -> Iterator[int]:
    """Where a piece stands whole in a text, found by a search for its characters."""
    literal = re.escape(piece)
    length = len(piece)
    for match in re.finditer(rf"{literal}(?!\w)(?<!\w{literal})", text):
        place = match.start()
        after, before = text[place + length : place + length + 1], text[place - 1 : place]
        if after > PLAIN and _is_inside(after):
            continue
        if before > PLAIN and _is_inside(before) and _continues_piece(text, place):
            continue
        yield place


@cache
def piece_pattern() -> re.Pattern[str]:
    """What finds runs of word characters: cheap, so that only new pieces are looked at closely."""
    inside = _marks() + INVISIBLE
    return re.compile(f"\\w+(?:(?=[{MAY_BE_INSIDE}])[{inside}][\\w{inside}]*)?")


def _marks() -> str:
    """All combining marks as ranges of a character class (the last script has some at 1E94A)."""
    codes = [code for code in (*range(0x300, 0x1F000), *range(0xE0100, 0xE01F0)) if is_mark(code)]
    starts = [code for code in codes if not is_mark(code - 1)]
    ends = [code for code in codes if not is_mark(code + 1)]
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))


def is_mark(code: int) -> bool:
    """Whether a code point is a combining mark."""
    return unicodedata.category(chr(code)).startswith("M")


def _is_inside(letter: str) -> bool:
    """Whether a character that is no letter, digit or underscore can be inside a piece."""
    return letter in INVISIBLE or is_mark(ord(letter))


def _continues_piece(text: str, place: int) -> bool:
    """Whether marks before a place belong to a piece that began earlier."""
    place -= 1
    while place >= 0 and _is_inside(text[place]):
        place -= 1
    return place >= 0 and (text[place].isalnum() or text[place] == "_")
