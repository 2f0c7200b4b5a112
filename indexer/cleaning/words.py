"""Rules that know a line by its words, in English and French side by side."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache
from itertools import product

from indexer.cleaning.line import DECORATION, SPACES, folded
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Drops

CHOICE = re.compile(r"\(([^()]*)\)")
NOT_A_CHOICE = re.compile(r"[()|]")


def anywhere(page: Page, at: int, taken: Set[int]) -> bool:
    """The condition of words that need none."""
    return True


@dataclass(frozen=True, slots=True)
class Words:
    """Whole lines that a rule takes.

    phrases:  keys of lines (see `Line.key`)
    patterns: expressions that a whole key matches; compiled when first asked, as there are many
    when:     what must hold besides
    """

    phrases: frozenset[str]
    patterns: tuple[str, ...]
    when: Drops = anywhere

    def __call__(self, page: Page, at: int, taken: Set[int]) -> bool:
        """Whether the line is one of these, and the condition holds."""
        key = page.content[at].key
        return bool(key) and self.hold(key) and self.when(page, at, taken)

    def hold(self, key: str) -> bool:
        """Whether a key is one of these."""
        return key in self.phrases or any(
            compiled(pattern).fullmatch(key) for pattern in self.patterns
        )


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The expression of one pattern."""
    return re.compile(pattern)


def words(*, phrases: str = "", patterns: tuple[str, ...] = (), when: Drops = anywhere) -> Words:
    """Words from a readable list.

    phrases:  separated by line ends or semicolons; "(a|b|)" stands for each of its choices
    patterns: expressions for a whole key, written without accents, each safe to run on
              MAX_RULED_CHARS characters
    """
    listed = (phrase for line in phrases.splitlines() for phrase in line.split(";"))
    keys = frozenset(key for phrase in listed for key in expanded(phrase) if key)
    return Words(keys, tuple(map(folded, patterns)), when)


def expanded(phrase: str) -> Iterator[str]:
    """Every phrase that a phrase with choices stands for, as keys.

    >>> sorted(expanded("back to (the |)top"))
    ['back to the top', 'back to top']
    """
    if NOT_A_CHOICE.search(CHOICE.sub("", phrase)):
        raise ValueError(f"“{phrase}”: choices cannot lie in one another; list it twice instead")
    parts = CHOICE.split(phrase)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    for chosen in product(*choices):
        yield SPACES.sub(" ", folded("".join(chosen)).strip(DECORATION))
