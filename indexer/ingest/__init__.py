"""Ingest: many captures into an archive, in order, in batches, telling what became of each."""

from indexer.ingest.ingesting import Progress, ingest, rehearse
from indexer.ingest.report import Fate, IngestReport

__all__ = ["Fate", "IngestReport", "Progress", "ingest", "rehearse"]
