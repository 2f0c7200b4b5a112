"""Dates in words: a day is a day, a range is a range, and undated says so.

English has its months here; those of other languages are CLDR's.
"""

from calendar import monthrange
from datetime import date, datetime

from archive.document import PublicationDate
from webui.speaking import ENGLISH, language
from webui.words import locale, t

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


def published_words(published: PublicationDate | None) -> str:
    """The date as a reader is told it: "12 May 2017", "some day in 2017", "undated"."""
    if published is None or (published.earliest is None and published.latest is None):
        return t("undated")
    first, last = published.earliest, published.latest
    if first is None:
        assert last is not None  # noqa: S101 (the line above has looked)
        return t("on or before {day}", day=day_words(last))
    if last is None:
        return t("on or after {day}", day=day_words(first))
    if first == last:
        return day_words(first)
    return span_words(first, last)


def span_words(first: date, last: date) -> str:
    """A range of days in the fewest words that keep it exact."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        if first.year == last.year:
            return t("some day in {year}", year=first.year)
        return t("{first} to {last}", first=first.year, last=last.year)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return t("some day in {month}", month=month_words(first))
    if whole_months:
        return t("{first} to {last}", first=month_words(first), last=month_words(last))
    return t("{first} to {last}", first=day_words(first), last=day_words(last))


def day_words(day: date) -> str:
    """A day: "12 May 2017", "1er mai 2017"."""
    return f"{day_of_month(day)} {month_words(day)}"


def day_of_month(day: date) -> str:
    """The number of a day in its month; the French say which is the first."""
    return "1er" if day.day == 1 and language() == "fr" else str(day.day)


def month_words(day: date) -> str:
    """The month that a day is in: "May 2017", "mai 2017"."""
    return f"{month_name(day.month)} {day.year}"


def month_name(month: int) -> str:
    """A month from 1 to 12: "May", "mai"."""
    if language() == ENGLISH:
        return MONTHS[month - 1]
    return str(locale(language()).months["format"]["wide"][month])


def short_month(day: date) -> str:
    """The month that a day is in, in a few letters: "May"."""
    if language() == ENGLISH:
        return SHORT_MONTHS[day.month - 1]
    return str(locale(language()).months["format"]["abbreviated"][day.month])


def moment_words(moment: datetime) -> str:
    """A moment: "12 May 2017, 16:30 UTC"."""
    clock = f"{moment:%H:%M}" if language() == ENGLISH else f"{moment.hour} h {moment:%M}"
    zone = moment.tzname() or ""
    return f"{day_words(moment.date())}, {clock} {zone}".strip()
