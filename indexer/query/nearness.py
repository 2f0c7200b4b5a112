"""How near: `w/10`, `pre/3`, `/s`, `/p` between two things, and `~10` after a phrase."""

from indexer.analysis import words
from indexer.errors import QueryError
from indexer.query.limits import MOST_WORDS_APART
from indexer.query.nodes import Expanded, Fuzzy, Link, Node, Or, Phrase, Unit, Wildcard, Word
from indexer.query.quoting import quotable

UNITS = {"s": Unit.SENTENCE, "p": Unit.PARAGRAPH}
LEAVES = (Word, Phrase, Wildcard, Fuzzy, Expanded)


def read_link(text: str, typed: str, start: int) -> Link:
    """What an operator between two things asks. Raise QueryError."""
    name, _, measure = typed.lower().partition("/")
    unit = UNITS.get(measure)
    if unit is not None:
        return Link(unit)
    return Link(Unit.WORDS, _distance(text, measure, start, typed), ordered=name == "pre")


def read_slack(text: str, typed: str, phrase: str, start: int) -> int:
    """The number of `~10` after a phrase. Raise QueryError."""
    if len(words(phrase)) < 2:
        reason = f"{typed} after quotation marks is for two words or more."
        mend = f"For words that are nearly so, leave out the quotes: {quotable(phrase)}~."
        raise QueryError(text, start, reason, mend)
    return _distance(text, typed[1:], start, typed)


def _distance(text: str, digits: str, start: int, typed: str) -> int:
    # Digits only, but perhaps a thousand of them: not for int().
    number = int(digits[:6]) if digits else 0
    if 1 <= number <= MOST_WORDS_APART:
        return number
    reason = f"{quotable(typed)} is no distance that can be searched."
    mend = f"Type a number of words from 1 (side by side) to {MOST_WORDS_APART}."
    raise QueryError(text, start, reason, mend)


def check_operand(text: str, node: Node, link: str) -> None:
    """Raise QueryError where something cannot stand beside `w/10` and the like."""
    if isinstance(node, LEAVES):
        return
    if isinstance(node, Or):
        for each in node.nodes:
            check_operand(text, each, link)
        return
    reason = f"{link} can only stand between words, phrases, and groups of them with OR."
    mend = "Put the field before a group, title:(police w/5 status); type AND for the rest."
    raise QueryError(text, node.span[0], reason, mend)
