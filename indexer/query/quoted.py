"""Wildcards inside quotation marks, where none can stand: told from a page's own punctuation."""

import re
from itertools import pairwise

from indexer.analysis import words
from indexer.errors import QueryError
from indexer.query.operators import QUOTED_ADDRESS
from indexer.query.quoting import quotable

# A star is never a page's own. A question mark is at a word's end: "who voted? nobody".
IN_A_WORD = re.compile(r"\*|\w\?+\w|(?<!\S)\?+\w")
# Signs with spaces or nothing around them. No-break spaces belong to French punctuation.
ALONE = re.compile(r"(?<![^ \t])(?:\*+|\?+)(?:[ \t]+(?:\*+|\?+))*(?!\S)")
SIGN = re.compile(r"[*?]")


def check_quoted(text: str, phrase: str, start: int) -> None:
    """Raise QueryError where a phrase, whose first character stands at `start`, has a wildcard."""
    bare = QUOTED_ADDRESS.sub(lambda address: "x" * len(address.group()), phrase)
    alone = [sign for sign in ALONE.finditer(bare) if not _ends_a_sentence(bare, sign)]
    in_a_word = IN_A_WORD.search(ALONE.sub(lambda sign: " " * len(sign.group()), bare))
    starts = [match.start() for match in (*alone, in_a_word) if match]
    if not starts:
        return
    sign = SIGN.search(bare, min(starts))
    place = start + (sign.start() if sign else 0)
    mend = "Type the whole word, or leave out the quotes."
    if alone and not in_a_word:
        mend = _parted(phrase, alone) or "Leave it out."
    raise QueryError(text, place, "A wildcard cannot stand inside quotation marks.", mend)


def _ends_a_sentence(phrase: str, sign: re.Match[str]) -> bool:
    """Whether a sign alone is French punctuation: « ville sanctuaire ? Oui »."""
    if "*" in sign.group() or not words(phrase[: sign.start()]):
        return False
    after = words(phrase[sign.end() :])
    if not after:
        return True
    following = phrase[sign.end() + after[0].start :]
    return following[0].isupper() and not phrase.isupper()


def _parted(phrase: str, alone: list[re.Match[str]]) -> str:
    """How to ask for words between; "" where a sign has words on one side only."""
    ends = [(0, 0), *((sign.start(), sign.end()) for sign in alone), (len(phrase), 0)]
    parts = [phrase[before[1] : after[0]].strip() for before, after in pairwise(ends)]
    if not all(words(part) for part in parts):
        return ""
    asked = f'"{quotable(parts[0])}"'
    for sign, part in zip(alone, parts[1:], strict=True):
        asked += f' pre/{len(sign.group().split()) + 1} "{quotable(part)}"'
    return f"Leave it out; for any word in its place, type {asked}."
