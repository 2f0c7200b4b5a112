r"""What an archivist writes to find lines: plain text, or a regular expression between slashes.

| written | finds |
| --- | --- |
| `Tides and ferries` | the line that says just this; case, accents and odd spaces do not matter |
| `Updated *` | the lines that begin so: `*` stands for any text, or none |
| `/^Photo: .+ Wire$/` | the lines in which this regular expression finds something, case ignored |

Python's regular expressions can take for ever on a line that just fails to match. So only the
beginning of a line is looked at, groups may not repeat, and each expression is tried on lines that
are hard for it before it is taken.
"""

import re
import time
from dataclasses import dataclass
from functools import lru_cache

from indexer.cleaning.line import folded

# How much of a line is looked at; what goes on after it is marked by a sign that no text has.
MAX_LOOKED_AT_CHARS = 500
GOES_ON = "\uffff"

MAX_PATTERN_CHARS = 300
MAX_REPEATS = 3
MAX_CHOICES = 20

# An expression is tried on ever longer hard lines, and refused as soon as one takes so long. The
# lengths double, so that what is slow is met before it is very slow.
TRIED_CHARS = (8, 16, 32, 64, 125, 250, 500)
MAX_TRIAL_S = 0.03
ORDINARY = ("", "a", "Council votes on the budget", "© 2016", "Lire la suite…", "12:30", "— * —")

ESCAPED_OR_CLASS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
REPEATED_GROUP = re.compile(r"\)(?:[*+]|\{\d*,)|\)\{(?:[2-9]|\d\d)")
REPEAT = re.compile(r"[*+]|\{\d*,\d*\}|\{\d{2,}\}")
CHOICE = re.compile(r"(?<![*+?}(])\?|\)\?")


class BadPattern(ValueError):
    """A pattern that cannot be taken; the text says why and how to mend it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as written, ready to look for.

    parts:      of plain text: what stands between the stars, folded; None for an expression
    expression: the compiled expression; None for plain text
    """

    written: str
    parts: tuple[str, ...] | None
    expression: re.Pattern[str] | None

    def finds(self, text: str) -> bool:
        """Whether it finds the line; `text` is a line without line ends."""
        return self.finds_in(looked_at(text))

    def finds_in(self, line: "LookedAt") -> bool:
        """The same for a line that many patterns look at."""
        if self.expression is not None:
            return self.expression.search(line.text) is not None
        return self.parts is not None and glob(self.parts, line.plain)


@dataclass(frozen=True, slots=True)
class LookedAt:
    """The part of a line that is looked at, as it is and as plain text is compared."""

    text: str
    plain: str


def looked_at(text: str) -> LookedAt:
    """A line, cut where it is too long."""
    cut = text[: 2 * MAX_LOOKED_AT_CHARS].strip()
    if len(cut) > MAX_LOOKED_AT_CHARS:
        cut = cut[:MAX_LOOKED_AT_CHARS] + GOES_ON
    return LookedAt(cut, plain(cut))


@lru_cache(maxsize=4096)
def read_pattern(written: str) -> Pattern:
    """The pattern that was written. Raise BadPattern."""
    if not written.strip():
        raise BadPattern("it is empty; write the line's text, or delete it")
    if len(written) > MAX_PATTERN_CHARS:
        raise BadPattern(
            f"it is longer than {MAX_PATTERN_CHARS} characters; write how the line begins, "
            "and * for the rest"
        )
    if len(written) > 1 and written[0] == written[-1] == "/":
        pattern = Pattern(written, None, compiled(written[1:-1]))
    else:
        pattern = Pattern(written, tuple(plain(written).split("*")), None)
    if all(map(pattern.finds, ORDINARY[1:])):
        raise BadPattern("it finds every line; say more of the line that is meant")
    return pattern


def compiled(source: str) -> re.Pattern[str]:
    """The expression between the slashes. Raise BadPattern for one that is wrong or too slow."""
    bare = ESCAPED_OR_CLASS.sub("x", source)
    if REPEATED_GROUP.search(bare):
        raise BadPattern("a group in ( ) may not repeat: that can take for ever; leave * or + away")
    if re.search(r"\\[1-9]|\(\?P=", source):
        raise BadPattern("it refers back to a group: that can take for ever; write the text again")
    if len(REPEAT.findall(bare)) > MAX_REPEATS:
        raise BadPattern(
            f"it repeats in more than {MAX_REPEATS} places; say less, or write two patterns"
        )
    if len(CHOICE.findall(bare)) + bare.count("|") > MAX_CHOICES:
        raise BadPattern(f"it has more than {MAX_CHOICES} choices; write two patterns")
    try:
        expression = re.compile(source, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise BadPattern(
            f"it is no regular expression ({error}); mend it, or leave the slashes away"
        ) from error
    try_out(expression, bare)
    return expression


def try_out(expression: re.Pattern[str], bare: str) -> None:
    """Raise BadPattern where lines that are hard for the expression take too long."""
    letters = {char for char in expression.pattern if char.isalnum()} | {"a", " ", "1", "."}
    for count in TRIED_CHARS:
        for char in sorted(letters):
            began = time.process_time()
            expression.search(char * count + GOES_ON)
            if time.process_time() - began > MAX_TRIAL_S:
                raise BadPattern(
                    "it takes too long on some lines; begin it with ^, or repeat in fewer places"
                )


def plain(text: str) -> str:
    """Text as it is compared: lower case, no accents, straight quotes, single spaces."""
    return " ".join(folded(text).split())


def glob(parts: tuple[str, ...], text: str) -> bool:
    """Whether the parts stand in the text in their order, the first at its beginning, the last at
    its end.

    >>> glob(("updated ", ""), "updated today")
    True
    """
    first, *middle = parts
    if not middle:
        return text == first
    last = middle.pop()
    if len(text) < len(first) + len(last) or not text.startswith(first) or not text.endswith(last):
        return False
    at, end = len(first), len(text) - len(last)
    for part in middle:
        found = text.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True
