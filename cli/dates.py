"""Days as they are typed: "2017-02-20", "2017-02" or "2017"."""

import re
from calendar import monthrange
from datetime import date

from cli.failing import UsageFault

WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")


def first_day(typed: str | None, option: str) -> date | None:
    """The first day of what is meant; None where nothing is typed. Raise UsageFault."""
    return day(typed, option, last=False) if typed else None


def last_day(typed: str | None, option: str) -> date | None:
    """The last day of what is meant; None where nothing is typed. Raise UsageFault."""
    return day(typed, option, last=True) if typed else None


def day(typed: str, option: str, *, last: bool) -> date:
    """The first or last day of a year or month, or the day itself."""
    found = WRITTEN.fullmatch(typed.strip())
    if not found:
        raise UsageFault(f'{option}: "{typed}" is no date; write 2017-02-20, 2017-02 or 2017')
    year, month, number = (int(part) if part else None for part in found.groups())
    assert year is not None  # noqa: S101 (the pattern has it)
    try:
        month = month or (12 if last else 1)
        return date(year, month, number or (monthrange(year, month)[1] if last else 1))
    except (ValueError, IndexError) as error:
        raise UsageFault(f'{option}: "{typed}" is on no calendar; check month and day') from error
