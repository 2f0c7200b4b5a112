"""Reading machine-made date stamps: ISO 8601, and what sites put in its place."""

import re
from datetime import UTC, date, datetime, timedelta

from indexer.metadata.published.written import WrittenDate, day_or_none, written_dates

ISO_DAY = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?:$|[T\s])")
ISO_START = re.compile(r"\s*(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*$")

# What content systems print where they know no date: the Unix epoch, in any zone, and others.
FILLERS = frozenset({date(1969, 12, 31), date(1970, 1, 1), date(1900, 1, 1), date(1980, 1, 1)})

# The Web's first page: a stamp cannot be older, though a printed date can.
FIRST_STAMP = date(1990, 12, 20)


def read_stamp(stamp: str, last_day: date) -> date | None:
    """The day of a stamp, as it is written (in the page's own zone), or None.

    None too for a filler, for a day after `last_day`, and for an ambiguous "03/02/2017".
    """
    day = _iso(stamp) or _epoch(stamp) or _words(stamp)
    if day is None or day in FILLERS or not FIRST_STAMP <= day <= last_day:
        return None
    return day


def _iso(stamp: str) -> date | None:
    match = ISO_DAY.match(stamp) or ISO_START.match(stamp)
    return day_or_none(*(int(part) for part in match.groups())) if match else None


def _epoch(stamp: str) -> date | None:
    match = EPOCH.match(stamp)
    if not match:
        return None
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(match[1]))).date()


def _words(stamp: str) -> date | None:
    found: tuple[WrittenDate, ...] = written_dates(stamp[:200])
    days = [d.first for d in found if d.is_day]
    return days[0] if len(days) == 1 else None
