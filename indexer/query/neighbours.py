"""What only the neighbours of a word show: other tools' operators, quotes that run into words."""

import re
from itertools import pairwise

from lark import Token

from indexer.errors import QueryError
from indexer.query.fields import FIELD_OF
from indexer.query.languages import language_codes
from indexer.query.nodes import Scope
from indexer.query.operators import BEFORE, BETWEEN, CALLED, NotYet
from indexer.query.quoting import quotable

# What a thing that is looked for ends and begins with.
ENDS = {"WORD", "QUOTED", "SLACK", "_CLOSE"}
BEGINS = {"WORD", "QUOTED", "FIELD", "_OPEN", "NOT", "MINUS"}

SINGLE_OPEN = re.compile("['‘‚‛`´]+(?=\\w)")
SINGLE_CLOSE = re.compile("\\w['’‘`´]+[.,;!?]*$")

YEAR = re.compile(r"\d{4}\??")


def check_neighbours(text: str, tokens: list[Token]) -> None:
    """Raise QueryError where a word is another tool's operator, or runs into a quote or group."""
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.type == "WORD":
            _check_operator(text, before, token, after)
        elif token.type == "QUOTED":
            _check_inside(text, token)
    for first, second in pairwise(tokens):
        _check_touching(text, first, second)
    _check_single_quotes(text, tokens)
    _check_alternatives(text, tokens)


def _check_operator(text: str, before: Token | None, word: Token, after: Token | None) -> None:
    follows = after is not None and after.type in BEGINS
    if after is not None and after.type == "_OPEN" and _touch(word, after):
        _refuse(text, word, CALLED)
    if follows and before is not None and before.type in ENDS:
        _refuse(text, word, BETWEEN)
    if follows:
        _refuse(text, word, BEFORE)


def _refuse(text: str, word: Token, operators: tuple[NotYet, ...]) -> None:
    for operator in operators:
        if operator.pattern.fullmatch(word):
            reason = operator.reason.format(quotable(word))
            raise QueryError(text, _start(word), reason, operator.mend)


def _check_inside(text: str, quoted: Token) -> None:
    """Raise QueryError where a quotation mark was opened twice before it was closed."""
    opening = quoted[0]
    again = quoted.find(opening, 1, -1)
    if again > 0:
        reason = f"A second {opening} stands where the first is not closed."
        mend = f"Close the first one with {quoted[-1]}, or leave one of them out."
        raise QueryError(text, _start(quoted) + again, reason, mend)


def _check_touching(text: str, first: Token, second: Token) -> None:
    """Raise QueryError where a word runs into a quotation mark, or a plus stands before one."""
    if not _touch(first, second):
        return
    if first.type == "WORD" and second.type == "QUOTED" and first[-1].isalnum():
        place, reason = _start(second), f"“{quotable(first)}” runs into a quotation mark."
    elif first.type == "QUOTED" and second.type == "WORD" and second[0].isalnum():
        place, reason = _start(second), f"A quotation mark runs into “{quotable(second)}”."
    else:
        return
    mend = "Put a space between them; inside quotation marks, leave others out."
    raise QueryError(text, place, reason, mend)


def _check_single_quotes(text: str, tokens: list[Token]) -> None:
    """Raise QueryError where words stand between single quotation marks."""
    opened: Token | None = None
    for token in tokens:
        if token.type != "WORD":
            opened = None
            continue
        if SINGLE_OPEN.match(token):
            opened = token
        if opened is not None and SINGLE_CLOSE.search(token):
            reason = "Words in single quotation marks are no phrase here."
            mend = 'Type double ones, "sanctuary city", or leave them out.'
            raise QueryError(text, _start(opened), reason, mend)


def _check_alternatives(text: str, tokens: list[Token]) -> None:
    """Raise QueryError for `year:2016 OR 2017`, which asks for the word 2017."""
    for field, first, operator, second in zip(
        tokens, tokens[1:], tokens[2:], tokens[3:], strict=False
    ):
        types = (field.type, first.type, operator.type, second.type)
        if types != ("FIELD", "WORD", "_OR", "WORD"):
            continue
        scope = FIELD_OF[field.rstrip(":").lower()].scope
        is_year = scope is None and YEAR.fullmatch(second)
        is_code = scope is Scope.LANGUAGE and second.lower() in language_codes()
        if is_year or is_code:
            said = f"{field.lower()}({first} OR {second})"
            reason = f"It is not clear whether “{second}” belongs to {field.lower()}"
            mend = f'Type {quotable(said)}; to look for the word, put it in quotes: "{second}".'
            raise QueryError(text, _start(second), f"{reason.rstrip(':')}.", mend)


def _touch(first: Token, second: Token) -> bool:
    """Whether nothing stands between two tokens, not even a space."""
    return _start(first) + len(first) == _start(second)


def _start(token: Token) -> int:
    return token.start_pos or 0
