"""Pages counted for researchers: a grid of values by years, and queries over years."""

from indexer.counts.coverage import Coverage, Row, coverage
from indexer.counts.trends import Point, Trend, Trends, trends, trends_by

__all__ = ["Coverage", "Point", "Row", "Trend", "Trends", "coverage", "trends", "trends_by"]
