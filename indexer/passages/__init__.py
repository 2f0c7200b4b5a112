"""Where a query's words stand in a text: marks in the whole of it, and the best passages."""

from indexer.passages.marks import marks
from indexer.passages.snippets import passage, snippets

__all__ = ["marks", "passage", "snippets"]
