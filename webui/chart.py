"""Lines over years, as numbers for an SVG."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, log10

from indexer.counts import Point, Trend
from webui.words import number, percent

# The drawing's own units; the page scales it to its column.
WIDTH, HEIGHT = 800.0, 260.0
LEFT, TOP, RIGHT, BOTTOM = 52.0, 10.0, 788.0, 228.0
LABEL_ROOM = 52
# On a phone the drawing is a third as wide as on a desk, so a label takes three times the room.
SMALL_PAGE_ROOM = 3 * LABEL_ROOM
GRID_LINES = 4
# Of a year with fewer pages than this part of the fullest year's, a share says little: one page of
# one is 100 %. It is not drawn, and told; the table has it.
THIN = 0.05


@dataclass(frozen=True, slots=True)
class Dot:
    """One year of a line: where it stands, what it says, and where it leads."""

    x: float
    y: float
    year: int
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """One query.

    number: from 1, which the style gives a colour and a dash
    path:   the commands of an SVG path, broken at years without any pages
    """

    number: int
    label: str
    path: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A label of an axis, at its place along it; `minor` ones go where the page is small."""

    place: float
    label: str
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """All lines with their axes."""

    lines: tuple[Line, ...]
    across: tuple[Mark, ...]
    up: tuple[Mark, ...]


def chart(
    years: Sequence[int],
    trends: Sequence[Trend],
    *,
    shares: bool,
    words: Callable[[Trend, Point], str],
    url: Callable[[Trend, Point], str],
) -> Chart:
    """Draw the lines.

    shares: draw parts of each year's pages, else numbers of pages
    words, url: what a dot says and where it leads
    """
    trends = [replace(each, points=drawn(each.points)) for each in trends] if shares else trends
    values = [value for each in trends for point in each.points if (value := of(point, shares))]
    step = step_of(max(values, default=0.0), whole=not shares)
    top = step * GRID_LINES

    def x(year: int) -> float:
        room = max(1, len(years) - 1)
        return round(LEFT + (RIGHT - LEFT) * (year - years[0] if len(years) > 1 else 0.5) / room, 1)

    def y(value: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * value / top, 1)

    lines = tuple(
        Line(
            number,
            each.label,
            path_of(each.points, shares, x, y),
            tuple(
                Dot(x(point.year), y(value), point.year, words(each, point), url(each, point))
                for point in each.points
                if (value := of(point, shares)) is not None and point.count
            ),
        )
        for number, each in enumerate(trends, 1)
    )
    up = tuple(Mark(y(step * mark), written(step * mark, shares)) for mark in range(GRID_LINES + 1))
    return Chart(lines, across(years, x), up)


def thin(points: Sequence[Point]) -> tuple[int, ...]:
    """The years with too few pages for a share to say much."""
    least = THIN * max((point.of for point in points), default=0)
    return tuple(point.year for point in points if 0 < point.of < least)


def drawn(points: Sequence[Point]) -> tuple[Point, ...]:
    """The years of a line of shares; thin ones are as years without pages."""
    left_out = set(thin(points))
    return tuple(Point(each.year, 0, 0) if each.year in left_out else each for each in points)


def of(point: Point, shares: bool) -> float | None:
    """What a year's height stands for; None where there is nothing to compare with."""
    return point.share if shares else float(point.count)


def path_of(
    points: Sequence[Point],
    shares: bool,
    x: Callable[[int], float],
    y: Callable[[float], float],
) -> str:
    """A line through the years; a year without any pages breaks it."""
    commands = []
    pen = "M"
    for point in points:
        value = of(point, shares)
        if value is None:
            pen = "M"
            continue
        commands.append(f"{pen}{x(point.year)} {y(value)}")
        pen = "L"
    return "".join(commands)


def step_of(most: float, *, whole: bool) -> float:
    """The distance of grid lines: 1, 2, 2.5 or 5 times a power of ten, enough for GRID_LINES."""
    if most <= 0:
        return 1.0 if whole else 0.25
    least = most / GRID_LINES
    power = 10.0 ** floor(log10(least))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= least * (1 - 1e-9))
    return float(max(1, ceil(step))) if whole else step


def written(value: float, shares: bool) -> str:
    """A label of the upright axis."""
    if not shares:
        return number(round(value))
    return percent(value, 3)


def across(years: Sequence[int], x: Callable[[int], float]) -> tuple[Mark, ...]:
    """The years that are written below, the last always."""
    if not years:
        return ()
    column = (RIGHT - LEFT) / len(years)
    every = ceil(LABEL_ROOM / column)
    small = every * ceil(SMALL_PAGE_ROOM / (column * every))
    return tuple(
        Mark(x(year), str(year), minor=(years[-1] - year) % small != 0)
        for year in years
        if (years[-1] - year) % every == 0
    )
