"""Publication dates that the page's lines tell its reader."""

from collections.abc import Iterable

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import names
from indexer.metadata.published.lines import RELEASE_LINES, DatedLine, Role, is_dateline

# A date belongs to a heading when it stands at most this many lines before or after it.
BEFORE_HEADING = 4
AFTER_HEADING = 12
# Where no heading is known, and for datelines, the page's own words begin near its top.
BODY_LINES = 12


def labelled(page: Page, dated: tuple[DatedLine, ...]) -> PublicationDate | None:
    """ "Published", "Posted on", "Publié le" before a date, near the heading or nowhere else."""
    return _near(page, dated, "labelled") or _only(dated, "labelled")


def dateline(page: Page, dated: tuple[DatedLine, ...]) -> PublicationDate | None:
    """ "TORONTO, Feb. 20, 2017 –", where the page has one such day."""
    return _near(page, dated, "dateline") or _only(dated, "dateline")


def release(page: Page, dated: tuple[DatedLine, ...]) -> PublicationDate | None:
    """The date of a press release: alone on a line, its dateline ("Toronto – …") soon below."""
    found = [
        line
        for line in dated
        if line.role == "alone"
        and any(is_dateline(text) for text in page.lines[line.number + 1 :][:RELEASE_LINES])
    ]
    days = {line.written.first for line in found}
    return _published(found[0], names.RELEASE_LINE) if len(days) == 1 else None


def byline(page: Page, dated: tuple[DatedLine, ...]) -> PublicationDate | None:
    """ "By Ann Roy, Feb. 20, 2017" near the heading."""
    return _near(page, dated, "byline")


def date_line(page: Page, dated: tuple[DatedLine, ...]) -> PublicationDate | None:
    """A line that holds hardly more than a date, near the heading."""
    return _near(page, dated, "alone")


def only_date_line(page: Page, dated: tuple[DatedLine, ...]) -> PublicationDate | None:
    """A line of a page without a known heading that holds only a date, where all tell one day."""
    return None if page.headings else _only(dated, "alone")


def _near(page: Page, dated: tuple[DatedLine, ...], role: Role) -> PublicationDate | None:
    """The date of that role that stands nearest after a heading, else nearest before."""
    best: tuple[tuple[bool, int], DatedLine] | None = None
    for heading in _headings(page):
        for line in dated:
            distance = line.number - heading
            if line.role == role and -BEFORE_HEADING <= distance <= AFTER_HEADING:
                rank = (distance < 0, abs(distance))
                if best is None or rank < best[0]:
                    best = (rank, line)
    return _published(best[1], NAMES[role]) if best else None


def _headings(page: Page) -> tuple[int, ...]:
    """Where the page's own words begin: its headings, else its first kept line, else its top."""
    if page.headings:
        return page.headings
    first = page.body[0] if page.body else None
    return (page.lines.index(first),) if first in page.lines else (0,)


def _only(dated: Iterable[DatedLine], role: Role) -> PublicationDate | None:
    lines = [line for line in dated if line.role == role]
    days = {(line.written.first, line.written.last) for line in lines}
    return _published(lines[0], NAMES[role]) if len(days) == 1 else None


NAMES: dict[Role, str] = {
    "labelled": names.PUBLISHED_LINE,
    "dateline": names.DATELINE,
    "byline": names.BYLINE,
    "alone": names.DATE_LINE,
}


def _published(line: DatedLine, evidence: str) -> PublicationDate:
    return PublicationDate(line.written.first, line.written.last, evidence, line.line)
