"""How much of a page is indexed: all of it, but of a dump the words up to a bound, always alike.

What an engine makes of a page grows with its words, and most with its different ones. They are
counted, never timed, so that both engines and every machine index the same part.
"""

from collections.abc import Sequence

from indexer.analysis import terms
from indexer.copies.phrases import pieces_of

# Of the text and the removed lines together. The longest law of our corpora has a million words.
MOST_WORDS = 2_600_000
MOST_DIFFERENT = 300_000

NOT_INDEXED = (
    "too many words: search finds those of its first {read:,} characters; not indexed: {unread:,}"
)


def indexed_parts(texts: Sequence[str]) -> list[str]:
    """The beginnings of texts, in order, that together are indexed; mostly the texts themselves.

    They end where a piece of some 200,000 characters does: the first that would be too much, and
    all after it, are left out.
    """
    if sum(map(len, texts)) <= MOST_DIFFERENT:  # no word is shorter than one character
        return list(texts)
    words, different = 0, set[str]()
    for number, text in enumerate(texts):
        end = 0
        for piece in pieces_of(text):
            said = terms(piece)
            words += len(said)
            different.update(said)
            if words > MOST_WORDS or len(different) > MOST_DIFFERENT:
                return [*texts[:number], text[:end], *("" for _ in texts[number + 1 :])]
            end += len(piece)
    return list(texts)


def not_indexed(texts: Sequence[str]) -> tuple[str, ...]:
    """The flag that says what of a page's texts is not indexed, where that is any."""
    read = sum(map(len, indexed_parts(texts)))
    unread = sum(map(len, texts)) - read
    return (NOT_INDEXED.format(read=read, unread=unread),) if unread else ()
