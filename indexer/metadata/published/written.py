"""Reading the dates that a line of English or French writes out.

Only forms that can mean one day are read as a day. "03/02/2017" means two: it is read as both and
left for the page's other dates to decide. Years of two digits are left alone.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from indexer.metadata.published.months import DATED_MONTH, EVERY_MONTH, WEEKDAY, month_number

# Before this no newspaper was printed ("Relation", Strasbourg, 1605): such a year is no year.
FIRST_YEAR = 1600
LAST_YEAR = 2199

YEAR = r"(?P<year>(?:1[6-9]|20|21)\d\d)"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
ORDINAL = r"(?:st|nd|rd|th|er|re|ᵉʳ|ʳᵉ|º|ª)?"
GAP = r"[\s,.]{1,4}"
# Where tags are gone, words can stand glued to a date: "by Ann RoyFebruary 3, 2017No comments",
# "February 3, 20178:15 am", "3 February 20175 min read".
NAME_START = r"(?-i:(?<![^\W\d_])|(?<=[a-zà-ÿ])(?=[A-Z]))"
GLUED = r"\d{1,2}(?::\d\d|\s?(?:min|yrs?\b|years?\b|mo\b|comments?\b|views?\b|(?-i:[A-Z])))"
DAY_END = rf"(?:(?![\d_])|(?={GLUED}))"
END = rf"(?:(?![\d\w])|(?-i:(?=[A-Z]))|(?={GLUED}))"
OF = r"(?:\s+(?:of|de|del|di|do))?"

FORMS = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("iso", rf"(?<![\d/.-]){YEAR}-(?P<month>0[1-9]|1[0-2])-{DAY}(?=[T\s]\d\d|(?![\d-]))"),
        (
            "month day year",
            rf"{NAME_START}(?P<name>{DATED_MONTH})[\s/-]*{DAY}{ORDINAL}(?:{GAP}|[/-]|,?\s+(?:de|of)\s+){YEAR}{DAY_END}",
        ),
        (
            "day month year",
            rf"(?<![\d/])(?-i:(?<![A-Z_])){DAY}{ORDINAL}{OF}[\s/.-]*(?P<name>{DATED_MONTH})(?:[\s,]{{1,3}}(?:del?\s+)?|[/-]){YEAR}{END}",
        ),
        ("year month day", rf"(?<!\d){YEAR},?[\s-](?P<name>{DATED_MONTH})[\s-]{DAY}{ORDINAL}{END}"),
        (
            "year first",
            rf"(?<![\d/.-]){YEAR}(?P<sep>[/.•·])(?P<month>0?[1-9]|1[0-2])(?P=sep){DAY}(?![\d/])",
        ),
        (
            "year first",
            rf"(?<!\d){YEAR}\s?[年년]\s?(?P<month>0?[1-9]|1[0-2])\s?[月월]\s?{DAY}\s?[日일]",
        ),
        (
            "numeric",
            rf"(?<![\d/.-])(?P<one>\d\d?)(?P<sep>[/.-])(?P<two>\d\d?)(?P=sep){YEAR}(?![\d/-])",
        ),
        ("month year", rf"(?<!\w)(?P<name>{DATED_MONTH})(?:\s+(?:of\s+|de\s+)?|,\s*){YEAR}{END}"),
    )
)
# Most years stand beside no month: looking for one is cheaper than trying every form.
NAMES_BEGIN = tuple(sorted({name[:3] for name in EVERY_MONTH}))
NUMERIC_FORMS = tuple((name, form) for name, form in FORMS if "name" not in form.groupindex)
HINT = re.compile(r"(?:1[6-9]|20|21)\d\d")
# Every form holds a year; the rest of it stands within so many characters before and after.
BEFORE_YEAR = 40
AFTER_YEAR = 40
WEEKDAY_CHARACTERS = 20
WEEKDAY_BEFORE = re.compile(rf"{WEEKDAY}\s*,?\s*(?:le\s+|the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as a line writes it.

    first, last: the days it spans, equal where it names one day
    start, end:  where it stands in the line, the weekday included
    other:       the other day that an ambiguous numeric form can mean, or None
    """

    first: date
    last: date
    start: int
    end: int
    other: date | None = None

    @property
    def is_day(self) -> bool:
        """Whether it names one day and cannot mean another."""
        return self.first == self.last and self.other is None


def written_dates(line: str) -> tuple[WrittenDate, ...]:
    """The dates with a year that a line writes, in order, none within another."""
    if not HINT.search(line):
        return ()
    found: list[WrittenDate] = []
    for year in HINT.finditer(line):
        if found and year.end() <= found[-1].end:
            continue
        begin, end = max(0, year.start() - BEFORE_YEAR), year.end() + AFTER_YEAR
        around = line[begin:end].lower()
        has_name = any(name in around for name in NAMES_BEGIN)
        for name, form in FORMS if has_name else NUMERIC_FORMS:
            for match in form.finditer(line, begin, end):
                if not _overlaps(found, match, begin):
                    found.extend(_read(name, match))
    return tuple(sorted(found, key=lambda d: d.start))


def _overlaps(found: list[WrittenDate], match: re.Match[str], begin: int) -> bool:
    """Whether a date that was found stands where the match does.

    Years are gone through in the line's order, so that only the last dates reach into the window
    that begins at `begin`, weekdays before them included; older ones are not looked at.
    """
    for date_found in reversed(found):
        if date_found.end + AFTER_YEAR + BEFORE_YEAR + WEEKDAY_CHARACTERS < begin:
            return False
        if date_found.start < match.end() and match.start() < date_found.end:
            return True
    return False


def _read(name: str, match: re.Match[str]) -> Iterator[WrittenDate]:
    parts = match.groupdict()
    year = int(parts["year"])
    weekday = WEEKDAY_BEFORE.search(
        match.string[max(0, match.start() - WEEKDAY_CHARACTERS) : match.start()]
    )
    start = match.start() - (len(weekday.group()) if weekday else 0)
    if name == "numeric":
        yield from _numeric(year, int(parts["one"]), int(parts["two"]), start, match.end())
        return
    month = month_number(parts["name"]) if parts.get("name") else int(parts["month"])
    if name == "month year":
        last = date(year, month, monthrange(year, month)[1])
        yield WrittenDate(date(year, month, 1), last, start, match.end())
        return
    day = day_or_none(year, month, int(parts["day"]))
    if day:
        yield WrittenDate(day, day, start, match.end())


def _numeric(year: int, one: int, two: int, start: int, end: int) -> Iterator[WrittenDate]:
    month_first, day_first = day_or_none(year, one, two), day_or_none(year, two, one)
    if month_first and day_first and month_first != day_first:
        yield WrittenDate(day_first, day_first, start, end, other=month_first)
    elif day := month_first or day_first:
        yield WrittenDate(day, day, start, end)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such: 31 February, the year 0."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if FIRST_YEAR <= year <= LAST_YEAR else None
