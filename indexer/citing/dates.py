"""When a page was published, as a citation may say it: never more than is known.

A day is a day. A range inside one month is that month, inside one year that year: both are
certain. A wider range keeps both its ends; an open one says so.
"""

from calendar import monthrange
from datetime import date

from archive.document import PublicationDate
from indexer.citing.words import Words


def year_first(published: PublicationDate | None, words: Words) -> str:
    """As APA writes it: "2017, February 20", "2017, 20 février"."""
    day = known_day(published)
    if day:
        inner = month_and_day(day, words.months, words)
        return f"{day.year}, {inner}"
    month = known_month(published)
    if month:
        return f"{month.year}, {words.months[month.month - 1]}"
    return years(published, words)


def running(published: PublicationDate | None, words: Words) -> str:
    """As it stands in running text: "February 20, 2017", "20 février 2017"."""
    day, month = known_day(published), known_month(published)
    if day:
        return day_words(day, words)
    if month:
        return f"{words.months[month.month - 1]} {month.year}"
    return years(published, words)


def shortened(published: PublicationDate | None, words: Words) -> str:
    """As MLA writes it: "20 Feb. 2017"."""
    day, month = known_day(published), known_month(published)
    if day:
        return short_day(day, words)
    if month:
        return f"{words.short[month.month - 1]} {month.year}"
    return years(published, words)


def exactly(published: PublicationDate | None, words: Words) -> str:
    """With both days of a range, as it stands after "published"; "" where nothing is known.

    "March 1, 2016", "in March 2016", "between March 1, 2016 and May 31, 2017", "in 2016".
    """
    if published is None:
        return ""
    earliest, latest = published.earliest, published.latest
    if earliest and latest and (whole := whole_time(earliest, latest, words)):
        return words.within.format(time=whole)
    first = words.on.format(day=day_words(earliest, words)) if earliest else ""
    last = words.on.format(day=day_words(latest, words)) if latest else ""
    return first if first == last else ends(first, last, words)


def whole_time(first: date, last: date, words: Words) -> str:
    """The month or year that a range is the whole of: "March 2016", "2016"; else ""."""
    if first.year != last.year or first.day != 1:
        return ""
    if last.day != monthrange(last.year, last.month)[1]:
        return ""
    if first.month == last.month:
        return f"{words.months[first.month - 1]} {first.year}"
    return f"{first.year}" if (first.month, last.month) == (1, 12) else ""


def years(published: PublicationDate | None, words: Words) -> str:
    """The year; both years of a range; "n.d." where nothing is known."""
    if published is None:
        return words.undated
    first = f"{published.earliest.year}" if published.earliest else ""
    last = f"{published.latest.year}" if published.latest else ""
    return (first if first == last else ends(first, last, words)) or words.undated


def ends(first: str, last: str, words: Words) -> str:
    """Two ends in words, one of which may be open ("")."""
    if not first:
        return words.or_earlier.format(last=last)
    if not last:
        return words.or_later.format(first=first)
    return words.between.format(first=first, last=last)


def known_day(published: PublicationDate | None) -> date | None:
    """The day, where it is exact."""
    return published.earliest if published and published.exact else None


def known_month(published: PublicationDate | None) -> date | None:
    """A day of the month that the whole range lies in, or None."""
    if published is None or published.earliest is None or published.latest is None:
        return None
    first, last = published.earliest, published.latest
    return first if (first.year, first.month) == (last.year, last.month) else None


def day_words(day: date, words: Words) -> str:
    """ "May 6, 2020", "6 mai 2020"."""
    comma = "," if words.month_first else ""
    return f"{month_and_day(day, words.months, words)}{comma} {day.year}"


def short_day(day: date, words: Words) -> str:
    """ "6 May 2020", "1er févr. 2020": the day first in both languages, as MLA has it."""
    number = words.first if day.day == 1 else f"{day.day}"
    return f"{number} {words.short[day.month - 1]} {day.year}"


def month_and_day(day: date, months: tuple[str, ...], words: Words) -> str:
    """ "May 6", "6 mai"."""
    number = words.first if day.day == 1 else f"{day.day}"
    month = months[day.month - 1]
    return f"{month} {number}" if words.month_first else f"{number} {month}"
