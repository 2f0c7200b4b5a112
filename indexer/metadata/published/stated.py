"""Publication dates that a manifest states."""

import re
from datetime import date

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import names
from indexer.metadata.published.periods import year_or_month
from indexer.metadata.published.stamps import ISO_DAY
from indexer.metadata.published.written import day_or_none, written_dates


def manifest(page: Page) -> PublicationDate | None:
    """The manifest's date: a day, a month, a year, or two of them parted by ".." or "/".

    What cannot be read is passed over, as if it were not stated.
    """
    written = page.stated.get("date", "").strip()
    first, _, last = (
        part.strip() for part in re.sub(r"\.\.|(?<=\d)/(?=\d{4})", "\0", written).partition("\0")
    )
    begin, end = _span(first), _span(last) if last else _span(first)
    if begin is None or end is None or begin[0] > end[1]:
        return None
    return PublicationDate(begin[0], end[1], names.MANIFEST, written)


def _span(written: str) -> tuple[date, date] | None:
    found = year_or_month(written)
    if found:
        return found
    stamp = ISO_DAY.match(written)
    if stamp:
        day = day_or_none(*(int(part) for part in stamp.groups()))
        return (day, day) if day else None
    dates = written_dates(written)
    return (dates[0].first, dates[0].last) if len(dates) == 1 and not dates[0].other else None
