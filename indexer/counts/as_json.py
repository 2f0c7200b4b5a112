"""Counts over years as JSON; names and forms are those of `indexer.wire`."""

from indexer.counts.coverage import Coverage, Row
from indexer.counts.trends import Point, Trend, Trends
from indexer.wire import Json

SHARE_DIGITS = 6


def trends_json(found: Trends) -> dict[str, Json]:
    """Queries over the same years."""
    return {"years": list(found.years), "trends": [trend_json(each) for each in found.trends]}


def trend_json(trend: Trend) -> dict[str, Json]:
    """One query; `fault` says why it could not be searched for."""
    return {
        "query": trend.text,
        "understood": trend.understood,
        "value": trend.value,
        "label": trend.label,
        "total": trend.total,
        "points": [point_json(point) for point in trend.points],
        "uncertain": trend.uncertain,
        "undated": trend.undated,
        "fault": trend.fault or None,
    }


def point_json(point: Point) -> dict[str, Json]:
    """One year of a query."""
    share = None if point.share is None else round(point.share, SHARE_DIGITS)
    return {"year": point.year, "count": point.count, "of": point.of, "share": share}


def coverage_json(found: Coverage) -> dict[str, Json]:
    """A grid of values by years."""
    return {
        "field": found.field,
        "understood": found.understood,
        "years": list(found.years),
        "rows": [{"value": row.value, "label": row.label} | row_json(row) for row in found.rows],
        "every": row_json(found.every),
        "left_out": found.left_out,
    }


def row_json(row: Row) -> dict[str, Json]:
    """The numbers of a row."""
    return {
        "total": row.total,
        "counts": list(row.counts),
        "earlier": row.earlier,
        "uncertain": row.uncertain,
        "undated": row.undated,
    }
