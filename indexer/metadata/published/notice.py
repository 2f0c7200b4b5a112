"""The copyright notice at a page's foot: it bounds the page's day, it does not date it."""

import re
from datetime import date

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import names
from indexer.metadata.published.written import HINT

# A notice stands among so many last lines, and is no paragraph.
FOOT_LINES = 80
NOTICE_CHARACTERS = 400
NOTICE = re.compile(
    r"(?:©|\(c\)|copyright)\D{0,40}(?:(?:19|20)\d\d\s*[-–—]\s*)?((?:19|20)\d\d)", re.IGNORECASE
)
ANY_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def newest_notice(page: Page) -> tuple[int, str] | None:
    """The newest year of the copyright notices at the page's foot, with its line."""
    foot = [line for line in page.lines[-FOOT_LINES:] if len(line) <= NOTICE_CHARACTERS]
    notices = [(int(year), line) for line in foot for year in NOTICE.findall(line)]
    return max(notices, default=None)


def noticed(page: Page) -> PublicationDate | None:
    """Not after the year of the copyright notice.

    A notice that nobody keeps up says nothing: where a line names a later year, there is no bound.
    """
    notice = newest_notice(page)
    if notice is None:
        return None
    year, quote = notice
    named = (int(y) for line in page.lines if HINT.search(line) for y in ANY_YEAR.findall(line))
    if max(named, default=year) > year or year > page.last_day.year:
        return None
    return PublicationDate(None, min(date(year, 12, 31), page.last_day), names.BY_COPYRIGHT, quote)
