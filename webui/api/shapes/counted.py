"""Counts over years: trends and coverage."""

from webui.api.shape import COUNT, Many, Maybe, Plain, Record, Shape, count, number, text
from webui.api.shapes.found import UNDERSTOOD
from webui.words import later

YEARS = Many(Plain("integer"), later("Every year from the first to the last, gaps too."))

POINT = Record(
    "Point",
    later("One year of a trend."),
    {
        "year": Plain("integer"),
        "count": count(later("Pages that the query finds.")),
        "of": count(later("Pages of that year in all.")),
        "share": Maybe(number("", 0, 1), later("The one by the other; null without pages.")),
    },
)
TREND = Record(
    "Trend",
    later("One query over the years."),
    {
        "query": text(),
        "understood": text(later("What was understood; empty where nothing could be.")),
        "value": text(later("The value of the facet that it is narrowed to; empty without one.")),
        "label": text(later("What a person reads.")),
        "total": COUNT,
        "points": Many(POINT),
        "uncertain": count(later("Pages with a date that is wider than a year.")),
        "undated": count(later("Pages without a date.")),
        "fault": Maybe(text(), later("Why it cannot be searched for; null where it can.")),
    },
)
TRENDS = Record(
    "Trends",
    later("Queries over the years, each beside all pages of a year."),
    {"years": YEARS, "trends": Many(TREND)},
)
ROW_FIELDS: dict[str, Shape] = {
    "total": COUNT,
    "counts": Many(COUNT, later("Pages of each year of `years`.")),
    "earlier": count(later("Pages of years before them.")),
    "uncertain": count(later("Pages with a date that is wider than a year.")),
    "undated": count(later("Pages without a date.")),
}
ROW = Record(
    "CoverageRow",
    later("The pages with one value of the facet."),
    {
        "value": text(later("What selects it; “-” for pages without a value.")),
        "label": text(later("What a person reads; empty for pages without a value.")),
    }
    | ROW_FIELDS,
)
EVERY = Record(
    "CoverageTotal",
    later("All pages that were found; one with two cities counts once here."),
    ROW_FIELDS,
)
COVERAGE = Record(
    "Coverage",
    later("How many pages there are of each value and year."),
    {
        "field": text(later("The facet whose values are rows.")),
        "understood": UNDERSTOOD,
        "years": YEARS,
        "rows": Many(ROW, later("The values with the most pages first.")),
        "every": EVERY,
        "left_out": count(later("Values that are not listed.")),
    },
)
