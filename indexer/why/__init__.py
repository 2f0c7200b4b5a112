"""Why a document is found by a query, or why it is not: clause by clause, with the evidence."""

from indexer.why.account import Account, Clause, Kind, Part, Passage, Reason, Standing
from indexer.why.explaining import explain

__all__ = ["Account", "Clause", "Kind", "Part", "Passage", "Reason", "Standing", "explain"]
