"""The authors of a page: those whom the surest finder names."""

from collections.abc import Callable

from indexer.metadata.authors.agency import agency_line
from indexer.metadata.authors.biography import biography
from indexer.metadata.authors.byline import beside_date, byline, handle_byline
from indexer.metadata.authors.credit import Credits
from indexer.metadata.authors.poster import poster, starter
from indexer.metadata.authors.stated import (
    byline_element,
    element_name,
    json_ld,
    json_ld_name,
    manifest,
    meta,
    meta_name,
    page_json_ld,
)
from indexer.metadata.description import Fact
from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze

# People first, by how surely they are named; then handles and organisations.
FINDERS: tuple[tuple[str, Callable[[Page], Credits]], ...] = (
    ("manifest", manifest),
    ("json-ld author", json_ld),
    ("first poster", poster),
    ("meta author", meta),
    ("byline element", byline_element),
    ("byline", byline),
    ("first poster", starter),
    ("name beside the date", beside_date),
    ("json-ld author", page_json_ld),
    ("biography", biography),
    ("agency line", agency_line),
    ("byline", handle_byline),
    ("json-ld author", json_ld_name),
    ("meta author", meta_name),
    ("byline element", element_name),
)


def find_authors(page: Page) -> tuple[Fact, ...]:
    """Those who wrote the page, in its order; an organisation where no person is named."""
    for name, finder in FINDERS:
        found = {squeeze(c.name): Fact(c.name, name, c.quote) for c in finder(page)}
        if found:
            return tuple(found.values())
    return ()
