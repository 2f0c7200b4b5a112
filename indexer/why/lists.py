"""Several things in one sentence: quoted, and cut where they are many."""

from collections.abc import Iterable, Sequence

from indexer.query.quoting import quotable

# Enough to see what is meant; the rest is told as a count.
MOST_LISTED = 8


def listed(values: Sequence[str]) -> str:
    """ "“a”, “b” and 3 more"."""
    shown = ", ".join(quoted(value) for value in values[:MOST_LISTED])
    more = len(values) - MOST_LISTED
    return f"{shown} and {more:,} more" if more > 0 else shown


def quoted(value: str) -> str:
    """ "“a”"."""
    return f"“{quotable(value)}”"


def numbered(values: Iterable[int]) -> str:
    """ "2, 5, 9 …"."""
    found = sorted(set(values))
    return ", ".join(map(str, found[:MOST_LISTED])) + (" …" if len(found) > MOST_LISTED else "")
