"""Why the judge took a line, in words a person understands."""

from collections.abc import Set

from indexer.cleaning.cleaned import JUDGED
from indexer.cleaning.line import Line
from indexer.cleaning.page import Page

NAME = JUDGED
SHORT_WORDS = 8
LONG_WORDS = 25
MIN_TITLE_CASE_WORDS = 2
MOSTLY = 0.8
EDGE_SHARE = 0.15


def reason(page: Page, at: int, gone: Set[int], likelihood: float) -> str:
    """What is plain to see of the line, and how likely it was to be text.

    gone: all lines that rules or the judge took
    """
    line = page.content[at]
    seen = [length(line), *looks(line), neighbours(page, at, gone), *place(page, at)]
    return f"{', '.join(filter(None, seen))}; {likelihood:.2f} likely to be text"


def length(line: Line) -> str:
    """How long it is."""
    if line.words <= SHORT_WORDS:
        return "short"
    return "long" if line.words >= LONG_WORDS else "of middling length"


def looks(line: Line) -> list[str]:
    """What its letters, signs and tags look like."""
    words = [word for word in line.text.split() if word[0].isalpha()]
    found = []
    if len(words) >= MIN_TITLE_CASE_WORDS and all(word.isupper() for word in words):
        found.append("in capitals")
    elif (
        len(words) >= MIN_TITLE_CASE_WORDS
        and sum(word[0].isupper() for word in words) >= len(words) * MOSTLY
    ):
        found.append("title-case")
    if line.words > 1 and not line.ends_a_sentence:
        found.append("no end of a sentence")
    if line.markup is not None and line.markup.link_share >= MOSTLY:
        found.append("a link")
    return found


def neighbours(page: Page, at: int, gone: Set[int]) -> str:
    """What became of the lines above and below."""
    above, below = at - 1 in gone, at + 1 in gone
    if above and below:
        return "between two lines that went"
    if above or below:
        return "below a line that went" if above else "above a line that went"
    return "among lines that stay"


def place(page: Page, at: int) -> list[str]:
    """Whether it stands at an end of the page."""
    count = len(page.content)
    if at < count * EDGE_SHARE:
        return ["near the page's top"]
    return ["near the page's end"] if at >= count * (1 - EDGE_SHARE) else []
