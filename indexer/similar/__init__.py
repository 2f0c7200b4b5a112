"""Here is a page: which others say most of the same words?"""

from indexer.similar.alike import MOST_ALIKE, Alike, Similar, similar

__all__ = ["MOST_ALIKE", "Alike", "Similar", "similar"]
