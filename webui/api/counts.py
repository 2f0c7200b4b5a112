"""Counting pages by years: trends and coverage."""

from dataclasses import replace

from indexer.counts import coverage as counted
from indexer.counts import trends as lines
from indexer.counts import trends_by
from indexer.counts.as_json import coverage_json, trends_json
from indexer.counts.coverage import MOST_ROWS
from indexer.counts.trends import MOST_QUERIES
from indexer.question import Query
from webui.api import searching
from webui.api.endpoint import Asked, Endpoint, Kept, Parameter, Reply
from webui.api.reading import number_of, one_of
from webui.api.search import wording
from webui.api.shape import text
from webui.api.shapes.counted import COVERAGE, TRENDS
from webui.asking import query_of
from webui.parameters import BadParameter
from webui.words import later, t

FACETS = ("city", "region", "country", "source", "language", "author")
INITIAL_ROWS = 40


def trends(asked: Asked) -> Reply:
    """Several queries over years, or one by the values of a facet."""
    texts = tuple(dict.fromkeys(q.strip() for q in asked.given.many("q") if q.strip()))
    if not 1 <= len(texts) <= MOST_QUERIES:
        raise BadParameter(
            "q",
            t("{count} queries cannot be drawn.", count=len(texts)),
            t("Ask for 1 to {most}, each as a q of its own.", most=MOST_QUERIES),
        )
    narrowing = asking(asked)
    if asked.given.one("by"):
        whole = replace(narrowing, text=texts[0])
        return Reply(trends_json(trends_by(asked.searcher, whole, one_of(asked, BY))))
    return Reply(trends_json(lines(asked.searcher, texts, narrowing)))


def coverage(asked: Asked) -> Reply:
    """Pages by the values of a facet and years."""
    by, rows = one_of(asked, ROWS_ARE), number_of(asked, ROWS)
    whole = replace(asking(asked), text=asked.given.one("q") or "")
    return Reply(coverage_json(counted(asked.searcher, whole, by, rows)))


def asking(asked: Asked) -> Query:
    """The search that counts rest on, without its words."""
    state = searching.narrowed(asked.given, words=False)
    return replace(query_of(state, (), 0), wording=wording())


QUERIES = Parameter(
    "q",
    later("A query; several are several lines, at most 6."),
    text(most=searching.MOST_QUERY_CHARACTERS),
    many=True,
    example="{query}",
    most=MOST_QUERIES,
    required=True,
)
BY = Parameter(
    "by",
    later("A facet: the lines are its values with the most pages of the first query."),
    text(values=FACETS),
)
ROWS_ARE = Parameter(
    "by",
    later("The facet whose values are rows."),
    text(values=FACETS),
    initial=FACETS[0],
)
ROWS = searching.limit(later("How many rows at most."), INITIAL_ROWS, MOST_ROWS)

ENDPOINTS = (
    Endpoint(
        "trends",
        "/trends",
        later("Trends"),
        later("How many pages say it in each year, and what share of that year’s pages they are."),
        (QUERIES, BY, *searching.NARROWING),
        TRENDS,
        trends,
        Kept.TIMED,
        (422,),
    ),
    Endpoint(
        "coverage",
        "/coverage",
        later("Coverage"),
        later("How many pages there are of each city (or source …) and year: gaps show."),
        (searching.QUERY, ROWS_ARE, ROWS, *searching.NARROWING),
        COVERAGE,
        coverage,
        Kept.STATE,
        (422,),
    ),
)
