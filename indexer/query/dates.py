"""Days, months and years as they are typed, and the days that they span."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from indexer.query.quoting import quotable

DASHES = str.maketrans("‐‑‒–—−", "------")
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
RANGE = re.compile(r"\.{2,3}")  # three too: keyboards make "…" of dots
HOW = "Type a year (2017), a month (2017-02) or a day (2017-02-28)"
MONTHS = 12


class ImpossibleDate(ValueError):
    """What was typed is no day, month or year; with the reason and the mend, a sentence each."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(reason)
        self.reason, self.mend = reason, mend


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included; None leaves that side open."""

    earliest: date | None
    latest: date | None


def read_days(field: str, typed: str) -> Days:
    """The days that `year:`, `date:`, `after:` or `before:` asks for; raise ImpossibleDate."""
    text = unicodedata.normalize("NFKC", typed).translate(DASHES)
    days = _read_days(field, text)
    if field == "year" and "-" in text:
        raise ImpossibleDate(f"year: takes a year, not “{text}”.", f"Type date:{text}.")
    return days


def _read_days(field: str, text: str) -> Days:
    ends = [end.strip() for end in RANGE.split(text)]
    if len(ends) == 1:
        return _one(field, text.strip())
    if field in ("after", "before"):
        mend = f"Type one day, month or year after {field}:, or date:{quotable(text)}."
        raise ImpossibleDate(f"{field}: takes no range.", mend)
    if len(ends) > 2 or not any(ends):
        raise ImpossibleDate(
            f"“{quotable(text)}” is not a range.", f"Type {field}:2016..2017, for example."
        )
    first, last = (_span(field, end) if end else Days(None, None) for end in ends)
    if first.earliest and last.latest and first.earliest > last.latest:
        mend = f"Turn it round: {field}:{ends[1]}..{ends[0]}."
        raise ImpossibleDate(f"The range “{text}” ends before it begins.", mend)
    return Days(first.earliest, last.latest)


def _one(field: str, text: str) -> Days:
    span = _span(field, text)
    day = timedelta(days=1)
    try:
        if field == "after" and span.latest:
            return Days(span.latest + day, None)
        if field == "before" and span.earliest:
            return Days(None, span.earliest - day)
    except OverflowError:
        raise ImpossibleDate(f"There is no day {field} “{text}”.", f"{HOW}.") from None
    return span


def _span(field: str, text: str) -> Days:
    """The first and last day of a year, month or day."""
    match = DAY.fullmatch(text)
    if not match:
        raise ImpossibleDate(f"“{quotable(text)}” is not a date.", _how(field, text))
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        raise ImpossibleDate("There is no year 0000.", f"{HOW}.")
    if month is None:
        return Days(date(year, 1, 1), date(year, MONTHS, 31))
    if not 1 <= month <= MONTHS:
        raise ImpossibleDate(
            f"There is no month {month}, as in “{text}”.", "Type a month from 01 to 12."
        )
    days_count = calendar.monthrange(year, month)[1]
    if day is None:
        return Days(date(year, month, 1), date(year, month, days_count))
    if not 1 <= day <= days_count:
        name = f"{year:04}-{month:02}"
        raise ImpossibleDate(
            f"{name} has no day {day}.", f"Type a day from {name}-01 to {name}-{days_count}."
        )
    return Days(date(year, month, day), date(year, month, day))


def _how(field: str, text: str) -> str:
    """The mend for what is no date, with what was probably meant where it is plain."""
    compared = re.fullmatch(r"([<>])(=?)([0-9-]+)", text)
    if compared:
        return f"Type {_compared(*compared.groups())} instead."
    years = re.fullmatch(r"\[?([0-9]{4})\s*(?:-|/|,|\||;|to|TO|à)\s*([0-9]{4})\]?", text)
    if years and re.search(r"[,;|]", text):
        return f"Type {field}:({years[1]} OR {years[2]})."
    if years:
        return f"For a range, type {years[1]}..{years[2]}."
    if text.startswith(("[", "{")):
        return "For a range, type date:2016..2017."
    day = re.fullmatch(r"([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?", text)
    if day:
        return "Type " + "-".join(f"{int(part):02}" for part in day.groups() if part) + "."
    if re.fullmatch(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}", text):
        return "Type the year first, then the month, then the day: 2017-02-28."
    if text[:1].isalpha():
        return f"{HOW}, in numbers."
    return f"{HOW}."


def _compared(sign: str, equal: str, day: str) -> str:
    """What asks for the same as `date:>2017`."""
    if equal:
        return f"date:{day}.." if sign == ">" else f"date:..{day}"
    return f"after:{day}" if sign == ">" else f"before:{day}"
