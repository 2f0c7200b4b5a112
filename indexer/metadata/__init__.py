"""Metadata: one field a file, each fact with its evidence."""

from indexer.metadata.describe import describe
from indexer.metadata.description import Description, Fact

__all__ = ["Description", "Fact", "describe"]
