"""Where a page's lines stand: below its heading, above its first paragraph, among comments."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.metadata.page import Page
from indexer.metadata.plain import any_of

# A line of so many characters is a paragraph rather than a label.
PARAGRAPH_CHARACTERS = 140
# What opens a part of the page is short.
OPENING_CHARACTERS = 90
# Farther than this, in lines, nothing belongs together.
FAR = 60

COMMENTS = re.compile(
    r"^\W*(?:\d+\s+)?"
    + any_of(
        r"comments? replies responses? thoughts?_on leave_a_(?:reply|comment) discussion",
        "join_the_(?:discussion|conversation) reader_interactions commentaires? réponses?",
        "laisser_un_commentaire kommentare? comentarios? reacties",
    )
    + r"\b.{0,60}$",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"^\W*"
    + any_of(
        "related you_(?:may|might) recommended recent latest more_(?:from|in|on|articles|posts)",
        "more_stories popular trending most_read read_(?:next|more|also) keep_reading up_next",
        "archives? featured similar upcoming previous next see_also what[’']s_new articles blog",
        "news à_lire derni(?:er|ère)s plus_(?:de|lus) voir_aussi",
    )
    + r"\b.{0,50}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the lines of a page are, by their number in `Page.lines`, ascending.

    headings:   lines that repeat the title
    paragraphs: lines of PARAGRAPH_CHARACTERS and more
    comments:   lines that open a part with comments
    elsewhere:  lines that open a list of other pages
    """

    headings: tuple[int, ...]
    paragraphs: tuple[int, ...]
    comments: tuple[int, ...]
    elsewhere: tuple[int, ...]


def surroundings(page: Page) -> Surroundings:
    """A page's lines, each looked at once."""
    lines = page.lines
    short = [n for n, line in enumerate(lines) if len(line) <= OPENING_CHARACTERS]
    return Surroundings(
        headings=page.headings,
        paragraphs=tuple(n for n, line in enumerate(lines) if len(line) >= PARAGRAPH_CHARACTERS),
        comments=tuple(n for n in short if COMMENTS.match(lines[n])),
        elsewhere=tuple(n for n in short if ELSEWHERE.match(lines[n])),
    )


def since(marks: Sequence[int], number: int) -> int:
    """How many lines after the last mark before it a line stands; FAR where none is near."""
    at = bisect_left(marks, number)
    return min(FAR, number - marks[at - 1]) if at else FAR


def until(marks: Sequence[int], number: int) -> int:
    """How many lines before the next mark, or at it, a line stands; FAR where none is near."""
    at = bisect_left(marks, number)
    return min(FAR, marks[at] - number) if at < len(marks) else FAR


def count_before(marks: Sequence[int], number: int) -> int:
    """How many marks stand before a line."""
    return bisect_left(marks, number)
