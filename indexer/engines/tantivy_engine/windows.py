"""Two words so many words apart, as Tantivy's phrases can ask for it.

A phrase of Tantivy gives each term an offset, and lets it stand `slop` words from there on either
side. With the offset in the middle of where the second word may stand, it finds exactly the
documents in which two different words hold a link.
"""

from collections.abc import Sequence
from itertools import product

import tantivy

from indexer.engines.tantivy_engine.schema import SCHEMA
from indexer.query.nodes import Link

# Of one word as another, in all their forms; above so many, every document is looked at instead.
MOST_PAIRS = 64


def window(
    name: str, left: Sequence[str], right: Sequence[str], link: Link
) -> tantivy.Query | None:
    """The documents that hold in a field one of two sets of terms near one of the other.

    None where Tantivy cannot tell: the sets share a term, or they are too large.
    """
    if not set(left).isdisjoint(right) or len(left) * len(right) > MOST_PAIRS:
        return None
    offset, slop = 0, link.words
    if link.ordered:  # from 1 word on, or 0 where nothing else can stand, up to `words`
        offset, slop = (link.words + 1) // 2, link.words // 2
    phrases = [
        tantivy.Query.phrase_query(SCHEMA, name, [(0, one), (offset, other)], slop)
        for one, other in product(left, right)
    ]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in phrases])
