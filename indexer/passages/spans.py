"""Spans of a text: joined where they overlap."""

from collections.abc import Iterable

from indexer.query.nodes import Span


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans with overlapping ones made one; they come, and go, in the order of their starts."""
    made: list[Span] = []
    for start, end in spans:
        if made and start < made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)
