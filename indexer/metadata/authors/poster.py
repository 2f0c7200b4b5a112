"""Who began a forum's thread."""

import re
from collections.abc import Iterator

from indexer.metadata.authors.credit import Credit
from indexer.metadata.furniture import is_furniture
from indexer.metadata.names import is_handle, is_nobody
from indexer.metadata.page import Page
from indexer.metadata.published.written import HINT, written_dates

MAX_HANDLE_CHARACTERS = 40
MAX_HANDLE_WORDS = 3
# How far below the heading the first post begins.
REACH = 40

ENGINES = re.compile(
    r"discourse|xenforo|phpbb|vbulletin|invision|flarum|smf|mybb|vanilla|nodebb|punbb",
    re.IGNORECASE,
)
HOST = re.compile(r"^(?:forums?|community|communities|boards?|discuss|discussions?|talk|bbs)\.")
PATH = re.compile(
    r"/(?:threads?|topic|forums?|viewtopic|showthread|discussions?|questions|comments|t)\b[/.?-]"
)
# "Thread starter ann_roy", "Discussion starter", "Started by ann_roy, Jan 3, 2020".
STARTER = re.compile(
    r"^[\W]*(?:thread starter|discussion starter|topic starter|started by|asked by"
    r"|posted by|auteur du sujet|discussion lancée par|sujet créé par)\s*:?\s+(?:u/)?(?P<name>.+)$",
    re.IGNORECASE,
)
STARTER_AFTER = re.compile(
    r"^(?P<name>\S+(?: \S+)?)\s+(?:discussion starter|thread starter|original poster)$",
    re.IGNORECASE,
)
# "by ann_roy » Tue Aug 27, 2019".
BY_DATED = re.compile(r"^(?:by|par)\s+(?P<name>.{2,40}?)\s*(?:»|,)\s", re.IGNORECASE)
ASKED = re.compile(r"^(?:asked|posted|a demandé)\b", re.IGNORECASE)
# What stands below a poster's name.
RANK = re.compile(
    r"^(?:(?:new |senior |junior |active |well-known |full |super |gold |silver )?members?"
    r"|registered(?: user)?|joined\b.*|join date.*|posts?\s*:.*|location\s*:.*|op|newbie"
    r"|membre(?: actif| du forum)?|inscrit\b.*|messages?\s*:.*)$",
    re.IGNORECASE,
)
AFTER_NAME = re.compile(r"\s*(?:[,»|•·]|\s[–—-]\s|\bon\b|\d{1,2}[/.-]\d).*$")


def is_forum(page: Page) -> bool:
    """Whether the page is a forum's, by its engine or its address."""
    if ENGINES.search(page.markup.meta("generator")):
        return True
    path = (page.url or "").partition("//")[2].partition("/")[2]
    return bool(HOST.match(page.host) or PATH.search(f"/{path}"))


def poster(page: Page) -> Iterator[Credit]:
    """The first poster that a forum's markup names."""
    if is_forum(page):
        for name in page.markup.posters:
            if is_handle_of_poster(name):
                yield Credit(name, name)
                return


def starter(page: Page) -> Iterator[Credit]:
    """ "Thread starter ann_roy", or the name above "Senior Member", below the heading."""
    first = page.headings[0] if page.headings else 0
    for number in range(first, min(len(page.lines), first + REACH)):
        name = _named(page, number)
        if name and is_handle_of_poster(name):
            yield Credit(name, page.lines[number])
            return


def _named(page: Page, number: int) -> str:
    line = page.lines[number]
    if len(line) > 2 * MAX_HANDLE_CHARACTERS:
        return ""
    found = STARTER.match(line) or STARTER_AFTER.match(line)
    if found:
        return AFTER_NAME.sub("", found["name"])
    below = page.lines[number + 1] if number + 1 < len(page.lines) else ""
    dated = BY_DATED.match(line)
    if dated and HINT.search(line) and written_dates(line):
        return dated["name"]
    if RANK.match(below) and " " not in line:
        return line
    if ASKED.match(line) and HINT.search(line) and " " not in below:
        return below
    return ""


def is_handle_of_poster(name: str) -> bool:
    """Whether it has the form of a name in a forum: short, and no word of its furniture."""
    words = name.split()
    if not 1 <= len(words) <= MAX_HANDLE_WORDS or len(name) > MAX_HANDLE_CHARACTERS:
        return False
    if is_furniture(name) or is_nobody(name) or RANK.match(name):
        return False
    return len(words) > 1 or is_handle(name)
