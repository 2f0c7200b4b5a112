"""Every day that a page's markup or address states, with where it is stated."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from indexer.metadata.page import Page
from indexer.metadata.published import names
from indexer.metadata.published.address import day_in_url
from indexer.metadata.published.marked import (
    METAS,
    MODIFIED_METAS,
    PUBLISHED_MARKS,
    is_update,
)
from indexer.metadata.published.stamps import read_stamp


@dataclass(frozen=True, slots=True)
class Stated:
    """One day that the markup or the address states.

    kind:  "article", "page" (JSON-LD), "meta", "time", "url" say when it was published;
           "modified" and "time updated" say when it was changed
    trust: 0 for the most trusted of its kind: the first such node, the rank of the meta element
    quote: the stamp as written
    """

    kind: str
    day: date
    evidence: str
    quote: str
    trust: int = 0
    is_marked: bool = False
    is_after_heading: bool = False


CHANGES = ("modified", "time updated")


def stated_days(page: Page) -> tuple[Stated, ...]:
    """In order of trust: JSON-LD, meta elements, the address, <time> elements, changes."""
    url = day_in_url(page)
    found = [*_linked(page), *_metas(page)]
    if url and url.earliest:
        found.append(Stated("url", url.earliest, names.URL, url.quote))
    return (*found, *_times(page), *_changes(page))


def _linked(page: Page) -> Iterator[Stated]:
    for kind in ("article", "page"):
        for trust, node in enumerate(n for n in page.markup.linked if n.kind == kind):
            day = read_stamp(node.published, page.last_day) if node.published else None
            if day:
                yield Stated(kind, day, names.JSON_LD, node.published, trust)


def _metas(page: Page) -> Iterator[Stated]:
    contents = dict(reversed(page.markup.metas))
    for trust, name in enumerate(METAS):
        stamp = contents.get(name, "")
        day = read_stamp(stamp, page.last_day) if stamp else None
        if day:
            yield Stated("meta", day, f"{names.META} {name}", stamp, trust)


def _times(page: Page) -> Iterator[Stated]:
    for trust, time in enumerate(page.markup.times):
        stamp = time.stated or time.shown
        day = read_stamp(stamp, page.last_day) if stamp else None
        if day:
            kind = "time updated" if is_update(time.marks, time.before) else "time"
            is_marked = any(mark in time.marks for mark in PUBLISHED_MARKS)
            yield Stated(kind, day, names.TIME, stamp, trust, is_marked, time.headings == 1)


def _changes(page: Page) -> Iterator[Stated]:
    stamps = [node.modified for node in page.markup.linked if node.modified]
    stamps += [stamp for name in MODIFIED_METAS if (stamp := page.markup.meta(name))]
    for stamp in stamps:
        day = read_stamp(stamp, page.last_day)
        if day:
            yield Stated("modified", day, names.CHANGE, stamp)
