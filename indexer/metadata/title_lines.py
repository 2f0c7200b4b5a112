"""The title of a page that has lost its tags: one of its first lines."""

import re

from indexer.metadata.furniture import is_furniture, is_menu, is_section
from indexer.metadata.masthead import headline_below, masthead
from indexer.metadata.names import CREDIT
from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze
from indexer.metadata.published.labels import PUBLISHED, UPDATED
from indexer.metadata.published.written import written_dates
from indexer.metadata.title_ends import without_site

# A headline is seldom longer; a first paragraph seldom shorter (in words).
MAX_HEADLINE_WORDS = 26
# How far down its own words a page can begin with its headline.
FIRST_LINES = 3
# A heading told twice at once is sought among so many lines.
TOP_LINES = 12

# A headline that says it in other words stands among so many lines, and shares so much with it.
HEAD_LINES = 250
MIN_SHARED_WORDS = 3
ALIKE = 0.6
SIGNED_WITHIN = 4

# A menu above the headline is no longer, in lines; a paragraph is no shorter, in characters.
MENU_LINES = 40
PARAGRAPH_CHARACTERS = 90
# Chinese, Japanese and Thai put no space between words; so short a line is a menu's.
UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
UNSPACED_LABEL = 4

# "City Hall Watch: Transit police walk away": a site's name is short, a headline is not.
NAMED_FRONT = re.compile(r"^(?P<site>(?:[^\s:]+\s){0,4}[^\s:]+): (?P<rest>(?:\S+\s+){2,}\S+)$")
BREADCRUMB = re.compile(r"^[^.!?]{2,60}?\s[›>]\s")
SENTENCE_END = re.compile(r"[.…]$")


def named_front(page: Page) -> tuple[str, str] | None:
    """("City Hall Watch", "Transit police walk away") of a flattened page's first line.

    A colon parts the site's name from the headline only where a line repeats the headline alone.
    """
    match = NAMED_FRONT.match(page.lines[0]) if page.lines and not page.markup.title else None
    if not match or page.keys[0] in page.keys[1:] or squeeze(match["rest"]) not in page.keys[1:]:
        return None
    return match["site"], match["rest"]


def repeated_line(page: Page) -> str:
    """The first line, as a flattened <title>, where a later line repeats it without the site."""
    if not page.lines:
        return ""
    front = named_front(page)
    if front:
        return front[1]
    if is_furniture(page.lines[0]):
        return _told_twice(page)
    rest = without_site(page.lines[0], page)
    return rest if squeeze(rest) in page.keys[1:] and _is_headline(rest) else ""


def _told_twice(page: Page) -> str:
    """The first of the page's own lines that is repeated at once: a heading below its own link."""
    for number, (line, key) in enumerate(zip(page.lines[:TOP_LINES], page.keys, strict=False)):
        repeated = key and page.keys[number + 1 : number + 2] == (key,)
        if repeated and len(line.split()) > 2 and line in page.body and _is_headline(line):
            return line
    return ""


def alike_line(page: Page) -> str:
    """The line above a byline or a date that says most of what the first line says.

    A flattened <title> is often a headline in other words: "Ferry fares to rise | Example".
    """
    if not page.lines or masthead(page):
        return ""
    sought = _words(page.lines[0])
    own = set(page.body)
    for number, line in enumerate(page.lines[1:HEAD_LINES], 1):
        words = _words(line)
        both = len(words & sought)
        if both < MIN_SHARED_WORDS or 2 * both < ALIKE * (len(words) + len(sought)):
            continue
        if line in own and _is_headline(line) and _is_signed(page, number):
            return line
    return ""


def _words(line: str) -> set[str]:
    return {squeeze(word) for word in line.split()[: 2 * MAX_HEADLINE_WORDS]} - {""}


def _is_signed(page: Page, number: int) -> bool:
    """Whether a byline or a date stands close below."""
    below = page.lines[number + 1 : number + 1 + SIGNED_WITHIN]
    return any(len(line) < 120 and (CREDIT.match(line) or written_dates(line)) for line in below)


def first_line(page: Page) -> str:
    """The first of the page's own lines that reads like a headline, the site's name passed over."""
    if masthead(page):
        return headline_below(page)
    found = _first_headline(page)
    return (_below_menu(page) or found) if _is_label(found) else found


def _first_headline(page: Page) -> str:
    for line in page.body[:FIRST_LINES]:
        if BREADCRUMB.match(line) or is_menu(line):
            continue
        if _is_headline(line):
            return without_site(line, page)
        if len(line.split()) > MAX_HEADLINE_WORDS:
            return ""
    return ""


def _is_label(line: str) -> bool:
    """Whether it is no headline, or a doubtful one: a section's name, or a single word.

    Scripts without spaces have headlines of one "word"; there only a very short one is doubtful.
    """
    if UNSPACED.search(line):
        return len(line) <= UNSPACED_LABEL
    return len(line.split()) < 2 or is_section(line)


def _below_menu(page: Page) -> str:
    """The first of the page's own lines that is signed, or opens a paragraph, as headlines do."""
    own = set(page.body)
    for number, line in enumerate(page.lines[:MENU_LINES]):
        is_short = len(line.split()) < MIN_SHARED_WORDS and not UNSPACED.search(line)
        if line not in own or is_short or _is_label(line):
            continue
        if _is_paragraph(line) and not _is_headline(line):
            return ""
        if not _is_headline(line) or (line[0].isdigit() and line[-1].isdigit()):
            continue
        if _is_signed(page, number) or _opens(page, number):
            return without_site(line, page)
    return ""


def _opens(page: Page, number: int) -> bool:
    """Whether a paragraph follows, with lines between only where a number, a date's, is there."""
    below = page.lines[number + 1 : number + 1 + SIGNED_WITHIN]
    first = next((n for n, line in enumerate(below) if _is_paragraph(line)), None)
    return first is not None and (not first or any(map(str.isdigit, "".join(below[:first]))))


def _is_paragraph(line: str) -> bool:
    least = PARAGRAPH_CHARACTERS / 3 if UNSPACED.search(line) else PARAGRAPH_CHARACTERS
    return len(line) >= least


def _is_headline(line: str) -> bool:
    words = line.split()
    if not words or len(words) > MAX_HEADLINE_WORDS or is_furniture(line) or CREDIT.match(line):
        return False
    if is_menu(line):
        return False
    if SENTENCE_END.search(line) and len(words) > 12:
        return False
    return not _is_date_line(line, len(words))


def _is_date_line(line: str, words: int) -> bool:
    dates = written_dates(line)
    if not dates:
        return False
    before = line[: dates[0].start]
    labelled = bool(PUBLISHED.search(before) or UPDATED.search(before))
    return words <= 12 and (labelled or dates[0].end - dates[0].start > len(line) / 2)
