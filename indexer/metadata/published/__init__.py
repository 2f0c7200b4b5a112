"""When a page was published: exact only where the page states the day."""

from indexer.metadata.published.find import find_published

__all__ = ["find_published"]
