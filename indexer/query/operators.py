"""Operators of other search tools: each gets an error, never another meaning."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotYet:
    """Something typed that the language does not take.

    name:    what it is called, for the docs
    typed:   how it is typed, for the docs
    pattern: what finds it in an unquoted word, or fits all of one
    reason:  what is wrong; {0} is what was found
    mend:    what to type instead
    """

    name: str
    typed: str
    pattern: re.Pattern[str]
    reason: str
    mend: str


NO_OPERATOR = "{0} is not an operator here."
NEARNESS = (
    "Type w/10 for both ways, pre/3 for this order, /s for one sentence, /p for one paragraph, or "
    "~10 right after a phrase in quotes."
)

# Found in one word, wherever it stands. Letters before a sign: three, as "C#" and "CA$" are names.
NOT_YET = (
    NotYet("within a distance, in other ways", "adj/3, onear/3, n/5, /sent, w/, police ~10",
           re.compile(r"^(?:o?near|adj|next|same|within|around|[np])/\d+$"
                      r"|^(?:w|near|pre)[/\\][\w.,+-]*$"
                      r"|^/(?:[+-]\d+|n\d+|para\w*|sent\w*|seg)$|^~\d*$", re.IGNORECASE),
           NO_OPERATOR, NEARNESS),
    NotYet("boost", "police^4", re.compile(r"\^[\d.]+$"),
           "Giving a word more weight ({0}) is not possible.", "Leave it out."),
    NotYet("not, as in programs", "!rally", re.compile(r"^!+(?=\w)"),
           NO_OPERATOR, "Type NOT or a minus: -rally."),
    NotYet("or, as in programs", "police|cbsa", re.compile(r"\|+"),
           NO_OPERATOR, "Type OR with spaces around it: police OR cbsa."),
    NotYet("and, as in programs", "police && cbsa", re.compile(r"&{2,}"),
           NO_OPERATOR, "Leave it out: all words are asked for."),
    NotYet("other endings, in other ways", "immigra!, immigra$, wom#n, immigra%",
           re.compile(r"(?<=[^\W\d_])!+$|(?<=[^\W\d_]{3})(?:\$$|#(?=[^\W\d_]*$)|%$)"),
           "It is not clear whether {0} stands for other letters.",
           "Leave it out; for any letters type *, for one ?: sanctu*, wom?n."),
    NotYet("a field, in other ways", "title=police, date>2017, TI=police",
           re.compile(r"^[^\W\d_][\w-]+(?::?[=<>]+|:[=<>]*(?=>|<))(?!=)"),
           "{0} names no field here.",
           "Type a colon: title:police, after:2016, before:2018; to look for the words "
           "themselves, put them in quotes."),
    NotYet("exact word, in other ways", "=police", re.compile(r"^=+(?=\w)"),
           NO_OPERATOR, 'For exactly one word, put it in quotes: "police".'),
    NotYet("range of numbers", "2016..2017", re.compile(r"^\[?\d{4}\.{2,}\d{4}\]?$"),
           "{0} is no word to look for.", "For days, months or years, type date:2016..2017."),
)  # fmt: skip

# Whole words, where something stands on both sides of them.
BETWEEN = (
    NotYet("and, or, not in French", "police ET rally, police OU rally, police SAUF rally",
           re.compile(r"ET|OU|SAUF|SANS|NON|PAS|XOR|ANDNOT|BUT"), NO_OPERATOR,
           "Type AND, OR or NOT, as in police OR cbsa; to look for the word itself, type it in "
           "small letters."),
    NotYet("near, in other ways", "police NEAR5 status, police ADJ status, police +5 status",
           re.compile(r"(?:O?NEAR|ADJ|NEXT|PRE|AROUND|WITHIN|SAME|WITH)\d*|[NW]\d+"
                      r"|\+(?:\d{1,3}|[sp])|%\d+"), NO_OPERATOR,
           NEARNESS + " To look for the word itself, put it in quotes."),
    NotYet("from … to", "[2016 TO 2017]", re.compile(r"TO"), NO_OPERATOR,
           "For a range of days, months or years, type date:2016..2017; to look for the word "
           "itself, type it in small letters."),
)  # fmt: skip

# Whole words, where something stands after them.
BEFORE = (
    NotYet("not in French", "SAUF rally, NON rally", re.compile(r"SAUF|SANS|NON|PAS"), NO_OPERATOR,
           "Type NOT, as in NOT rally; to look for the word itself, type it in small letters."),
)  # fmt: skip

# Whole words right before a parenthesis, without a space; the first that fits tells.
CALLED = (
    NotYet("how often a word stands", "atleast5(police)", re.compile(r"(?i:atl(?:east)?\d*)"),
           "How often a word stands cannot be asked ({0}).",
           "Leave it out; pages that say it more often come first."),
    NotYet("forms of a word", "allcaps(aids), plural(city)",
           re.compile(r"(?i:(?:all|no)?caps|plural|singular)"),
           "Capitals and numbers of a word cannot be asked ({0}).",
           "Leave it out; for exactly one form of a word, put it in quotes."),
    NotYet("near, as a function", "police AROUND(5) status, NEAR(police, status)",
           re.compile(r"(?i:o?near|around|within|adj|next|pre)"), NO_OPERATOR, NEARNESS),
    NotYet("a word that runs into a parenthesis", "headline(police), employee(s)",
           re.compile(r".*\w.*", re.DOTALL),
           "It is not clear whether {0} and the parenthesis belong together.",
           "For a field, type a colon: title:(police); for both words, put a space before the "
           "parenthesis, or put all of it in quotes."),
)  # fmt: skip

# An address is a word like others, and may hold any of these signs.
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S", re.IGNORECASE)

# All of an address, inside quotes too.
QUOTED_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)


def not_yet(word: str) -> tuple[NotYet, re.Match[str]] | None:
    """The first operator in an unquoted word that the language does not take, or None."""
    if ADDRESS.search(word):
        return None
    for operator in NOT_YET:
        found = operator.pattern.search(word)
        if found:
            return operator, found
    return None
