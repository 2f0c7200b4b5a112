"""Differences between two captures of one page: words, removed lines, metadata."""

from indexer.differences.comparing import compare
from indexer.differences.comparison import Comparison, Difference, Fold, Kind, Piece, Row

__all__ = ["Comparison", "Difference", "Fold", "Kind", "Piece", "Row", "compare"]
