"""How much of a page is read: a dump that has more is read up to there, and says so.

What is counted is the page itself, never the clock, so that a page is cut alike on every machine.
"""

import re
from itertools import islice

# The longest law of our corpora has 6 MB of text; a line costs some 300 bytes of memory besides.
MAX_CHARACTERS = 10_000_000
MAX_LINES = 500_000
LINE_END = re.compile(r"\r\n|\r|\n")

TOO_MANY_CHARACTERS = "too long: only its first {read:,} characters were read; not read: {unread:,}"
TOO_MANY_LINES = "too long: only its first {read:,} lines were read; not read: {unread:,}"


def within_reach(text: str) -> tuple[str, tuple[str, ...]]:
    """The part of a text that is read, and the flags that say what was not."""
    lines = text.count("\n") + text.count("\r") + 1
    flags: tuple[str, ...] = ()
    if lines > MAX_LINES:
        found = next(islice(LINE_END.finditer(text), MAX_LINES - 1, None), None)
        if found:  # else most of them are "\r\n", which were counted twice
            unread = len(LINE_END.findall(text, found.end())) + 1
            text, flags = text[: found.start()], (told(TOO_MANY_LINES, MAX_LINES, unread),)
    if len(text) > MAX_CHARACTERS:
        unread = len(text) - MAX_CHARACTERS
        text = text[:MAX_CHARACTERS]
        flags = (*flags, told(TOO_MANY_CHARACTERS, MAX_CHARACTERS, unread))
    return text, flags


def told(form: str, read: int, unread: int) -> str:
    """A flag in words."""
    return form.format(read=read, unread=unread)
