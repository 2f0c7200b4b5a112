"""/trends: queries over years, as shares of each year's pages or as numbers of pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from indexer.counts import Point, Trend, Trends, trends, trends_by
from indexer.counts.trends import MOST_QUERIES
from indexer.exports.sheet import BYTE_ORDER_MARK, guarded
from indexer.exports.sheet import row as csv_row
from webui.asking import query_of
from webui.chart import chart, thin
from webui.chosen import address, labels_chosen
from webui.narrowing import chips
from webui.parameters import BadParameter, Parameters, read_parameters
from webui.rooms import rooms
from webui.state import KNOWN, SearchState
from webui.words import heading, n, number, percent, t, value_label

pages = Blueprint("trends", __name__)

MEASURES = ("share", "count")
FACETS = ("city", "region", "country", "source", "language", "author")
EMPTY_LINES = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for.

    texts:   the queries, each once, at most MOST_QUERIES
    state:   what narrows them all
    measure: "share" or "count"
    by:      a facet whose values are the lines of the first query, or empty
    """

    texts: tuple[str, ...]
    state: SearchState
    measure: str
    by: str
    ignored: tuple[str, ...]

    def url(
        self,
        *,
        measure: str | None = None,
        by: str | None = None,
        file: str = "",
        state: SearchState | None = None,
    ) -> str:
        """The address with another measure, facet or narrowing, or of the file."""
        named = {"show": measure or self.measure} | ({"by": self.by} if self.by else {})
        if by is not None:
            named["by"] = by
        texts = urlencode([("q", text) for text in self.texts])
        narrowed = address(f"/trends{file}", replace(state or self.state, text=""), named)
        return f"{narrowed}&{texts}" if texts else narrowed


@pages.get("/trends")
def lines() -> str:
    """The chart and its table."""
    asked = asked_for()
    found = counted(asked)
    sound = [each for each in found.trends if not each.fault]
    shares = asked.measure == "share"
    drawn = chart(
        found.years,
        sound,
        shares=shares,
        words=in_words,
        url=lambda trend, point: link(asked, trend, point.year),
    )
    boxes = (*asked.texts, *[""] * EMPTY_LINES)[:MOST_QUERIES]
    return render_template(
        "research/trends.html",
        state=SearchState(),
        asked=asked,
        found=found,
        chart=drawn if any(line.dots for line in drawn.lines) else None,
        thin=len({year for each in sound for year in thin(each.points)}) if shares else 0,
        boxes=boxes,
        facets=FACETS,
        heading_of=heading,
        chips=chips(asked.state, labels_chosen(rooms().searcher, asked.state)),
        link=lambda trend, year: link(asked, trend, year),
        named=lambda trend: name_of(asked, trend),
        ignored=asked.ignored,
    )


@pages.get("/trends.csv")
def file() -> Response:
    """The numbers as a spreadsheet: a line a query and year."""
    asked = asked_for()
    return Response(
        BYTE_ORDER_MARK + "".join(csv_lines(asked, counted(asked))),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="fonds-trends.csv"'},
    )


def asked_for() -> Asked:
    """Read the address. Raise BadParameter."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN | {"show", "by"})
    texts = tuple(dict.fromkeys(text.strip() for text in given.many("q") if text.strip()))
    if len(texts) > MOST_QUERIES:
        raise BadParameter(
            "q",
            n(
                len(texts),
                "{count} query is more than a chart can show.",
                "{count} queries are more than a chart can show.",
            ),
            t("Ask for at most {most}.", most=MOST_QUERIES),
        )
    others = {name: values for name, values in given.values.items() if name != "q"}
    state = SearchState.from_parameters(Parameters(others))
    measure = one_of(given, "show", MEASURES) or MEASURES[0]
    return Asked(texts, state, measure, one_of(given, "by", FACETS), given.ignored)


def one_of(given: Parameters, name: str, known: tuple[str, ...]) -> str:
    """The value of a parameter, or nothing. Raise BadParameter where it is not known."""
    value = given.one(name) or ""
    if value and value not in known:
        mend = t("“{name}” may be {known}.", name=name, known=", ".join(known))
        raise BadParameter(name, t("“{typed}” is not known here.", typed=value[:40]), mend)
    return value


def counted(asked: Asked) -> Trends:
    """The numbers; without a query there are none."""
    if not asked.texts:
        return Trends((), ())
    narrowed = query_of(asked.state, (), 0)
    if asked.by:
        return trends_by(rooms().searcher, replace(narrowed, text=asked.texts[0]), asked.by)
    return trends(rooms().searcher, asked.texts, narrowed)


def name_of(asked: Asked, trend: Trend) -> str:
    """What a line is called."""
    return value_label(asked.by, trend.value, trend.label) if asked.by else trend.label


def in_words(trend: Trend, point: Point) -> str:
    """A dot in words: "shelter, 2017: 12 pages, 3.4 % of 353"."""
    if point.share is None:
        return n(
            point.count,
            "{label}, {year}: {count} page",
            "{label}, {year}: {count} pages",
            label=trend.label,
            year=point.year,
        )
    return n(
        point.count,
        "{label}, {year}: {count} page, {share} of {all}",
        "{label}, {year}: {count} pages, {share} of {all}",
        label=trend.label,
        year=point.year,
        share=percent(point.share, 3),
        all=number(point.of),
    )


def link(asked: Asked, trend: Trend, year: int) -> str:
    """The search that finds what a dot counts."""
    state = replace(asked.state, text=trend.text or asked.texts[0])
    narrowed = state.only(asked.by, trend.value) if asked.by else state
    return narrowed.only("year", str(year)).to_url()


def csv_lines(asked: Asked, found: Trends) -> Iterator[str]:
    """A header, then a line a query and year; a query at fault has one line that says so."""
    yield csv_row(["query", "narrowed_to", "year", "pages", "pages_of_year", "share", "fault"])
    for trend in found.trends:
        named = guarded(name_of(asked, trend)) if asked.by else ""
        text = guarded(trend.text)
        if trend.fault:
            yield csv_row([text, named, "", "", "", "", guarded(trend.fault)])
        for point in trend.points:
            share = "" if point.share is None else f"{point.share:.6f}"
            yield csv_row(
                [text, named, str(point.year), str(point.count), str(point.of), share, ""]
            )
