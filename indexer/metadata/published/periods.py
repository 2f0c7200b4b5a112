"""Months and years: publication dates that a manifest or the markup states as a range of days."""

import re
from calendar import monthrange
from datetime import date

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import names
from indexer.metadata.published.marked import METAS
from indexer.metadata.published.stamps import FIRST_STAMP
from indexer.metadata.published.written import day_or_none, written_dates

# "2018", "2018-06", "2018/06"; catalogues write 00 for what they do not know: "2018-06-00".
YEAR_OR_MONTH = re.compile(r"\s*(\d{4})(?:[-/](0[1-9]|1[0-2]))?(?:[-/]00){0,2}\s*$")

# A day that the markup states says more than a month or a year beside it.
FULL_DAYS = (names.JSON_LD, names.META)


def year_or_month(written: str) -> tuple[date, date] | None:
    """The first and last day of a year or month in figures, or None."""
    match = YEAR_OR_MONTH.match(written)
    if not match:
        return None
    year, month = int(match[1]), int(match[2] or 0)
    first = day_or_none(year, month or 1, 1)
    last_month = month or 12
    return (first, date(year, last_month, monthrange(year, last_month)[1])) if first else None


def narrowed(page: Page, found: PublicationDate | None) -> PublicationDate | None:
    """What was found of a page, where it lies in the year or month that the markup states.

    Else that year or month; what was found too where the markup states a day, or no such range.
    """
    is_day = found is not None and found.earliest is not None and found.earliest == found.latest
    if found and is_day and found.evidence.startswith(FULL_DAYS):
        return found
    stated = _stated(page)
    return found if stated is None or (found and _within(found, stated)) else stated


def _within(found: PublicationDate, stated: PublicationDate) -> bool:
    ends = (stated.earliest, found.earliest, found.latest, stated.latest)
    return None not in ends and list(ends) == sorted(day for day in ends if day)


def _stated(page: Page) -> PublicationDate | None:
    """The year or month that JSON-LD states of the page's one article, or a meta element."""
    for kind in ("article", "page"):
        linked = [n.published for n in page.markup.linked if n.kind == kind and n.published]
        if linked:
            ranges = {_range(page, stamp) for stamp in linked}
            found = ranges.pop()
            if found and not ranges:
                return PublicationDate(*found, names.JSON_LD, linked[0])
            break
    for name in METAS:
        stamp = page.markup.meta(name)
        found = _range(page, stamp) if stamp else None
        if found:
            return PublicationDate(*found, f"{names.META} {name}", stamp)
    return None


def _range(page: Page, stamp: str) -> tuple[date, date] | None:
    """The days of a stamp's year or month up to the page's last possible one, or None."""
    found = year_or_month(stamp) or _month_in_words(stamp)
    if found is None or found[0] > page.last_day or found[1] < FIRST_STAMP:
        return None
    return found[0], min(found[1], page.last_day)


def _month_in_words(stamp: str) -> tuple[date, date] | None:
    """The month of "June 2018", where the stamp says no more."""
    dates = written_dates(stamp[:200])
    if len(dates) != 1 or dates[0].other or dates[0].first == dates[0].last:
        return None
    alone = stamp.strip() == stamp[dates[0].start : dates[0].end].strip()
    return (dates[0].first, dates[0].last) if alone else None
