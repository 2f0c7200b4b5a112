"""A page in, what is its own out: from flattened text, or from HTML."""

import re

from indexer.cleaning.cleaned import Cleaned
from indexer.cleaning.flow import clean
from indexer.cleaning.line import read_bare_lines
from indexer.cleaning.markup.lines import HtmlPage, read_html
from indexer.cleaning.page import Page
from indexer.cleaning.profile import NOTHING_KNOWN, SourceProfile
from indexer.cleaning.reach import within_reach

LINE_ENDS = re.compile(r"\r\n|\r|\n")


def clean_text(text: str, *, profile: SourceProfile = NOTHING_KNOWN) -> Cleaned:
    """Clean a page that has lost its tags."""
    text, flags = within_reach(text)
    return clean(Page(read_bare_lines(split_lines(text)), flags=flags), profile)


def clean_html(
    html: str, *, url: str | None = None, profile: SourceProfile = NOTHING_KNOWN
) -> Cleaned:
    """Clean a page's HTML. `url` is not used yet: it will tell links home from others."""
    return clean_read(read_html(html), profile=profile)


def clean_read(page: HtmlPage, *, profile: SourceProfile = NOTHING_KNOWN) -> Cleaned:
    """Clean a page whose HTML was read."""
    return clean(Page(page.lines, page.title, page.flags, page.elements), profile)


def flatten_html(html: str) -> tuple[str, ...]:
    """A page's lines before any rule: what `clean_html(html).original_lines()` gives."""
    return tuple(line.original for line in read_html(html).lines)


def split_lines(text: str) -> list[str]:
    """The lines of a text, parted at CR LF, CR and LF only; at least one."""
    return LINE_ENDS.split(text)
