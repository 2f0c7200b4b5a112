"""Query text to nodes: limits first, then the grammar, then what each word means."""

from indexer.errors import QueryError
from indexer.query.limits import MOST_CHARACTERS
from indexer.query.nodes import Node

# Full-width signs, letters and digits to their plain halves, one for one, so that places stay. The
# full-width quotation mark stays: it can hold the plain one.
AS_TYPED_ELSEWHERE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != ord("＂")}


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

    plain = text.translate(AS_TYPED_ELSEWHERE)
    try:
        return read(plain)
    except QueryError as error:
        if plain == text:
            raise
        raise QueryError(text, error.position, error.reason, error.mend) from error
