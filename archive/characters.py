"""Characters that must not come in: what no file can hold, what acts on a screen.

Two kinds of text are told apart. Of a page's own text only that is replaced which nothing can
write: halves of characters (lone surrogates, which PHP or JavaScript leaves of a truncated emoji)
and NUL. A fact is one value among others on a screen, in a reference or in a log; there, no
control character stays, and no mark that turns the direction of what stands beside it.
"""

import re

# What stands for a character that is not known (Unicode, section 23.8).
UNKNOWN = "\ufffd"

SURROGATES = "\ud800-\udfff"
# Embeddings, overrides and isolates reorder what follows them until they are closed (UAX 9); the
# three marks before them do so to their neighbours: they belong to a text, not to a fact.
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# C0 (ESC among them), DEL and C1, but for tab and line ends.
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
LINE_SEPARATORS = "\x85\u2028\u2029"

UNWRITABLE = re.compile(f"[\x00{SURROGATES}]")
IN_NO_FACT = re.compile(f"[{CONTROLS}{DIRECTIONS}]")
BETWEEN_LINES = re.compile(f"[{LINE_SEPARATORS}]")


def whole(text: str) -> str:
    r"""The text, each half of a character and each NUL as U+FFFD; as long as it was.

    >>> whole("Half \ud83d an emoji")
    'Half � an emoji'
    """
    return text if text.isprintable() else UNWRITABLE.sub(UNKNOWN, text)


def fact(text: str) -> str:
    r"""A value as it may stand beside others: whole, without controls and marks of direction.

    >>> fact("Post \x1b[31m\u202eevil")
    'Post [31mevil'
    """
    if text.isprintable():
        return text
    return whole(IN_NO_FACT.sub("", BETWEEN_LINES.sub(" ", text)))


def is_whole(text: str) -> bool:
    """Whether there is nothing in it that `whole` replaces."""
    return text.isprintable() or UNWRITABLE.search(text) is None
