"""What one line of a list asks: a phrase as it stands, or a query."""

import re
from enum import StrEnum

from indexer.analysis import words
from indexer.errors import QueryError
from indexer.query.limits import MOST_CHARACTERS

# In a name these are signs like any other; between quotation marks of a query they are not.
SIGNS = re.compile(r"[*?~\"“”„‟«»‹›「」『』＂]+")


class As(StrEnum):
    """How lines are read."""

    PHRASE = "phrase"
    QUERY = "query"


def query_of(line: str, read_as: As) -> str:
    """The query that a line stands for. Raise QueryError.

    >>> query_of("Smith & Sons (“Yahoo!”)", As.PHRASE)
    '"Smith & Sons ( Yahoo! )"'
    """
    if read_as is As.QUERY:
        return line
    if len(line) > MOST_CHARACTERS - 2:
        raise QueryError(
            line, 0, f"The line is longer than {MOST_CHARACTERS - 2} characters.", "Shorten it."
        )
    if not words(line):
        raise QueryError(line, 0, "There is no word in this line.", "Write a word, or delete it.")
    return f'"{SIGNS.sub(" ", line).strip()}"'
