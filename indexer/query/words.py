"""The words of one unquoted query word: "co-operation" is two that stand together."""

from indexer.analysis import Token, words
from indexer.query.quoting import quotable

APOSTROPHES = "'’ʼ‘＇"

# French words that lose their vowel before another: "l'immigration", "d’asile", "jusqu'au".
CLITICS = frozenset(
    ("c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu")
)

# English possessive: "Montreal's".
POSSESSIVE = "s"


def query_words(text: str) -> tuple[str, ...]:
    """The folded terms to look for next to each other, each in any form; empty for "&".

    French clitics at the front and an English 's at the end are dropped where something remains.

    >>> query_words("l’immigration"), query_words("Montreal's"), query_words("don't")
    (('immigration',), ('montreal',), ('don', 't'))
    """
    return tuple(token.term for token in _looked_for(text))


def shown_word(text: str) -> str:
    """What of an unquoted word is looked for, as typed: "police" of "police,"."""
    return _from_first_to_last(text, _looked_for(text))


def shown_phrase(text: str) -> str:
    """What of a phrase is looked for, as typed, without signs around it."""
    return _from_first_to_last(text, words(text))


def _looked_for(text: str) -> list[Token]:
    tokens = words(text)
    while len(tokens) > 1 and tokens[0].term in CLITICS and _apostrophe_between(text, tokens, 0):
        tokens = tokens[1:]
    last = len(tokens) - 1
    if last > 0 and tokens[last].term == POSSESSIVE and _apostrophe_between(text, tokens, last - 1):
        tokens = tokens[:last]
    return tokens


def _apostrophe_between(text: str, tokens: list[Token], first: int) -> bool:
    """Whether exactly an apostrophe parts this token from the next."""
    between = text[tokens[first].end : tokens[first + 1].start]
    return len(between) == 1 and between in APOSTROPHES


def _from_first_to_last(text: str, tokens: list[Token]) -> str:
    return quotable(text[tokens[0].start : tokens[-1].end] if tokens else text)
