"""The years and months of what was found, as bars whose sizes are numbers for an SVG."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from indexer.engine import UNCERTAIN, Facet, Histogram
from webui.dates import month_words, short_month
from webui.state import SearchState

# The drawing's own units; the page scales it to its column.
WIDTH = 800
HEIGHT = 96
BAR_SHARE = 0.78
# A bar for one page among thousands must still be seen.
MIN_BAR_HEIGHT = 2
# More years than this and a bar is too thin to see or press.
MAX_YEARS = 120
LABEL_ROOM = 44
# On a phone the drawing is a third as wide as on a desk, so a label takes three times the room.
SMALL_PAGE_ROOM = 3 * LABEL_ROOM

A_YEAR = re.compile(r"(?!0000)[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Bar:
    """One year or month of the timeline.

    name:  what it is called; short: the same in the fewest letters, to be written beneath
    x, width, y, height: of the bar; left, column: of its whole column, which is what is pressed
    label: whether it is written beneath: "major", "minor" (where there is room) or ""
    url:   the search narrowed to it, or without it where it alone is chosen
    """

    year: int
    name: str
    short: str
    count: int
    selected: bool
    x: float
    width: float
    y: float
    height: float
    left: float
    column: float
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars for every year between the first and the last, empty years too.

    uncertain, undated: pages that no bar holds
    left_out: pages of years too early to draw
    """

    bars: tuple[Bar, ...]
    uncertain: int
    undated: int
    left_out: int

    @property
    def most(self) -> int:
        """The count of the tallest bar."""
        return max((bar.count for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True)
class Months:
    """Bars for the twelve months of a year.

    unknown: pages of the year that may be of one month or another
    """

    year: int
    bars: tuple[Bar, ...]
    unknown: int


def timeline(
    facet: Facet | None, state: SearchState, histogram: Histogram | None = None
) -> Timeline | None:
    """Draw the years, or None where no page found has one.

    histogram: where it is there, its years are drawn, which are all; else those that the facet of
               years lists
    """
    if facet is None:
        return None
    drawn = (v for v in facet.values if v.value.isdecimal() and not v.excluded)
    counts, other = {int(v.value): v.count for v in drawn}, 0
    if histogram is None:
        other = facet.other
    else:
        counts |= {int(period.name): period.count for period in histogram.years}
    shown = {year: count for year, count in counts.items() if count}
    if not shown:
        return None
    first = max(min(shown), max(shown) - MAX_YEARS + 1)
    bars = bars_of({year: counts.get(year, 0) for year in range(first, max(shown) + 1)}, state)
    uncertain = sum(v.count for v in facet.values if v.value == UNCERTAIN and not v.excluded)
    early = sum(count for year, count in shown.items() if year < first)
    undated = 0 if facet.missing_excluded else facet.missing
    return Timeline(bars, uncertain, undated, other + early)


def bars_of(counts: Mapping[int, int], state: SearchState) -> tuple[Bar, ...]:
    """A bar for each year; the years follow each other."""
    chosen = state.chosen_in("year")
    sized = sizes(list(counts.values()))
    column = WIDTH / len(counts)
    every = ceil(LABEL_ROOM / column)
    small = every * ceil(SMALL_PAGE_ROOM / (column * every))
    bars = []
    for bar, year in zip(sized, counts, strict=True):
        alone = chosen == (str(year),)
        target = state.without_facet("year") if alone else state.only("year", str(year))
        named = replace(bar, year=year, name=str(year), short=str(year))
        label = label_of(max(counts) - year, every, small)
        chosen_here = str(year) in chosen
        bars.append(replace(named, label=label, url=target.to_url(), selected=chosen_here))
    return tuple(bars)


def months(histogram: Histogram | None, state: SearchState) -> Months | None:
    """Draw the months of the one year that the search is narrowed to, or None."""
    year = one_year(histogram, state)
    if histogram is None or year is None:
        return None
    counts = {month.name: month.count for month in histogram.months}
    spans = [
        (date(year, number, 1), date(year, number, monthrange(year, number)[1]))
        for number in range(1, 13)
    ]
    of_months = [counts.get(first.isoformat()[:7], 0) for first, _ in spans]
    if not any(of_months):
        return None
    bars = tuple(
        month_bar(bar, first, last, state)
        for bar, (first, last) in zip(sizes(of_months), spans, strict=True)
    )
    return Months(year, bars, histogram.uncertain)


def month_bar(bar: Bar, first: date, last: date, state: SearchState) -> Bar:
    """A month between its first and last day: pressing it asks for pages surely of it.

    Days that are chosen already stay asked: its count is of pages between them.
    """
    since = max(first, state.published_from or first)
    until = min(last, state.published_to or last)
    alone = (state.published_from, state.published_to) == (since, until)
    target = state.between(None, None) if alone else state.between(since, until)
    return replace(
        bar,
        year=first.year,
        name=month_words(first),
        short=short_month(first),
        label="major",
        url=target.to_url(),
        selected=alone,
    )


def one_year(histogram: Histogram | None, state: SearchState) -> int | None:
    """The year that the search is narrowed to, or that alone has pages; None for several."""
    chosen = state.chosen_in("year")
    first, last = state.published_from, state.published_to
    known = histogram.years if histogram else ()
    if len(chosen) == 1:
        return int(chosen[0]) if A_YEAR.fullmatch(chosen[0]) else None
    if first and last and first.year == last.year:
        return first.year
    return int(known[0].name) if len(known) == 1 and not chosen else None


def sizes(counts: list[int]) -> list[Bar]:
    """A bar for each count, side by side, as high as its share of the highest."""
    column, most = WIDTH / len(counts), max(counts)
    drawn = []
    for place, count in enumerate(counts):
        height = max(HEIGHT * count / most, MIN_BAR_HEIGHT) if count else 0
        left = place * column
        drawn.append(
            Bar(
                year=0,
                name="",
                short="",
                count=count,
                selected=False,
                x=round(left + column * (1 - BAR_SHARE) / 2, 2),
                width=round(column * BAR_SHARE, 2),
                y=round(HEIGHT - height, 2),
                height=round(height, 2),
                left=round(left, 2),
                column=round(column, 2),
                label="",
                url="",
            )
        )
    return drawn


def label_of(years_ago: int, every: int, small: int) -> str:
    """Every so many years are labelled; every `small` years where the page is small."""
    if years_ago % every:
        return ""
    return "minor" if years_ago % small else "major"
