"""Why the judge took a line, in words a person understands."""

from collections.abc import Iterable, Iterator, Set
from functools import lru_cache

from indexer.cleaning.cleaned import JUDGED
from indexer.cleaning.line import SENTENCE_ENDS
from indexer.cleaning.page import Page

NAME = JUDGED
SHORT_WORDS = 8
LONG_WORDS = 25
MIN_TITLE_CASE_WORDS = 2
MOSTLY = 0.8
EDGE_SHARE = 0.15
# Furniture repeats, on a page and on the next of its source; longer lines seldom do.
MAX_KNOWN_CHARS = 60


def reasons(
    page: Page, asked: Iterable[tuple[int, float]], gone: Set[int]
) -> Iterator[tuple[int, str]]:
    """What is plain to see of each line asked about, and how likely it was to be text.

    asked: places in `page.content`, and how likely the line there was to be text
    gone:  all lines that rules or the judge took
    """
    content = page.content
    top, end = len(content) * EDGE_SHARE, len(content) * (1 - EDGE_SHARE)
    for at, likelihood in asked:
        _, _, text, _, words, markup = content[at]
        yield (
            at,
            told(
                (words > SHORT_WORDS) + (words >= LONG_WORDS),
                known_case(text) if len(text) <= MAX_KNOWN_CHARS else letter_case(text),
                words > 1 and text[-1] not in SENTENCE_ENDS,
                markup is not None and markup.link_share >= MOSTLY,
                at - 1 in gone,
                at + 1 in gone,
                (at >= top) + (at >= end),
                f"{likelihood:.2f}",
            ),
        )


@lru_cache(maxsize=20_000)
def told(
    length: int,
    case: str,
    is_open: bool,
    is_link: bool,
    above_went: bool,
    below_went: bool,
    third: int,
    likelihood: str,
) -> str:
    """The reason in words; few lines have one that no line before them had.

    length:  0 for short, 1 for middling, 2 for long
    case:    what `letter_case` says
    is_open: it has words and no end of a sentence
    third:   0 near the page's top, 1 in the middle, 2 near its end
    """
    seen = (
        ("short", "of middling length", "long")[length],
        case,
        "no end of a sentence" if is_open else "",
        "a link" if is_link else "",
        neighbours(above_went, below_went),
        ("near the page's top", "", "near the page's end")[third],
    )
    return f"{', '.join(filter(None, seen))}; {likelihood} likely to be text"


def letter_case(text: str) -> str:
    """Whether its words are in capitals, or begin with them; "" for neither."""
    words = [word for word in text.split() if word[0].isalpha()]
    if len(words) < MIN_TITLE_CASE_WORDS:
        return ""
    if all(map(str.isupper, words)):
        return "in capitals"
    capitals = sum(map(str.isupper, [word[0] for word in words]))
    return "title-case" if capitals >= len(words) * MOSTLY else ""


known_case = lru_cache(maxsize=20_000)(letter_case)


def neighbours(above_went: bool, below_went: bool) -> str:
    """What became of the lines above and below."""
    if above_went and below_went:
        return "between two lines that went"
    if above_went or below_went:
        return "below a line that went" if above_went else "above a line that went"
    return "among lines that stay"
