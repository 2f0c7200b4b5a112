"""/coverage: what the archive covers, a grid of places (or sources …) by years."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, log1p

from flask import Blueprint, Response, render_template, request

from indexer.counts import Coverage, Row, coverage
from indexer.engine import UNCERTAIN
from indexer.exports.sheet import BYTE_ORDER_MARK, guarded
from indexer.exports.sheet import row as csv_row
from webui.asking import query_of
from webui.chosen import address, labels_chosen
from webui.narrowing import chips
from webui.parameters import BadParameter, Parameters, read_parameters
from webui.rooms import rooms
from webui.state import KNOWN, SearchState
from webui.words import heading, sort_key, t, value_label

pages = Blueprint("coverage", __name__)

# What rows may be; a year by years would say nothing.
ROWS = ("city", "region", "country", "source", "language", "author")
ORDERS = ("most", "name")
COLUMNS = ("newest", "oldest")
SHADES = 5
MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for.

    by:      the facet whose values are rows
    order:   "most", "name", or a year, whose fullest rows come first
    columns: which years come first: "newest" or "oldest"
    """

    state: SearchState
    by: str
    order: str
    columns: str
    ignored: tuple[str, ...]

    def url(
        self,
        *,
        by: str | None = None,
        order: str | None = None,
        columns: str | None = None,
        file: str = "",
        state: SearchState | None = None,
    ) -> str:
        """The address of the grid with another facet, order, search, or of its file."""
        named = {"by": by or self.by, "order": order or self.order}
        if (columns or self.columns) != COLUMNS[0]:
            named["columns"] = columns or self.columns
        return address(f"/coverage{file}", state or self.state, named)


@pages.get("/coverage")
def grid() -> str:
    """The grid as a page."""
    asked = asked_for()
    found = counted(asked)
    return render_template(
        "research/coverage.html",
        state=asked.state,
        asked=asked,
        grid=found,
        facets=ROWS,
        chips=chips(asked.state, labels_chosen(rooms().searcher, asked.state)),
        columns=columns_of(asked, found),
        shade=lambda count: shade(count, found.most),
        named=lambda row: value_label(asked.by, row.value, row.label),
        cell=lambda row, year: link(asked, row, year and str(year)),
        uncertain=UNCERTAIN,
        heading_of=heading,
        ignored=asked.ignored,
    )


@pages.get("/coverage.csv")
def file() -> Response:
    """The grid as a spreadsheet."""
    asked = asked_for()
    return Response(
        BYTE_ORDER_MARK + "".join(csv_lines(asked, counted(asked))),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="fonds-coverage.csv"'},
    )


def asked_for() -> Asked:
    """Read the address. Raise BadParameter."""
    given = read_parameters(
        request.query_string.decode("utf-8", "replace"), KNOWN | {"by", "order", "columns"}
    )
    state = SearchState.from_parameters(given)
    return Asked(state, by_of(given), order_of(given), columns_first(given), given.ignored)


def columns_first(given: Parameters) -> str:
    """Which years come first."""
    typed = given.one("columns") or COLUMNS[0]
    if typed not in COLUMNS:
        raise BadParameter(
            "columns",
            t("“{typed}” is not known here.", typed=typed[:40]),
            t("“{name}” may be {known}.", name="columns", known=", ".join(COLUMNS)),
        )
    return typed


def columns_of(asked: Asked, grid: Coverage) -> list[tuple[int, int]]:
    """Each year with its place in the counts of a row, in the order of the columns."""
    years = list(enumerate(grid.years))
    return years if asked.columns == "oldest" else years[::-1]


def by_of(given: Parameters) -> str:
    """The facet whose values are rows."""
    by = given.one("by") or ROWS[0]
    if by not in ROWS:
        raise BadParameter(
            "by",
            t("“{typed}” cannot be rows.", typed=by[:40]),
            t("Rows are: {known}.", known=", ".join(ROWS)),
        )
    return by


def order_of(given: Parameters) -> str:
    """The order of the rows."""
    order = given.one("order") or ORDERS[0]
    if order not in ORDERS and not (order.isascii() and order.isdigit() and len(order) <= 4):
        raise BadParameter(
            "order",
            t("“{typed}” is no order of rows.", typed=order[:40]),
            t("Write most, name or a year."),
        )
    return order


def counted(asked: Asked) -> Coverage:
    """The grid in the order asked for."""
    found = coverage(rooms().searcher, query_of(asked.state, (), 0), asked.by, MOST_ROWS)
    return replace(found, rows=tuple(sorted(found.rows, key=lambda row: place(asked, found, row))))


def place(asked: Asked, grid: Coverage, row: Row) -> tuple[bool, int, tuple[str, str]]:
    """What rows are sorted by; those without a value come last."""
    name = sort_key(value_label(asked.by, row.value, row.label))
    if asked.order == "most":
        return row.label == "", -row.total, name
    if asked.order == "name":
        return row.label == "", 0, name
    year = int(asked.order)
    count = row.counts[grid.years.index(year)] if year in grid.years else 0
    return row.label == "", -count, name


def shade(count: int, most: int) -> int:
    """0 for none, else 1 to SHADES: by magnitude, so that small numbers can be told apart too."""
    return min(SHADES, ceil(SHADES * log1p(count) / log1p(most))) if count else 0


def link(asked: Asked, row: Row, year: str | None = None) -> str:
    """The search that finds what a cell counts, or the whole row."""
    only = asked.state.only(asked.by, row.value) if row.value else asked.state
    return (only.only("year", year) if year else only).first_page().to_url()


def csv_lines(asked: Asked, grid: Coverage) -> Iterator[str]:
    """A header, then a line a row."""
    years = map(str, grid.years)
    yield csv_row([asked.by, "pages", *years, "earlier", "year_uncertain", "undated"])
    for row in grid.rows:
        name = guarded(value_label(asked.by, row.value, row.label))
        numbers = (row.total, *row.counts, row.earlier, row.uncertain, row.undated)
        yield csv_row([name, *map(str, numbers)])
    every = grid.every
    numbers = (every.total, *every.counts, every.earlier, every.uncertain, every.undated)
    yield csv_row([t("all pages"), *map(str, numbers)])
