"""The finders of a page's publication date, in order of trust; the first that answers wins."""

from collections.abc import Callable

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import address, bounds, marked, stated, told
from indexer.metadata.published.lines import DatedLine, dated_lines

# What is stated beside or within the page's markup, or in its address.
STATED: tuple[tuple[str, Callable[[Page], PublicationDate | None]], ...] = (
    ("manifest", stated.manifest),
    ("json-ld", marked.json_ld),
    ("meta", marked.meta),
    ("url day", address.day_in_url),
    ("time element", marked.time_element),
)

# What the page's lines tell.
TOLD: tuple[tuple[str, Callable[[Page, tuple[DatedLine, ...]], PublicationDate | None]], ...] = (
    ("published line", told.labelled),
    ("dateline", told.dateline),
    ("press release line", told.release),
    ("byline", told.byline),
    ("date line", told.date_line),
    ("only date line", told.only_date_line),
    ("url month", lambda page, _: address.month_in_url(page)),
    ("bounded by update", bounds.updated),
    ("bounded by text", bounds.told_as_past),
)


def find_published(page: Page) -> PublicationDate | None:
    """The publication date: a day where the page states one, else a range, else None."""
    for _, stated_in in STATED:
        published = stated_in(page)
        if published:
            return published
    dated = dated_lines(page)
    for _, told_in in TOLD:
        published = told_in(page, dated)
        if published:
            return published
    return None
