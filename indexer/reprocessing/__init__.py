"""Reprocessing: every document made again of its raw capture, by today's rules and profiles."""

from indexer.reprocessing.changes import Change
from indexer.reprocessing.report import Amount, ReprocessReport
from indexer.reprocessing.reprocessing import reprocess

__all__ = ["Amount", "Change", "ReprocessReport", "reprocess"]
