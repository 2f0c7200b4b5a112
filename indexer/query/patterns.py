"""Words that stand for several: wildcards (`sanctu*`, `wom?n`) and fuzzy words (`polise~2`)."""

import re
from collections.abc import Iterator

from indexer.analysis import fold, terms, words
from indexer.errors import QueryError
from indexer.query.nodes import Fuzzy, Link, Near, Node, Span, Unit, Wildcard, Word
from indexer.query.operators import ADDRESS
from indexer.query.quoting import quotable
from indexer.query.words import APOSTROPHES, CLITICS, query_words

SIGNS = re.compile(r"[*?]")
NEARLY = re.compile(r"~(\d*)")

# Letters, digits, their marks and the two signs; all else parts words.
PIECE = re.compile(r"(?:[^\W_]|[*?\u0300-\u036f])+")

# Fewer letters stand for half the archive's words.
LETTERS_BEFORE_WILDCARD = 3

# Letters that a word must have for so many edits: of a shorter one too little would be left.
LETTERS_FOR_EDITS = {1: 4, 2: 6}
MOST_EDITS = 2

SIDE_BY_SIDE = Link(Unit.WORDS, 1, ordered=True)


def is_pattern(typed: str) -> bool:
    """Whether an unquoted word is a wildcard or fuzzy; an address may hold any sign."""
    return bool(SIGNS.search(typed) or NEARLY.search(typed)) and not ADDRESS.search(typed)


def pattern(text: str, typed: str, start: int) -> Node:
    """The node of an unquoted word that is a pattern and stands at `start`. Raise QueryError."""
    nearly = NEARLY.search(typed)
    if nearly:
        return _fuzzy(text, typed, start, nearly)
    nodes = tuple(_pieces(text, typed, start))
    span = (start, start + len(typed))
    if len(nodes) == 1:
        return nodes[0]
    return Near(nodes, (SIDE_BY_SIDE,) * (len(nodes) - 1), span)


def _fuzzy(text: str, typed: str, start: int, nearly: re.Match[str]) -> Fuzzy:
    place = start + nearly.start()
    word = typed[: nearly.start()]
    if nearly.end() < len(typed) or SIGNS.search(word):
        mend = "Put ~ or ~2 at the very end of a word, and no other sign in it: polise~."
        raise QueryError(text, place, f"{nearly.group()} cannot stand here.", mend)
    edits = int(nearly[1] or 1)
    looked_for = query_words(word)
    if not 1 <= edits <= MOST_EDITS:
        reason = f"{nearly.group()} asks for {edits} letters to be other."
        raise QueryError(text, place, reason, f"Type ~ or ~{MOST_EDITS}: {MOST_EDITS} at most.")
    if len(looked_for) != 1:
        reason = f"“{quotable(word)}” is several words, and ~ is for one."
        raise QueryError(text, place, reason, "Put it after one word alone.")
    least = LETTERS_FOR_EDITS[edits]
    if len(looked_for[0]) < least:
        reason = f"“{quotable(word)}” is too short for {nearly.group()}: it could be any word."
        mend = f"Leave {nearly.group()} out, or type a word of {least} letters or more."
        raise QueryError(text, place, reason, mend)
    return Fuzzy(looked_for[0], edits, (start, start + len(typed)))


def _pieces(text: str, typed: str, start: int) -> Iterator[Node]:
    """A node for each word of what was typed, French clitics left out."""
    found = [m for m in PIECE.finditer(typed) if terms(m.group()) or SIGNS.search(m.group())]
    for number, match in enumerate(found):
        piece, span = match.group(), (start + match.start(), start + match.end())
        if SIGNS.search(piece):
            yield _wildcard(text, piece, span)
        elif number or typed[match.end()] not in APOSTROPHES or fold(piece) not in CLITICS:
            yield Word(piece.lower(), span)  # "AND" would be written back as an operator


def _wildcard(text: str, piece: str, span: Span) -> Wildcard:
    sign = SIGNS.search(piece)
    place = span[0] + (sign.start() if sign else 0)
    before = piece[: sign.start()] if sign else piece
    if len(fold(before)) < LETTERS_BEFORE_WILDCARD:
        reason = f"{piece[place - span[0]]} has fewer than three letters before it."
        raise QueryError(text, place, reason, "Type at least three: sanctu*, wom?n.")
    if not SIGNS.search(piece.rstrip("?")):
        reason = f"It is not clear whether the ? of “{quotable(piece)}” is a question mark."
        mend = f"Leave it out; for other endings, type {quotable(piece.rstrip('?'))}*."
        raise QueryError(text, place, reason, mend)
    if any(len(words(part)) > 1 for part in SIGNS.split(piece)):
        reason = f"“{quotable(piece)}” is several words, and a wildcard is for one."
        raise QueryError(text, place, reason, "Type them one by one, with pre/1 between them.")
    folded = "".join(part if SIGNS.fullmatch(part) else fold(part) for part in _parts(piece))
    return Wildcard(re.sub(r"\*+", "*", folded), span)


def _parts(piece: str) -> list[str]:
    """The signs, and what stands between them."""
    return [part for part in re.split(r"([*?])", piece) if part]
