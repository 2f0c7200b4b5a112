"""What the matches of an expression begin with, so that a line meets only those it may match."""

import re
from collections.abc import Iterator

# A head has at most this many letters: more would part hardly any patterns.
MAX_HEAD_LETTERS = 12
ANY_HEAD = ""
DIGIT = r"\d"

# Signs that stand for themselves, once each.
LITERALS = re.compile(r"(?:(?:\\\W|[^\\.^$\[\](){}|?*+])(?![?*+{]))*")
ESCAPED = re.compile(r"\\(.)")


def heads_of(pattern: str) -> frozenset[str]:
    """The letters that matches of a pattern can begin with: DIGIT for a digit, ANY_HEAD for any.

    >>> sorted(heads_of("(posted|filed) (in|on) .*")), sorted(heads_of("ads?"))
    (['filed ', 'posted '], ['ad'])
    """
    choices = choices_of(pattern)
    if len(choices) > 1:
        return frozenset().union(*map(heads_of, choices))
    if pattern.startswith("(") and not pattern.startswith("(?"):
        return heads_of_bracket(pattern)
    if pattern.startswith(DIGIT):
        return frozenset({ANY_HEAD if is_optional(pattern[2:]) else DIGIT})
    return frozenset({literal_start(pattern)[:MAX_HEAD_LETTERS]})


def tails_of(pattern: str) -> tuple[str, ...]:
    """What matches of a pattern can end with: the choices that it ends in, or ("",) for anything.

    >>> tails_of(".{0,80}(all rights|tous droits)"), tails_of("a.*")
    (('all rights', 'tous droits'), ('',))
    """
    for at, char in brackets_of(pattern):
        if char == "(" and closing_bracket(pattern[at:]) == len(pattern[at:]) - 1:
            choices = choices_of(pattern[at + 1 : -1])
            return tuple(choices) if all(map(is_literal, choices)) else ("",)
    return ("",)


def is_literal(pattern: str) -> bool:
    """Whether a pattern is a word or some, and no sign stands for anything else."""
    return pattern.replace(" ", "").isalnum()


def heads_of_bracket(pattern: str) -> frozenset[str]:
    """The heads of a pattern that begins with choices in brackets."""
    end = closing_bracket(pattern)
    choices, rest = choices_of(pattern[1:end]), pattern[end + 1 :]
    if rest[:1] == "?":
        choices, rest = [*choices, ""], rest[1:]
    elif is_optional(rest):
        return frozenset({ANY_HEAD})
    elif rest[:1] in ("+", "{"):
        return frozenset().union(*map(heads_of, choices))
    return frozenset().union(*(heads_of(choice + rest) for choice in choices))


def literal_start(pattern: str) -> str:
    r"""The signs that every match begins with.

    >>> literal_start(r"\(c\) \d+"), literal_start("colou?r")
    ('(c) ', 'colo')
    """
    start = LITERALS.match(pattern)
    return ESCAPED.sub(r"\1", start[0]) if start is not None else ""


def is_optional(rest: str) -> bool:
    """Whether what stands before the rest of a pattern may be absent."""
    return rest[:1] in ("?", "*") or rest[:2] in ("{0", "{,")


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
