"""Which documents match, as one array of bits, fetched in numbers of 52 bits each.

Tantivy's binding gives matches one Python object each, which takes ten times as long as finding
them. But it adds numbers up: every row has a bit, a power of two, in one of two fields, and the
sums of a block of rows tell which of them match. A sum of different powers below 2 ** 53 is exact
in the floating point that Tantivy adds in.
"""

from math import inf

import numpy as np
import tantivy

from indexer.engines.matches.arrays import Mask
from indexer.engines.tantivy_engine.schema import BITS, BLOCK_ROWS

SUMS = {
    "blocks": {
        "histogram": {"field": "block", "interval": 1, "min_doc_count": 1},
        "aggs": {"low": {"sum": {"field": "low"}}, "high": {"sum": {"field": "high"}}},
    }
}
PLACES = np.arange(BITS, dtype=np.uint64)


# As long as there are no more, fetching the matches themselves is quicker.
FEW = 2_000


def matching(
    searcher: tantivy.Searcher, query: tantivy.Query, rows: int, most: float = inf
) -> Mask:
    """Which of so many rows a query matches.

    most: it matches no more documents than these
    """
    if most <= FEW:
        return fetched(searcher, query, rows, int(most))
    return summed(searcher, query, rows)


def fetched(searcher: tantivy.Searcher, query: tantivy.Query, rows: int, most: int) -> Mask:
    """Which rows match, each one an object."""
    found: Mask = np.zeros(rows, bool)
    if most:
        query = tantivy.Query.const_score_query(query, 1.0)
        hits = searcher.search(query, most, count=False).hits
        addresses = [address for _, address in hits]
        found[np.array(searcher.fast_field_values("row", addresses), np.intp)] = True
    return found


def summed(searcher: tantivy.Searcher, query: tantivy.Query, rows: int) -> Mask:
    """Which rows match, as sums of their bits."""
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
