"""The title of a page."""

import re
from collections.abc import Callable

from indexer.metadata.description import Fact
from indexer.metadata.furniture import is_furniture
from indexer.metadata.masthead import headline_below, masthead
from indexer.metadata.names import CREDIT
from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze
from indexer.metadata.published.labels import PUBLISHED, UPDATED
from indexer.metadata.published.written import written_dates

MAX_TITLE_CHARACTERS = 300
# A headline is seldom longer; a first paragraph seldom shorter (in words).
MAX_HEADLINE_WORDS = 26
# How far down its own words a page can begin with its headline.
FIRST_LINES = 3
# A heading told twice at once is sought among so many lines.
TOP_LINES = 12

SEPARATOR = re.compile(r"\s+[|•·»«:–—-]+\s+|\s*[|»]\s*|\s+::\s+")
# "City Hall Watch: Transit police walk away": a site's name is short, a headline is not.
NAMED_FRONT = re.compile(r"^(?P<site>(?:[^\s:]+\s){0,4}[^\s:]+): (?P<rest>(?:\S+\s+){3,}\S+)$")
BREADCRUMB = re.compile(r"^[^.!?]{2,60}?\s[›>]\s")
SENTENCE_END = re.compile(r"[.…]$")


def find_title(page: Page) -> Fact | None:
    """The title, or None where no line of the page has the shape of one."""
    for name, finder in FINDERS:
        found = finder(page)
        if found and len(found) <= MAX_TITLE_CHARACTERS and squeeze(found):
            return Fact(found, name, found)
    return None


def without_site(title: str, page: Page) -> str:
    """A <title> without the name of the site at its end or beginning.

    Cut only on evidence: the rest is a heading or line of the page, or the part is the site's
    name or its host, or it is short and set off by a bar.
    """
    known = {squeeze(heading) for heading in page.markup.headings} | set(page.keys[1:])
    for mark in SEPARATOR.finditer(title):
        for rest in (title[: mark.start()], title[mark.end() :]):
            if squeeze(rest) in known and len(rest.split()) > 2:
                return rest
    marks = list(SEPARATOR.finditer(title))
    if not marks:
        return title
    head, tail = title[: marks[-1].start()], title[marks[-1].end() :]
    if _is_site(tail, page) or (len(tail.split()) <= 4 <= len(head.split())):
        return without_site(head, page) if len(marks) > 1 and _is_site(tail, page) else head
    first_head, first_tail = title[: marks[0].start()], title[marks[0].end() :]
    return first_tail if _is_site(first_head, page) else title


def _is_site(part: str, page: Page) -> bool:
    name = squeeze(part)
    sites = {squeeze(page.markup.meta("og:site_name")), squeeze(page.stated.get("source", ""))}
    sites |= {squeeze(n.name) for n in page.markup.linked if n.kind in ("site", "organisation")}
    host = squeeze(page.host.rsplit(".", 1)[0])
    return bool(name) and (
        name in sites or (len(name) > 2 and bool(host) and (name in host or host in name))
    )


def _manifest(page: Page) -> str:
    return " ".join(page.stated.get("title", "").split())


def _headline(page: Page) -> str:
    """The headline of the page's article, where it has but one."""
    headlines = {n.headline for n in page.markup.linked if n.kind == "article" and n.headline}
    return without_site(headlines.pop(), page) if len(headlines) == 1 else ""


def _open_graph(page: Page) -> str:
    return without_site(page.markup.meta("og:title"), page)


def _only_heading(page: Page) -> str:
    """The <h1>, where there is one, or where the <title> holds the first of them."""
    headings = [h for h in page.markup.headings if not is_furniture(h) and not _is_site(h, page)]
    if len(headings) == 1:
        return without_site(headings[0], page)
    whole = squeeze(page.markup.title)
    return next((h for h in headings if squeeze(h) in whole), "")


def _citation(page: Page) -> str:
    return page.markup.meta("citation_title") or page.markup.meta("dcterms.title")


def _title_element(page: Page) -> str:
    title = without_site(page.markup.title, page)
    return "" if is_furniture(title) or _is_site(title, page) else title


def named_front(page: Page) -> tuple[str, str] | None:
    """("City Hall Watch", "Transit police walk away") of a flattened page's first line.

    A colon parts the site's name from the headline only where a line repeats the headline alone.
    """
    match = NAMED_FRONT.match(page.lines[0]) if page.lines and not page.markup.title else None
    if not match or page.keys[0] in page.keys[1:] or squeeze(match["rest"]) not in page.keys[1:]:
        return None
    return match["site"], match["rest"]


def _repeated_line(page: Page) -> str:
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


def _first_line(page: Page) -> str:
    """The first of the page's own lines that reads like a headline, the site's name passed over."""
    if masthead(page):
        return headline_below(page)
    for line in page.body[:FIRST_LINES]:
        if BREADCRUMB.match(line):
            continue
        if _is_headline(line):
            return without_site(line, page)
        if len(line.split()) > MAX_HEADLINE_WORDS:
            return ""
    return ""


def _is_headline(line: str) -> bool:
    words = line.split()
    if not words or len(words) > MAX_HEADLINE_WORDS or is_furniture(line) or CREDIT.match(line):
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


FINDERS: tuple[tuple[str, Callable[[Page], str]], ...] = (
    ("manifest", _manifest),
    ("meta citation_title", _citation),
    ("h1", _only_heading),
    ("json-ld headline", _headline),
    ("meta og:title", _open_graph),
    ("title element", _title_element),
    ("repeated line", _repeated_line),
    ("first line", _first_line),
)
