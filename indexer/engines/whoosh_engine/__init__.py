"""Full text on Whoosh: its files, locks and commits; our postings, facets and scores."""

from indexer.engines.whoosh_engine.engine import WhooshEngine

__all__ = ["WhooshEngine"]
