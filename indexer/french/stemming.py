"""A folded French word becomes a folded stem: by the table, else by Snowball once it is spelled."""

from collections.abc import Callable

from indexer.french.endings import spelled
from indexer.french.irregular import STEM_OF

# The accents that `spelled` writes, of which Snowball leaves some.
BARE = str.maketrans("éè", "ee")

Snowball = Callable[[str], str]


def french_stem(term: str, snowball: Snowball) -> str:
    """The stem of a folded word; `snowball` is that of Snowball's French algorithm.

    >>> [french_stem(term, snowball) for term in ("refugiees", "refuge", "conseillere", "conseil")]
    ['refugi', 'refug', 'conseiller', 'conseil']
    """
    known = STEM_OF.get(term)
    return snowball(spelled(term)).translate(BARE) if known is None else known
