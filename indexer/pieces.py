"""Pieces of a text: runs of word characters, marks and invisible ones, from which words are made.

A long text has few different pieces: what was found out about one serves wherever it stands.
"""

import re
import unicodedata
from functools import cache

# Written inside a word without parting it, and never typed: soft hyphen, zero-width (non-)joiner,
# word joiner, direction marks, byte order mark.
INVISIBLE = "\u00ad\u200c\u200d\u2060\u200e\u200f\ufeff"

# Where all marks and invisible characters are: asked first, since this class is quick to test.
MAY_BE_INSIDE = (
    "\u00ad\u0300-\u1fff\u200c-\u200f\u2060\u20d0-\u20ff\u2cef-\u303f\u3099-\u309a\ua000-\uffff"
    "\U00010000-\U0010ffff"
)


@cache
def piece_pattern() -> re.Pattern[str]:
    """What finds runs of word characters: cheap, so that only new pieces are looked at closely."""
    inside = _marks() + INVISIBLE
    return re.compile(f"\\w+(?:(?=[{MAY_BE_INSIDE}])[{inside}][\\w{inside}]*)?")


def _marks() -> str:
    """All combining marks as ranges of a character class (the last script has some at 1E94A)."""
    codes = (*range(0x300, 0x1F000), *range(0xE0100, 0xE01F0))
    marks = [code for code in codes if unicodedata.category(chr(code))[0] == "M"]
    known = set(marks)
    starts = [code for code in marks if code - 1 not in known]
    ends = [code for code in marks if code + 1 not in known]
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))


def is_mark(code: int) -> bool:
    """Whether a code point is a combining mark."""
    return unicodedata.category(chr(code)).startswith("M")
