"""Publication dates that a manifest or a record states."""

import re
from datetime import date

from archive.document import PublicationDate
from archive.supplied import DATE_ORDERS
from indexer.metadata.page import Page
from indexer.metadata.published import names
from indexer.metadata.published.periods import year_or_month
from indexer.metadata.published.stamps import ISO_DAY
from indexer.metadata.published.written import day_or_none, written_dates

# The orders of day and month in dates like 03/04/2017.
DAY_FIRST, MONTH_FIRST = DATE_ORDERS

# ISO 8601 parts the ends of a range with a slash; else it is ".." or a word, or a dash.
OF_TWO = re.compile(r"(\d{4}(?:-\d\d){0,2})\s?[/–—]\s?(\d{4}(?:-\d\d){0,2})|(\d{4})\s?-\s?(\d{4})")
BETWEEN = re.compile(r"\s*(?:\.{2,}|…)\s*|\s+(?:to|until|through|au|à|jusqu['’]au|[–—-])\s+")
FROM = re.compile(r"^(?:from|du|de)\s+", re.IGNORECASE)
# An hour beside a day; 24:00 is its end.
HOUR = (
    r"(?:[01]?\d|2[0-4])(?:\s?[:h]\s?[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d+)?)?(?:\s?[ap]\.?m\.?)?"
    r"|\s?(?:h\b|[ap]\.?m\b))"
)
DIGITS = r"(?:[01]\d|2[0-4])[0-5]\d(?:[0-5]\d)?"
TIME = re.compile(rf"(?<!\d){HOUR}(?!\d)(?:\s?[+-]\d\d:?(?:\d\d)?(?!\d))?", re.IGNORECASE)
CLOCK = re.compile(
    rf"{HOUR}\s*(?:Z|(?:UTC|GMT)?\s*[+-]\d\d:?(?:\d\d)?|[A-Z]{{1,5}})?", re.IGNORECASE
)
# "before 2017-02-20" is no day but a bound.
BOUND = re.compile(
    r"\b(?:before|after|since|until|till|by|avant|après|depuis|jusqu|dès|circa|vers)\b",
    re.IGNORECASE,
)


def manifest(page: Page) -> PublicationDate | None:
    """The stated date: a day, a month, a year, or two of them parted by "..", "to" or "au".

    What cannot be read whole, and whole in one way, is passed over, as if it were not stated.
    """
    written, order = page.supplied.value("date").strip(), page.supplied.date_order
    found = _span(written, order) or _range(written, order)
    return PublicationDate(*found, names.MANIFEST, written) if found else None


def wants_order(written: str) -> bool:
    """Whether a stated date would be understood if the order of its day and month were stated."""
    return any(_span(part, DAY_FIRST) and not _span(part, "") for part in _ends(written.strip()))


def _range(written: str, order: str) -> tuple[date, date] | None:
    ends = _ends(written)
    if len(ends) != 2:
        return None
    begin, end = (_span(part, order) for part in ends)
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def _ends(written: str) -> list[str]:
    """The two ends of a range; all of it where it is none."""
    if two := OF_TWO.fullmatch(written):
        return [part for part in two.groups() if part]
    return BETWEEN.split(FROM.sub("", written))


def _span(written: str, order: str) -> tuple[date, date] | None:
    """The days of a day, a month or a year; None where it is not that, or could be two days."""
    found = year_or_month(written)
    if found:
        return found
    stamp = ISO_DAY.match(written)
    if stamp:
        day = day_or_none(*(int(part) for part in stamp.groups()))
        rest = written[stamp.end() :].strip()
        return (day, day) if day and (not rest or CLOCK.fullmatch(rest)) else None
    dates = written_dates(written[:200])
    if len(dates) != 1:
        return None
    found_date = dates[0]
    beside = f"{written[: found_date.start]} \0 {written[found_date.end :]}"
    if BOUND.search(beside) or re.search(r"\d", TIME.sub("", beside)):
        return None
    if found_date.other is None:
        return found_date.first, found_date.last
    day = {DAY_FIRST: found_date.first, MONTH_FIRST: found_date.other}.get(order)
    return (day, day) if day else None
