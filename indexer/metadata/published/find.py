"""The finders of a page's publication date, in order of trust; the first that answers wins."""

from collections.abc import Callable

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import (
    address,
    ago,
    bounds,
    marked,
    names,
    notice,
    periods,
    stated,
    told,
)
from indexer.metadata.published.choose import MIN_LINES, chosen
from indexer.metadata.published.lines import DatedLine, dated_lines
from indexer.metadata.published.weights import Weights

# What is stated beside or within the page's markup, or in its address.
STATED: tuple[tuple[str, Callable[[Page], PublicationDate | None]], ...] = (
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
)
# What news says of itself in so fixed a form that it counts where the chooser is unsure.
NEWS = TOLD[1:3]
# What bounds the day, where none is told.
BOUNDS: tuple[tuple[str, Callable[[Page, tuple[DatedLine, ...]], PublicationDate | None]], ...] = (
    (names.AGO, ago.counted),
    ("url month", lambda page, _: address.month_in_url(page)),
    (names.BY_UPDATE, bounds.updated),
    (names.BY_TEXT, bounds.told_as_past),
    (names.BY_COPYRIGHT, lambda page, _: notice.noticed(page)),
)


def find_published(page: Page, *, weights: Weights | None = None) -> PublicationDate | None:
    """The publication date: a day where the page states one, else a range, else None.

    A page long enough to be compared with itself is chosen for by the learned chooser; of a short
    one every statement counts, in order of trust. `weights` are those shipped unless given.
    """
    return stated.manifest(page) or periods.narrowed(page, _found(page, weights))


def _found(page: Page, weights: Weights | None) -> PublicationDate | None:
    is_short = len(page.lines) < MIN_LINES
    published = _first_stated(page) if is_short else chosen(page, weights)
    if published:
        return published
    dated = dated_lines(page)
    for _, told_in in (*(TOLD if is_short else NEWS), *BOUNDS):
        published = told_in(page, dated)
        if published:
            return published
    return None


def _first_stated(page: Page) -> PublicationDate | None:
    return next((found for _, stated_in in STATED if (found := stated_in(page))), None)
