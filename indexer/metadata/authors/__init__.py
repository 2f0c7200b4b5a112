"""Who wrote a page: each way to tell in its own file, tried in order."""

from indexer.metadata.authors.biography import PRESS, biographies
from indexer.metadata.authors.find import find_authors

__all__ = ["PRESS", "biographies", "find_authors"]
