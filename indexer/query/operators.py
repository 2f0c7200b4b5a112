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


_FAR = "Type AND to ask for both words anywhere in a page, or quotes for an exact phrase."

NOT_YET = (
    NotYet("within a distance", "police w/10 status, police pre/3 status, \"police status\"~10",
           re.compile(r"^(?:w|near|onear|adj|pre)/\d+$|^~\d+$", re.IGNORECASE),
           "Searching within a distance ({0}) is not possible yet.", _FAR),
    NotYet("in one sentence or paragraph", "police /s status, police /p status",
           re.compile(r"^w?/[sp]$", re.IGNORECASE),
           "Searching within a sentence or paragraph ({0}) is not possible yet.", _FAR),
    NotYet("wildcard", "sanctu*, wom?n", re.compile(r"[*?]"),
           "The wildcard {0} is not possible yet.",
           "Type the whole word without signs: its other forms are found too."),
    NotYet("fuzzy", "polise~, polise~2", re.compile(r"~\d*"),
           "Searching for words that are nearly so ({0}) is not possible yet.",
           "Type the spellings with OR between them: polise OR police."),
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
