"""Speakers: lines that say who speaks, as transcripts and calls have them.

`THE CLERK:` above what she said is a short line in capitals and looks like a button; it is text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from indexer.cleaning.line import Line

# A name of at most five words and what stands in brackets behind it, a colon, then perhaps speech.
NAME = re.compile(r"([^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}(?: \([\w.'’ -]{1,30}\))?) ?::?(?: |$)")
MAX_NAME_CHARACTERS = 80
SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")

# "Price:" and "Tags:" stand on many pages a few times, but no sentences behind them. A name in
# capitals above a sentence is one at once; any other when it has come so often.
MIN_TURNS = 3


def speakers(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that name a speaker, alone above a sentence or before one, by index."""
    alone: dict[int, str] = {}
    before: dict[int, str] = {}
    for at, (line, below) in enumerate(pairwise([*lines, *lines[-1:]])):
        name = name_in(line.text)
        if not name:
            continue
        if not line.text.rstrip().endswith(":"):
            if is_speech(line):
                before[at] = name
        elif not name_in(below.text) and (name.isupper() or is_speech(below)):
            alone[at] = name
    turns = Counter([*alone.values(), *before.values()])
    return frozenset(
        at
        for at, name in (alone | before).items()
        if turns[name] >= MIN_TURNS or (at in alone and name.isupper() and is_speech(lines[at + 1]))
    )


def name_in(text: str) -> str:
    """The name before a line's colon, each of its words with a capital; "" where there is none."""
    found = NAME.match(text[:MAX_NAME_CHARACTERS].lstrip())
    if found is None:
        return ""
    words = found[1].split()
    return found[1] if all(word[0] == "(" or not word[0].islower() for word in words) else ""


def is_speech(line: Line) -> bool:
    """Whether a line ends as a sentence does, or is as long as one."""
    return line.is_prose or SENTENCE_END.search(line.text.rstrip()[-8:]) is not None
