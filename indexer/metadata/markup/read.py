"""Reading a page's markup in one pass: meta elements, JSON-LD, headings, times, bylines."""

from resiliparse.parse.html import DocumentNode, ElementNode

from indexer.cleaning.markup.parsed import Parsed, parse
from indexer.metadata.markup.credited import COMMENTS, CUSTOMERS, bylines, posters
from indexer.metadata.markup.json_ld import read_json_ld
from indexer.metadata.markup.markup import NO_MARKUP, Markup, TimeElement
from indexer.metadata.plain import tidy

# Bounds on what one page can make us read.
MAX_ELEMENTS = 300
MAX_TEXT = 1_000
MAX_BLOCK = 400
# A block can hold the whole page: of all blocks around times, no more is read.
MAX_READ = 3_000_000

TIMES = "h1, time, [itemprop~=datePublished], [itemprop~=dateModified]"


def read_markup(html: str) -> Markup:
    """What the page's markup states; NO_MARKUP for what is no page, or would take minutes."""
    return markup_of(parse(html))


def markup_of(page: Parsed) -> Markup:
    """What the markup of a page that was parsed states."""
    document = page.document
    if document is None:
        return NO_MARKUP
    root = document.query_selector("html")
    scripts = document.query_selector_all('script[type*="ld+json"]')
    title = document.query_selector("head > title") or document.query_selector("title")
    headings, times = _headings_and_times(document)
    return Markup(
        title=_text(title) if title else "",
        headings=headings,
        metas=_metas(document),
        linked=read_json_ld([script.text or "" for script in scripts[:MAX_ELEMENTS]]),
        times=times,
        bylines=bylines(document),
        posters=posters(document),
        language=(root.get_attribute("lang") or root.get_attribute("xml:lang") or "").strip()
        if root
        else "",
    )


def _metas(document: DocumentNode) -> tuple[tuple[str, str], ...]:
    found = []
    for element in document.get_elements_by_tag_name("meta")[:MAX_ELEMENTS]:
        content = tidy((element.get_attribute("content") or "")[:MAX_TEXT])
        if not content:
            continue
        for attribute in ("property", "name", "itemprop"):
            name = element.get_attribute(attribute)
            if name and not (attribute == "itemprop" and element.closest(CUSTOMERS) is not None):
                found.append((name.strip().lower(), content))
    return tuple(found)


def _headings_and_times(
    document: DocumentNode,
) -> tuple[tuple[str, ...], tuple[TimeElement, ...]]:
    headings: list[str] = []
    times: list[TimeElement] = []
    block, around, read = None, "", 0
    for element in document.query_selector_all(TIMES)[:MAX_ELEMENTS]:
        if element.tag == "h1":
            text = _text(element)
            if text:
                headings.append(text)
        elif element.tag != "meta" and element.closest(COMMENTS) is None:
            if block is None or element.parent_element != block:
                block = element.parent_element
                whole = (block.text or "") if block and read < MAX_READ else ""
                around, read = tidy(whole[:MAX_BLOCK]), read + len(whole)
            times.append(_time(element, around, len(headings)))
    return tuple(headings), tuple(times)


def _time(element: ElementNode, around: str, headings: int) -> TimeElement:
    """The <time> element with these headings before it; `around` is how its block begins."""
    shown = _text(element)
    stated = element.get_attribute("datetime") or element.get_attribute("content") or ""
    before = around.partition(shown)[0] if shown else around
    marks = [element.get_attribute(name) or "" for name in ("class", "itemprop")]
    if element.has_attribute("pubdate"):
        marks.append("pubdate")
    return TimeElement(tidy(stated), shown, before, " ".join(marks).lower(), headings)


def _text(element: ElementNode) -> str:
    return tidy((element.text or "")[:MAX_TEXT])
