"""Publication dates in the page's address."""

import re
from calendar import monthrange
from datetime import date
from urllib.parse import urlsplit

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import names
from indexer.metadata.published.months import MONTH, month_number
from indexer.metadata.published.stamps import FIRST_STAMP
from indexer.metadata.published.written import day_or_none

YEAR = r"(?P<year>(?:199|20\d)\d)"
DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"/{YEAR}[/-](?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)",
        rf"/{YEAR}/(?P<name>{MONTH})/(?P<day>0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)",
        rf"/{YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[/_-]|$)",
        rf"[/_-]{YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)",
    )
)
IN_MONTH = re.compile(rf"/{YEAR}[/-](?P<month>0[1-9]|1[0-2])(?=/|$)")


def day_in_url(page: Page) -> PublicationDate | None:
    """The day that a path like /2017/02/20/ names, where it names one only."""
    path = _path(page.url)
    for form in DAYS:
        for match in form.finditer(path):
            parts = match.groupdict()
            name = parts.get("name")
            month = month_number(name) if name else int(parts["month"])
            day = day_or_none(int(parts["year"]), month, int(parts["day"]))
            if day and FIRST_STAMP <= day <= page.last_day:
                return PublicationDate(day, day, names.URL, match.group().strip("/_-"))
    return None


def month_in_url(page: Page) -> PublicationDate | None:
    """The month that a path like /2017/02/ names, as a range of days."""
    match = IN_MONTH.search(_path(page.url))
    if not match:
        return None
    year, month = int(match["year"]), int(match["month"])
    first = date(year, month, 1)
    last = min(date(year, month, monthrange(year, month)[1]), page.last_day)
    if not FIRST_STAMP <= first <= last:
        return None
    return PublicationDate(first, last, names.URL, match.group().strip("/"))


def _path(url: str | None) -> str:
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""
