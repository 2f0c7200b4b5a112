"""What rules ask about a line's surroundings."""

import re
from collections.abc import Set

from indexer.cleaning.line import Line
from indexer.cleaning.numbering import item_number
from indexer.cleaning.page import Page

# The first and last part of a page, where sites put their furniture.
EDGE_SHARE = 0.2
MIN_EDGE_LINES = 4

# A related list longer than this is more likely the page's own list.
MAX_LIST_LINES = 30
MAX_TEASER_WORDS = 22
PAGE_LEVELS = 2
# "Montréal, Qc." is no sentence, "The motion carried." hardly more than one.
MIN_SENTENCE_WORDS = 3
SENTENCE_STOPS = ".!?…。！？"
CLOSING = " \"'”’»)]"
BULLETS = ("• ", "* ", "- ", "– ", "· ")
NUMBERED = re.compile(r"\d{1,2}[.)] ")


def at_edge(page: Page, at: int, taken: Set[int] = frozenset()) -> bool:
    """Whether a line is among the first or last of its page."""
    edge = max(MIN_EDGE_LINES, int(len(page.content) * EDGE_SHARE))
    return at < edge or at >= len(page.content) - edge


def near_end(page: Page, at: int, taken: Set[int] = frozenset()) -> bool:
    """Whether a line is among the last of its page."""
    edge = max(MIN_EDGE_LINES, int(len(page.content) * EDGE_SHARE))
    return at >= len(page.content) - edge


def beside_taken(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether the line before or after is gone."""
    return at - 1 in taken or at + 1 in taken


def no_prose_follows(page: Page, at: int, taken: Set[int] = frozenset()) -> bool:
    """Whether the next line is no running text: a heading of the page's own would have some."""
    return at + 1 >= len(page.content) or not page.content[at + 1].is_prose


def is_teaser(line: Line) -> bool:
    """Whether a line could be the title of another page."""
    ends = line.text.rstrip(CLOSING)[-1:]
    return line.words <= MAX_TEASER_WORDS and not line.is_prose and ends not in ".:;"


def is_sentence(line: Line) -> bool:
    """Whether a line is a sentence, of a few words at least."""
    return line.words >= MIN_SENTENCE_WORDS and line.text.rstrip(CLOSING)[-1:] in SENTENCE_STOPS


def list_after(page: Page, at: int) -> int:
    """How many lines after a heading are the list that it heads.

    The list ends at prose, at a heading of HTML of the same or a higher level (below a line that is
    no heading: at a heading of the page's first two levels), or where a list with bullets ends. A
    short line just before prose is left: it may be the prose's own heading.
    """
    content, count = page.content, 0
    bulleted = at + 1 < len(content) and has_bullet(content[at + 1])
    level = level_of(content[at]) or PAGE_LEVELS
    while at + count + 1 < len(content) and count < MAX_LIST_LINES:
        line = content[at + count + 1]
        if not is_teaser(line) or (bulleted and not has_bullet(line)):
            break
        if 0 < level_of(line) <= level:
            break
        count += 1
    if bulleted:
        return count
    if count == MAX_LIST_LINES:
        return 0
    ends_page = at + count + 1 >= len(content)
    return count if ends_page else max(0, count - 1) if count else 0


def short_lines_to_the_end(page: Page, at: int) -> int:
    """How many lines follow to the first sentence, with its heading, or the first numbered line.

    0 where prose stands on the way to the end.
    """
    rest = page.content[at + 1 :]
    if len(rest) > MAX_LIST_LINES or any(line.is_prose for line in rest):
        return 0
    for count, line in enumerate(rest):
        if item_number(line.text):
            return count
        if is_sentence(line):
            return count - (count > 0 and is_heading(rest[count - 1]))
    return len(rest)


def is_heading(line: Line) -> bool:
    """Whether a line without tags looks like a heading: in capitals, or ending in a colon."""
    text = line.text.rstrip()
    return text.isupper() or text.endswith(":")


def has_bullet(line: Line) -> bool:
    """Whether a line begins as an item of a list."""
    text = line.text.lstrip()
    return text[:2] in BULLETS or (text[:1].isdigit() and NUMBERED.match(text) is not None)


def level_of(line: Line) -> int:
    """A heading's level, 1-6, or 0 where the line is none or lost its tags."""
    return line.markup.level if line.markup is not None else 0
