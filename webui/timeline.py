"""The years of what was found, as bars whose sizes are numbers for an SVG."""

from dataclasses import dataclass

from indexer.engine import UNCERTAIN, Facet
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
# On a phone the drawing is a third as wide as on a desk.
SMALL_PAGE_SKIPS = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One year of the timeline.

    x, width, y, height: of the bar; left, column: of its whole column, which is what is pressed
    label: whether the year is written beneath: "major", "minor" (where there is room) or ""
    url:      the search narrowed to the year, or without it where it alone is chosen
    """

    year: int
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


def timeline(facet: Facet | None, state: SearchState) -> Timeline | None:
    """Draw the year facet, or None where no page found has a year."""
    if facet is None:
        return None
    counts = {int(v.value): v.count for v in facet.values if v.value.isdecimal()}
    shown = {year: count for year, count in counts.items() if count}
    if not shown:
        return None
    first = max(min(shown), max(shown) - MAX_YEARS + 1)
    years = range(first, max(shown) + 1)
    chosen = state.chosen_in("year")
    bars = tuple(bar(year, years, counts, chosen, state) for year in years)
    uncertain = sum(v.count for v in facet.values if v.value == UNCERTAIN)
    early = sum(count for year, count in shown.items() if year < first)
    return Timeline(bars, uncertain, facet.missing, facet.other + early)


def bar(
    year: int, years: range, counts: dict[int, int], chosen: tuple[str, ...], state: SearchState
) -> Bar:
    """One year's bar, as high as its share of the fullest year."""
    column = WIDTH / len(years)
    count, most = counts.get(year, 0), max(counts.values())
    height = max(HEIGHT * count / most, MIN_BAR_HEIGHT) if count else 0
    left = (year - years[0]) * column
    every = max(1, round(LABEL_ROOM / column + 0.49))
    alone = chosen == (str(year),)
    target = state.without_facet("year") if alone else state.only("year", str(year))
    return Bar(
        year=year,
        count=count,
        selected=str(year) in chosen,
        x=round(left + column * (1 - BAR_SHARE) / 2, 2),
        width=round(column * BAR_SHARE, 2),
        y=round(HEIGHT - height, 2),
        height=round(height, 2),
        left=round(left, 2),
        column=round(column, 2),
        label=label_of(years[-1] - year, every),
        url=target.to_url(),
    )


def label_of(years_ago: int, every: int) -> str:
    """Every so many years are labelled; of those every third, where the page is small."""
    if years_ago % every:
        return ""
    return "minor" if years_ago % (every * SMALL_PAGE_SKIPS) else "major"
