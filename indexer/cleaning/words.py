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
PATTERN_OPERATORS = "?*+{|"
# Patterns are found by the letters that they begin with: as many of these as they have.
HEAD_LETTERS = (6, 4, 2)
ANY_HEAD = frozenset({""})
DIGIT = "0"
DIGIT_HEAD = frozenset({DIGIT})


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


def heads_of(pattern: str) -> frozenset[str]:
    """The letters that matches of a pattern can begin with, of one of HEAD_LETTERS; "" for any.

    >>> sorted(heads_of("(posted|filed) (in|on) .*")), sorted(heads_of("ads?"))
    (['filed ', 'posted'], ['ad'])
    """
    if has_top_choice(pattern):
        return ANY_HEAD
    if pattern.startswith("(") and not pattern.startswith("(?"):
        end = closing_bracket(pattern)
        rest = pattern[end + 1 :]
        optional = rest[:1] in ("?", "*", "{")
        if rest[:1] in ("*", "{", "+"):
            return ANY_HEAD
        choices = [*choices_of(pattern[1:end]), *([""] if optional else [])]
        rest = rest.removeprefix("?")
        return frozenset().union(*(heads_of(choice + rest) for choice in choices))
    if pattern.startswith(r"\d"):
        return DIGIT_HEAD
    run = next((at for at, char in enumerate(pattern) if not is_literal(char)), len(pattern))
    if pattern[run : run + 1] in PATTERN_OPERATORS and run < len(pattern):
        run -= 1
    length = next((length for length in HEAD_LETTERS if length <= run), 0)
    return frozenset({pattern[:length]})


def is_literal(char: str) -> bool:
    """Whether a sign of a pattern stands for itself."""
    return char.isalpha() or char in " '-"


def has_top_choice(pattern: str) -> bool:
    """Whether a pattern is a choice as a whole, and not only within brackets."""
    return len(choices_of(pattern)) > 1


def choices_of(pattern: str) -> list[str]:
    """A pattern parted at the bars that lie in no bracket."""
    parts, depth, start = [], 0, 0
    for at, char in brackets_of(pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            parts.append(pattern[start:at])
            start = at + 1
    return [*parts, pattern[start:]]


def closing_bracket(pattern: str) -> int:
    """Where the bracket that a pattern begins with is closed."""
    depth = 0
    for at, char in brackets_of(pattern):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return at
    raise ValueError(f"“{pattern}”: the first bracket is not closed")


def brackets_of(pattern: str) -> Iterator[tuple[int, str]]:
    """The brackets and bars of a pattern that are not escaped and in no set, with their places."""
    in_set = escaped = False
    for at, char in enumerate(pattern):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "[" or in_set:
            in_set = char != "]"
        elif char in "()|":
            yield at, char
