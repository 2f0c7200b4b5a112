"""Which documents match, as one array of bits, fetched in numbers of 52 bits each.

Tantivy's binding gives matches one Python object each, which takes ten times as long as finding
them. But it adds numbers up: every row has a bit, a power of two, in one of two fields, and the
sums of a block of rows tell which of them match. A sum of different powers below 2 ** 53 is exact
in the floating point that Tantivy adds in.
"""

import numpy as np
import tantivy

from indexer.engines.tantivy_engine.schema import BITS, BLOCK_ROWS
from indexer.engines.whoosh_engine.postings import Mask

SUMS = {
    "blocks": {
        "histogram": {"field": "block", "interval": 1, "min_doc_count": 1},
        "aggs": {"low": {"sum": {"field": "low"}}, "high": {"sum": {"field": "high"}}},
    }
}
PLACES = np.arange(BITS, dtype=np.uint64)


def matching(searcher: tantivy.Searcher, query: tantivy.Query, rows: int) -> Mask:
    """Which of so many rows a query matches."""
    blocks = -(-rows // BLOCK_ROWS)
    found: Mask = np.zeros((blocks, BLOCK_ROWS), bool)
    buckets = searcher.aggregate(query, SUMS)["blocks"]["buckets"]
    if buckets:
        numbers = np.array([bucket["key"] for bucket in buckets]).astype(np.intp)
        for name, start in (("low", 0), ("high", BITS)):
            sums = np.array([bucket[name]["value"] or 0.0 for bucket in buckets])
            bits = (sums.astype(np.uint64)[:, None] >> PLACES) & np.uint64(1)
            found[numbers, start : start + BITS] = bits
    return found.reshape(-1)[:rows]
