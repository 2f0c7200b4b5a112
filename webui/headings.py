"""Which paragraphs of a cleaned text were headings of the page: read from its HTML as it came.

A page that came as text tells no headings, so none are shown of it.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from archive.capture import Capture
from indexer.cleaning.markup.parsed import parse
from indexer.readers import decode
from webui.pieces import Paragraph

Headings = Mapping[str, int]
NONE: Headings = MappingProxyType({})

# Reading the markup of a larger page would cost more than its headings are worth.
MOST_BYTES = 4_000_000
# h1 is the title of our own page.
FIRST_LEVEL, LAST_LEVEL = 2, 6


def headings_of(capture: Capture) -> Headings:
    """The words of each heading with its level, 1-6, the first where it stands twice."""
    if capture.media_type != "text/html" or len(capture.body) > MOST_BYTES:
        return NONE
    root = parse(decode(capture.body, capture.media_type, capture.charset).text).document
    if root is None:
        return NONE
    found: dict[str, int] = {}
    for node in root.query_selector_all("h1, h2, h3, h4, h5, h6"):
        found.setdefault(plain(node.text or ""), int((node.tag or "h6")[1]))
    found.pop("", None)
    return found


def with_headings(paragraphs: Iterable[Paragraph], headings: Headings) -> tuple[Paragraph, ...]:
    """The paragraphs, those that were headings with a level that follows on the one before."""
    if not headings:
        return tuple(paragraphs)
    return tuple(levelled(paragraphs, headings))


def levelled(paragraphs: Iterable[Paragraph], headings: Headings) -> Iterator[Paragraph]:
    """Levels without gaps, so that those who listen find their way."""
    highest = min(headings.values())
    before = FIRST_LEVEL - 1
    for paragraph in paragraphs:
        level = headings.get(plain(paragraph.text))
        if level is None:
            yield paragraph
            continue
        wanted = FIRST_LEVEL + level - highest
        before = min(wanted, before + 1, LAST_LEVEL)
        yield replace(paragraph, level=before)


def plain(text: str) -> str:
    """Words in one form, to be compared."""
    return " ".join(unicodedata.normalize("NFC", text).split())
