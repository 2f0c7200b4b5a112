"""The author as the text names them: a byline, or a name beside the date."""

import re
from collections.abc import Iterator

from indexer.metadata.authors.credit import MAX_BYLINE_CHARACTERS, Credit
from indexer.metadata.names import (
    CREDIT,
    is_handle,
    is_person,
    normal_case,
    people,
    starts_as_person,
)
from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze
from indexer.metadata.published.written import written_dates
from indexer.metadata.site_name import is_site

# A byline stands at most this many lines before or after the heading.
BEFORE_HEADING = 5
AFTER_HEADING = 12

FULL = re.compile(
    r"^\W*(?:(?:written|posted|reported|submitted|authored|words|story|text)\s+by\b"
    r"|(?:écrit|rédigé|texte)\s+par\b|un texte de\b|(?:texte|auteure?|author)\s*:)",
    re.IGNORECASE,
)
CREDIT_INSIDE = re.compile(
    r"(?:[|•·,–—-]\s*|\b(?:posted|published|publié)\b.{0,40}?\s|\d{4}\s+)"
    r"((?:by|par)\s+\S.*)$",
    re.IGNORECASE,
)
# "By Law 12, the council must meet.": small words up to a point are a sentence, no credit.
SENTENCE = re.compile(r"(?:\s[a-zà-ÿ]\w*){3}[.!?]$")
YEAR = re.compile(r"(?:19|20)\d\d")
# "by example | Apr 21, 2025": what the date stands behind. It is looked for at the end alone: from
# every space on, as a search would, is the third power of the spaces.
SMALL_WORD = re.compile(r"(?:(?<=\s)|(?<=[|•·,»–—-])|^)(?:on|le)$")
MARK = re.compile(r"[|•·,»–—-]$")


def near(page: Page) -> tuple[int, ...]:
    """The numbers of the lines about the headings, or about the top where none is known."""
    lines = range(len(page.lines))
    windows = (
        lines[max(0, heading - BEFORE_HEADING) : heading + AFTER_HEADING]
        for heading in page.headings or (0,)
    )
    return tuple(dict.fromkeys(number for window in windows for number in window))


def byline(page: Page) -> Iterator[Credit]:
    """ "By Ann Roy", "Par Luc Roy", "Written by": near the heading; else the first full credit.

    Far from the heading "By" alone is as often a menu's ("By Price") or another page's.
    """
    close = near(page)
    far = (n for n in range(len(page.lines)) if not page.headings or FULL.match(page.lines[n]))
    for number in dict.fromkeys([*close, *far]):
        credit = _credited(page, number)
        one_word = number in close and not SENTENCE.search(credit)
        found = people(credit, one_word=one_word) if credit else ()
        if found:
            yield from (Credit(name, credit) for name in found)
            return


def handle_byline(page: Page) -> Iterator[Credit]:
    """ "by example | Apr 21, 2025": one word that is no usual name, credited beside a date."""
    for number in near(page):
        credit = _credited(page, number)
        dates = written_dates(page.lines[number]) if credit else ()
        if not dates or not CREDIT.match(credit):
            continue
        named = CREDIT.sub("", credit)
        inner = written_dates(named)
        name = without_joint(named[: inner[0].start] if inner else named).strip(" .,:|")
        if is_handle(name):
            yield Credit(name, page.lines[number])
            return


def without_joint(name: str) -> str:
    """A name without what joins it to the date after it.

    >>> without_joint("example | on ")
    'example'
    """
    return MARK.sub("", SMALL_WORD.sub("", name.rstrip()).rstrip()).rstrip()


def beside_date(page: Page) -> Iterator[Credit]:
    """A name that stands alone near the heading, with a date in its line or the next one."""
    for number in near(page):
        line = page.lines[number]
        if len(line) > MAX_BYLINE_CHARACTERS or number in page.headings:
            continue
        dates = written_dates(line)
        name = line[: dates[0].start].strip(" ,|•·–—-") if dates else line.strip(" ,|•·*-")
        beside = page.lines[max(0, number - 1) : number + 3]
        if not _is_alone(name, page, number):
            continue
        if any(len(b) < 80 and written_dates(b) for b in beside):
            yield Credit(normal_case(name), line)
            return


def _is_alone(name: str, page: Page, number: int) -> bool:
    """Whether a name without "By" can be believed: by its first name, or below the heading, where
    the text uses its words for nothing else.
    """
    if not is_person(name) or is_site(name, page):
        return False
    if starts_as_person(name):
        return True
    if not page.headings or number < page.headings[0] or page.lines[number][0] in "•·*-":
        return False
    return all(squeeze(word) not in page.words for word in name.split() if len(word) > 2)


def _credited(page: Page, number: int) -> str:
    """The credit of a line: the line itself, or with the next where it holds "By" alone."""
    line = page.lines[number]
    if len(line) > MAX_BYLINE_CHARACTERS:
        return ""
    match = CREDIT.match(line)
    if match is None:
        inside = CREDIT_INSIDE.search(line)
        return inside[1] if inside and YEAR.search(line) else ""
    if match.end() < len(line):
        return line
    following = page.lines[number + 1] if number + 1 < len(page.lines) else ""
    return f"{line} {following}" if len(following) < MAX_BYLINE_CHARACTERS / 2 else ""
