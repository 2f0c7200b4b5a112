"""Faults in how a query is put together, told from the two tokens where it breaks."""

from lark import Token

from indexer.errors import QueryError

BETWEEN = {"_AND", "_OR", "LINK"}
BEFORE = {"NOT", "MINUS"}
CLOSING = {"“": "”", "„": "“", "«": "»", "»": "«", "‟": "”", "‹": "›", "「": "」", "『": "』"}


def unclosed_quote(text: str, token: Token) -> QueryError:
    """The error for a quotation mark without its other half."""
    close = CLOSING.get(str(token), str(token))
    mend = f"Close it with {close} after the last word of the phrase, or leave it out."
    return QueryError(text, _at(token), f"The quotation mark {token} is never closed.", mend)


def fault_at(text: str, tokens: list[Token], place: int) -> QueryError:
    """Why `tokens[place]` cannot follow the one before it; `len(tokens)` is the query's end."""
    before = tokens[place - 1] if place else None
    here = tokens[place] if place < len(tokens) else None
    return (
        _after_field(text, before, here)
        or _near_what_is_left_out(text, before, here)
        or _two_operators(text, before, here)
        or _operator_alone(text, before, here)
        or _parentheses(text, tokens, place)
    )


def _after_field(text: str, before: Token | None, here: Token | None) -> QueryError | None:
    if before is None or before.type != "FIELD":
        return None
    if here is not None and here.type == "FIELD":
        return nested_field(text, here)
    mend = f"Type a word, a “phrase” or a ( group ) right after {before}, or leave it out."
    return QueryError(text, _at(before), f"{before} has nothing to look for.", mend)


def nested_field(text: str, field: Token) -> QueryError:
    """The error for a field inside another's words."""
    mend = f"Put it after the other, with a space between: title:police {str(field).lower()}…"
    return QueryError(text, _at(field), f"{field} stands inside another field.", mend)


def _two_operators(text: str, before: Token | None, here: Token | None) -> QueryError | None:
    if before is None or here is None:
        return None
    both_between = before.type in BETWEEN and here.type in BETWEEN
    both_before = before.type in BEFORE and here.type in BEFORE
    if not (both_between or both_before):
        return None
    reason = f"{before} and {here} stand side by side."
    return QueryError(text, _at(here), reason, "Keep one of them.")


def _near_what_is_left_out(
    text: str, before: Token | None, here: Token | None
) -> QueryError | None:
    """The error for `police NOT w/5 status` and `police w/5 NOT status`."""
    if before is None or here is None:
        return None
    if {before.type, here.type} & BEFORE == set() or "LINK" not in (before.type, here.type):
        return None
    link = here if here.type == "LINK" else before
    reason = f"{before} and {here} stand side by side."
    mend = f"Leave out pages that have both near: police NOT (police {link} status)."
    return QueryError(text, _at(here), reason, mend)


def _operator_alone(text: str, before: Token | None, here: Token | None) -> QueryError | None:
    if before is not None and before.type in BETWEEN | BEFORE:
        reason = f"{before} has nothing after it."
        mend = f"Type a word or a phrase after it, or leave it out{_as_word(before)}."
        return QueryError(text, _at(before), reason, mend)
    if here is not None and here.type in BETWEEN:
        reason = f"{here} has nothing before it."
        mend = f"Type a word or a phrase before it, or leave it out{_as_word(here)}."
        return QueryError(text, _at(here), reason, mend)
    return None


def _as_word(operator: Token) -> str:
    if operator.type == "MINUS":
        return ""
    return f'; to look for the word itself, type "{str(operator).lower()}"'


def _parentheses(text: str, tokens: list[Token], place: int) -> QueryError:
    """What remains: parentheses that are empty, never closed or never opened."""
    if place == len(tokens):
        opened: list[Token] = []
        for token in tokens:
            if token.type == "_OPEN":
                opened.append(token)
            elif token.type == "_CLOSE" and opened:
                opened.pop()
        reason = "The parenthesis ( is never closed."
        return QueryError(text, _at(opened[-1]), reason, "Close it with ), or leave it out.")
    if place and tokens[place - 1].type == "_OPEN":
        reason = "There is nothing inside the parentheses."
        return QueryError(
            text, _at(tokens[place - 1]), reason, "Type words in them, or leave them out."
        )
    reason = "The parenthesis ) was never opened."
    mend = "Open it with ( before the first word of the group, or leave it out."
    return QueryError(text, _at(tokens[place]), reason, mend)


def _at(token: Token) -> int:
    return token.start_pos or 0
