"""What an unquoted word or a phrase must not hold, whatever field it stands in."""

import re

from indexer.analysis import fold, words
from indexer.errors import QueryError
from indexer.query.fields import FIELD_OF, nearest_field
from indexer.query.operators import ADDRESS, not_yet
from indexer.query.quoted import check_quoted
from indexer.query.quoting import quotable

# Letters and a colon: meant for a field. Times ("12:30") and addresses are plain words.
PREFIX = re.compile(r"([^\W\d_][\w-]*):")
COLON_BEFORE = re.compile(r":+(?=\w)")
LEADING_MINUS = re.compile(r"[-‐‑‒–—−－]+(?=\W*\w)", re.DOTALL)

# What other tools call the text, where ours looks for every word.
EVERYWHERE = frozenset(
    """
    text body content fulltext all any anywhere allintext intext texte corps contenu tout
    """.split()  # noqa: SIM905
)

# What to say of a sign that stands alone, where more than "leave it out" helps.
SIGNS = {
    "&": "Leave it out: all words are asked for.",
    "&&": "Leave it out: all words are asked for.",
    "|": "Type OR: police OR cbsa.",
    "||": "Type OR: police OR cbsa.",
    "+": "Leave it out: all words are asked for.",
    "!": "Leave it out; to leave out pages, type NOT or a minus: -rally.",
    "-": "Put it right before the word to leave out, without a space, or leave it out.",
    "–": "Leave it out; to leave out pages, put a minus right before the word: -rally.",
    "—": "Leave it out; to leave out pages, put a minus right before the word: -rally.",
    "*": "To see all pages, leave the query empty.",
    "?": "Leave it out; for dates that are perhaps so, put it right after them: year:2017?",
    ":": "Leave it out; for a field, put it right after its name: title:police.",
    "..": "Type a range without spaces: date:2016..2017.",
}


def check_word(text: str, word: str, start: int) -> None:
    """Raise QueryError where an unquoted word, which stands at `start`, is not just a word."""
    _check_prefix(text, word, start)
    _check_colon(text, word, start)
    _check_minus(text, word, start)
    if not words(word):
        mend = SIGNS.get(word, "Leave it out, or type a word.")
        reason = f"“{quotable(word)}” has no letter and no digit to look for."
        raise QueryError(text, start, reason, mend)
    found = not_yet(word)
    if found:
        operator, match = found
        reason = operator.reason.format(match.group())
        raise QueryError(text, start + match.start(), reason, operator.mend)


def check_phrase(text: str, phrase: str, start: int) -> None:
    """Raise QueryError where a phrase has no words, or a wildcard; it begins at `start`."""
    if not words(phrase):
        reason = "There is nothing to look for inside the quotation marks."
        raise QueryError(text, start - 1, reason, "Type words in them, or leave them out.")
    check_quoted(text, phrase, start)


def _check_prefix(text: str, word: str, start: int) -> None:
    prefix = PREFIX.match(word)
    if not prefix or ADDRESS.match(word):
        return
    typed = prefix[1]
    near = nearest_field(typed)
    if fold(typed) in EVERYWHERE:
        mend = "Leave it out: words are looked for in title and text"
    elif near:
        mend = f"Type {near}: instead"
    else:
        mend = f"The fields are {', '.join(f'{name}:' for name in FIELD_OF)}"
    quoted = quotable(word.rstrip(":"))
    mend += f'; to look for the words themselves, put them in quotes: "{quoted}".'
    raise QueryError(text, start, f"There is no field “{quotable(typed)}:”.", mend)


def _check_colon(text: str, word: str, start: int) -> None:
    colon = COLON_BEFORE.match(word)
    if colon:
        reason = f"A colon stands before “{quotable(word[colon.end() :])}”."
        mend = "Put one right after the name of a field, title:police, or leave it out."
        raise QueryError(text, start, reason, mend)


def _check_minus(text: str, word: str, start: int) -> None:
    minus = LEADING_MINUS.match(word)
    if not minus:
        return
    rest = quotable(word[minus.end() :])
    if len(minus.group()) > 1:
        reason, mend = "Minus signs stand side by side.", f"Keep one: -{rest}."
    elif text[start - 1] == ":":
        reason = "A minus cannot stand between a field and its word."
        mend = "Put it before the field: -title:police."
    else:
        reason = f"It is not clear whether to leave out pages with “{rest}”."
        mend = f"Put a space before the minus to leave them out: … -{rest}; else after it."
    raise QueryError(text, start, reason, mend)
