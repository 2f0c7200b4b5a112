"""The authors of a page."""

import re
from collections.abc import Callable, Iterator

from indexer.metadata.description import Fact
from indexer.metadata.names import CREDIT, is_person, normal_case, people
from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze
from indexer.metadata.published.written import written_dates

# A byline stands at most this many lines before or after the heading.
BEFORE_HEADING = 5
AFTER_HEADING = 12
MAX_BYLINE_CHARACTERS = 160
# The author's biography closes the page's own words.
BIO_LINES = 15
MAX_BIO_CHARACTERS = 900

METAS = (
    "author", "article:author", "citation_author", "dc.creator", "dcterms.creator",
    "parsely-author", "sailthru.author", "byl", "article.author", "og:article:author",
    "twitter:creator:name",
)  # fmt: skip

NAME = (
    r"(?P<name>[A-ZÀ-Ý][\w.’'-]+"
    r"(?:\s+(?:[A-ZÀ-Ý][\w.’'-]*|de|du|la|le|van|von|bin|al|el)){1,4})"
)
# Trades of the press say who employs the writer; the others only that it is a writer's biography.
PRESS = (
    r"(?i:reporter|journalist|correspondent|columnist|editor|staff writer|producer|broadcaster"
    r"|photojournalist|journaliste|correspondante?|chroniqueu(?:r|se)|rédact(?:eur|rice))"
)
TRADE = (
    rf"(?:{PRESS}|(?i:writer|blogger|author|contributor|freelancer|researcher|professor|fellow"
    r"|lawyer|organi[sz]er|activist|auteure?|professeure?|chercheu(?:r|se)|avocate?|militante?))"
)
BIO = re.compile(
    r"^(?:About the author:?\s*|À propos de l[’']auteure?\s*:?\s*"
    r"|(?:The (?:writer|author)|L[’']auteure?),\s+)?"
    rf"{NAME}\s*(?:\([^)]{{1,60}}\))?,?"
    r"\s+(?:is|was|est|covers|writes|reports|couvre)\s+"
    rf"(?:(?:an?|the|une?|le|la|l[’'])?\s*[^.]{{0,120}}?\b{TRADE}\b|(?:for|on|about|pour)\b)",
)
# Each line is asked for these before the pattern: most hold none of them.
BIO_VERB = re.compile(r" (?:is|was|est|covers|writes|reports|couvre) ")
AGENCIES = (
    "The Canadian Press", "Canadian Press", "La Presse canadienne", "The Associated Press",
    "Associated Press", "Reuters", "Thomson Reuters", "Agence France-Presse", "AFP",
    "Bloomberg News", "Postmedia News",
)  # fmt: skip
AGENCY = {squeeze(name): name for name in AGENCIES}


def find_authors(page: Page) -> tuple[Fact, ...]:
    """Those who wrote the page, in its order; an organisation where no person is named."""
    for name, finder in FINDERS:
        found = tuple({squeeze(n): Fact(n, name, quote) for n, quote in finder(page)}.values())
        if found:
            return found
    return ()


FULL = re.compile(
    r"^\W*(?:(?:written|posted|reported|submitted|authored|words|story|text)\s+by\b"
    r"|(?:écrit|rédigé|texte)\s+par\b|un texte de\b|(?:texte|auteure?|author)\s*:)",
    re.IGNORECASE,
)

Named = Iterator[tuple[str, str]]


def _manifest(page: Page) -> Named:
    stated = page.stated.get("author", "").strip()
    parts = people(stated, one_word=True) or tuple(p.strip() for p in re.split(r"[;|]", stated))
    yield from ((part, stated) for part in parts if part)


def _json_ld(page: Page) -> Named:
    for node in page.markup.linked:
        if node.kind == "article":
            agents = [a.name for a in node.authors if not a.organisation]
            found = [(n, name) for name in agents for n in people(name, one_word=True)]
            if found:
                yield from found
                return


def _meta(page: Page) -> Named:
    for key in METAS:
        found = [
            (n, text) for text in page.markup.meta_all(key) for n in people(text, one_word=True)
        ]
        if found:
            yield from found
            return


def _page_json_ld(page: Page) -> Named:
    for node in page.markup.linked:
        if node.kind == "page":
            yield from ((n, a.name) for a in node.authors for n in people(a.name))


def _byline_element(page: Page) -> Named:
    """The first element marked as a byline that names people."""
    for text in page.markup.bylines[:8]:
        found = people(text) if len(text) <= MAX_BYLINE_CHARACTERS else ()
        if found:
            yield from ((name, text) for name in found)
            return


def _near(page: Page) -> tuple[int, ...]:
    """The numbers of the lines about the headings, or about the top where none is known."""
    lines = range(len(page.lines))
    windows = (
        lines[max(0, heading - BEFORE_HEADING) : heading + AFTER_HEADING]
        for heading in page.headings or (0,)
    )
    return tuple(dict.fromkeys(number for window in windows for number in window))


def _byline(page: Page) -> Named:
    """ "By Ann Roy", "Par Luc Roy", "Written by": near the heading; else the first full credit.

    Far from the heading "By" alone is as often a menu's ("By Price") or another page's.
    """
    near = _near(page)
    far = (n for n in range(len(page.lines)) if not page.headings or FULL.match(page.lines[n]))
    for number in dict.fromkeys([*near, *far]):
        credit = _credited(page, number)
        found = people(credit, one_word=number in near) if credit else ()
        if found:
            yield from ((name, credit) for name in found)
            return


def _beside_date(page: Page) -> Named:
    """A name that stands alone near the heading, with a date in its line or the next one."""
    for number in _near(page):
        line = page.lines[number]
        if len(line) > MAX_BYLINE_CHARACTERS or number in page.headings:
            continue
        dates = written_dates(line)
        name = line[: dates[0].start].strip(" ,|•·–—-") if dates else line
        beside = page.lines[max(0, number - 1) : number + 3]
        if is_person(name) and any(len(b) < 80 and written_dates(b) for b in beside):
            yield normal_case(name), line
            return


CREDIT_INSIDE = re.compile(
    r"(?:[|•·,–—-]\s*|\b(?:posted|published|publié)\b.{0,40}?\s|\d{4}\s+)"
    r"((?:by|par)\s+[A-ZÀ-Ý].*)$",
    re.IGNORECASE,
)


def _credited(page: Page, number: int) -> str:
    """The credit of a line: the line itself, or with the next where it holds "By" alone."""
    line = page.lines[number]
    if len(line) > MAX_BYLINE_CHARACTERS:
        return ""
    match = CREDIT.match(line)
    if match is None:
        inside = CREDIT_INSIDE.search(line)
        return inside[1] if inside and re.search(r"\d{4}", line) else ""
    if match.end() < len(line):
        return line
    following = page.lines[number + 1] if number + 1 < len(page.lines) else ""
    return f"{line} {following}" if len(following) < MAX_BYLINE_CHARACTERS / 2 else ""


def biographies(page: Page) -> Iterator[tuple[str, str]]:
    """(name, line) of "Ann Roy is a reporter with …".

    Believed among the page's last own lines, or anywhere where the name also has a line to itself.
    """
    closing = {*page.body[-BIO_LINES:], *page.lines[-BIO_LINES:]}
    for line in page.lines:
        if not line[0].isupper() or not 20 <= len(line) <= MAX_BIO_CHARACTERS:
            continue
        match = BIO.match(line) if BIO_VERB.search(line, 0, 250) else None
        if not match or not is_person(match["name"]):
            continue
        if line in closing or squeeze(match["name"]) in page.keys:
            yield match["name"], line


def _biography(page: Page) -> Named:
    found = list(biographies(page))
    if len({name for name, _ in found}) <= 3:
        yield from ((normal_case(name), line) for name, line in found)


def _agency_line(page: Page) -> Named:
    """A news agency on a line of its own, or credited with "By", near the heading."""
    for number in _near(page):
        line = page.lines[number]
        name = AGENCY.get(squeeze(CREDIT.sub("", line))) if len(line) < 60 else None
        if name:
            yield name, line
            return


def _organisation(page: Page) -> Named:
    """An organisation that the markup states as author, where it names no person."""
    for node in page.markup.linked:
        if node.kind == "article":
            yield from ((a.name, a.name) for a in node.authors if a.organisation)


FINDERS: tuple[tuple[str, Callable[[Page], Named]], ...] = (
    ("manifest", _manifest),
    ("json-ld author", _json_ld),
    ("meta author", _meta),
    ("byline element", _byline_element),
    ("byline", _byline),
    ("name beside the date", _beside_date),
    ("json-ld author", _page_json_ld),
    ("biography", _biography),
    ("agency line", _agency_line),
    ("json-ld author", _organisation),
)
