"""Operators of other search tools: each gets an error, never another meaning."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotYet:
    """Something typed that the language does not take.

    name:    what it is called, for the docs
    typed:   how it is typed, for the docs
    pattern: what finds it in an unquoted word
    reason:  what is wrong; {0} is what was found
    mend:    what to type instead
    """

    name: str
    typed: str
    pattern: re.Pattern[str]
    reason: str
    mend: str


NOT_YET = (
    NotYet("within a distance, in other ways", "adj/3, onear/3, w/, police ~10",
           re.compile(r"^(?:onear|adj)/\d+$|^(?:w|near|pre)/\w*$|^~\d*$", re.IGNORECASE),
           "{0} is not an operator here.",
           "Type w/10 for both ways, pre/3 for this order, /s for one sentence, /p for one "
           "paragraph, or ~10 right after a phrase in quotes."),
    NotYet("boost", "police^4", re.compile(r"\^[\d.]+$"),
           "Giving a word more weight ({0}) is not possible.", "Leave it out."),
    NotYet("not, as in programs", "!rally", re.compile(r"^!+(?=\w)"),
           "{0} is not an operator here.", "Type NOT or a minus: -rally."),
    NotYet("or, as in programs", "police|cbsa", re.compile(r"\|+"),
           "{0} is not an operator here.", "Type OR with spaces around it: police OR cbsa."),
    NotYet("and, as in programs", "police && cbsa", re.compile(r"&{2,}"),
           "{0} is not an operator here.", "Leave it out: all words are asked for."),
)  # fmt: skip

# An address is a word like others, and may hold any of these signs.
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S", re.IGNORECASE)

# Signs inside quotes that would be wildcards. A question mark at a word's end is the page's own.
QUOTED_WILDCARD = re.compile(r"\w\*|\*\w|\w\?+\w")


def not_yet(word: str) -> tuple[NotYet, re.Match[str]] | None:
    """The first operator in an unquoted word that the language does not take, or None."""
    if ADDRESS.search(word):
        return None
    for operator in NOT_YET:
        found = operator.pattern.search(word)
        if found:
            return operator, found
    return None
