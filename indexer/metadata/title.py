"""The title of a page."""

import html
import re
from collections.abc import Callable

from indexer.metadata.description import Fact
from indexer.metadata.furniture import is_furniture
from indexer.metadata.page import Page
from indexer.metadata.plain import closeness, squeeze
from indexer.metadata.site_name import is_site
from indexer.metadata.title_ends import without_site
from indexer.metadata.title_lines import alike_line, first_line, repeated_line

MAX_TITLE_CHARACTERS = 300
# One letter is a logo or a slip, unless it is stated: "M" is a film.
MIN_TITLE_CHARACTERS = 2
# By so much (0-1) one title must be closer to the address than the other.
CLOSER = 0.1
# From here on two titles say the same in other words (0-1).
ALIKE = 0.5
ARTICLE_METAS = ("article:published_time", "citation_title")


# What markup a title of a table holds that was cut out of a page: tags of running text, entities.
TAG = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)

BREAK = re.compile(r"</?(?:br|div|h[1-6]|p)(?:\s[^<>]*)?/?>", re.IGNORECASE)
ENTITY = re.compile(r"&#?\w{1,31};")


def find_title(page: Page) -> Fact | None:
    """The title, or None where no line of the page has the shape of one."""
    for name, finder in FINDERS:
        found = shortened(finder(page))
        if len(squeeze(found)) >= (1 if finder is _manifest else MIN_TITLE_CHARACTERS):
            quote = page.supplied.value("title").strip() if finder is _manifest else found
            return Fact(found, name, shortened(quote))
    return None


def shortened(title: str) -> str:
    """A title of at most MAX_TITLE_CHARACTERS, cut at a word: a page can have its text in it."""
    if len(title) <= MAX_TITLE_CHARACTERS:
        return title
    return title[: MAX_TITLE_CHARACTERS - 1].rsplit(" ", 1)[0] + "…"


def is_article(page: Page) -> bool:
    """Whether the markup says that the page is an article, whose heading is its headline."""
    if any(node.kind == "article" for node in page.markup.linked):
        return True
    og_type = page.markup.meta("og:type").casefold()
    return og_type == "article" or any(page.markup.meta(name) for name in ARTICLE_METAS)


def _manifest(page: Page) -> str:
    """The title that is stated, its tags and entities read as a page shows them."""
    bare = TAG.sub("", BREAK.sub(" ", page.supplied.value("title")))
    return " ".join(ENTITY.sub(lambda found: html.unescape(found[0]), bare).split())


def _headline(page: Page) -> str:
    """The headline of the page's article, where it has but one."""
    headlines = {n.headline for n in page.markup.linked if n.kind == "article" and n.headline}
    return without_site(headlines.pop(), page) if len(headlines) == 1 else ""


def _open_graph(page: Page) -> str:
    title = without_site(page.markup.meta("og:title"), page)
    return "" if is_furniture(title) or is_site(title, page) else title


def _elsewhere(page: Page) -> str:
    """What the page calls itself outside its text, where its heading says something else.

    The page's address tells which of the two is its title: whoever made it had the title at hand.
    Where it does not, the heading of an article is its headline; that of a shop or a service is
    as often a slogan.
    """
    heading, shown = _only_heading(page), _open_graph(page)
    other = shown or _title_element(page)
    if not heading or not other or squeeze(heading) in squeeze(other):
        return ""
    nearer = closeness(page.slug, other) - closeness(page.slug, heading)
    if abs(nearer) < CLOSER:
        return shown if not is_article(page) else ""
    is_alike = is_article(page) and (
        closeness(heading, other) >= ALIKE or squeeze(other) in squeeze(heading)
    )
    return other if nearer > 0 and not is_alike else ""


def _card_over_heading(page: Page) -> str:
    return _elsewhere(page) if _open_graph(page) else ""


def _element_over_heading(page: Page) -> str:
    return _elsewhere(page) if not _open_graph(page) else ""


def _only_heading(page: Page) -> str:
    """The <h1>, where there is one, or where the <title> holds the first of them."""
    headings = [h for h in page.markup.headings if not is_furniture(h) and not is_site(h, page)]
    if len(headings) == 1:
        heading = headings[0]
        return without_site(
            heading, page, sure=squeeze(heading) == squeeze(page.markup.meta("og:title"))
        )
    whole = squeeze(page.markup.title)
    return next((h for h in headings if squeeze(h) in whole), "")


def _citation(page: Page) -> str:
    stated = page.markup.meta("citation_title") or page.markup.meta("dcterms.title")
    return without_site(stated, page)


def _title_element(page: Page) -> str:
    title = without_site(page.markup.title, page)
    return "" if is_furniture(title) or is_site(title, page) else title


def _whole_title(page: Page) -> str:
    """The <title> as it is: a site's front page is called as the site is."""
    return "" if is_furniture(page.markup.title) else page.markup.title


FINDERS: tuple[tuple[str, Callable[[Page], str]], ...] = (
    ("manifest", _manifest),
    ("meta citation_title", _citation),
    ("meta og:title", _card_over_heading),
    ("title element", _element_over_heading),
    ("h1", _only_heading),
    ("json-ld headline", _headline),
    ("meta og:title", _open_graph),
    ("title element", _title_element),
    ("title element", _whole_title),
    ("repeated line", repeated_line),
    ("line like the first", alike_line),
    ("first line", first_line),
)
