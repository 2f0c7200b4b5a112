"""Query text to nodes: limits first, then the grammar, then what each word means."""

from indexer.errors import QueryError
from indexer.query.limits import MOST_CHARACTERS
from indexer.query.nodes import Node


def parse(text: str) -> Node | None:
    """What a query means, or None for an empty one. Raise QueryError, and nothing else.

    >>> parse("police")
    Word(text='police', span=(0, 6))
    """
    if not text or text.isspace():
        return None
    if len(text) > MOST_CHARACTERS:
        raise QueryError(
            text,
            MOST_CHARACTERS,
            f"The query has {len(text):,} characters; {MOST_CHARACTERS:,} are allowed.",
            "Shorten it, or ask in several queries.",
        )
    # Lark takes a tenth of a second to load: not for those who only import us.
    from indexer.query.reading import read

    return read(text)
