"""Dates of a query in plain words: "published in February 2017 for certain"."""

import calendar
from datetime import date

from indexer.query.nodes import Dated
from indexer.query.wording import Wording


def days_in_words(dated: Dated, wording: Wording) -> str:
    """When pages were published, and how sure that is."""
    sure = wording.perhaps if dated.perhaps else wording.certain
    return wording.published.format(sure.format(_days(dated.earliest, dated.latest, wording)))


def _days(first: date | None, last: date | None, wording: Wording) -> str:
    if first is None or last is None:
        if first is not None:
            return wording.since.format(_day(first, wording))
        return wording.until.format(_day(last, wording)) if last else ""
    if first == last:
        return wording.on.format(_day(first, wording))
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years and first.year == last.year:
        return wording.in_.format(first.year)
    if whole_years:
        return wording.between.format(first.year, last.year)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return wording.in_.format(_month(first, wording))
    if whole_months:
        return wording.between.format(_month(first, wording), _month(last, wording))
    return wording.between_days.format(_day(first, wording), _day(last, wording))


def _day(day: date, wording: Wording) -> str:
    number = wording.first if day.day == 1 else str(day.day)
    return wording.day.format(number, wording.months[day.month - 1], day.year)


def _month(day: date, wording: Wording) -> str:
    return wording.month.format(wording.months[day.month - 1], day.year)
