"""The mark of a line: 64 bits by which lines of different pages are compared and remembered."""

from hashlib import blake2b

from indexer.cleaning.line import MAX_RULED_CHARS

MARK_BYTES = 8


def mark_of(key: str, text: str) -> int | None:
    """The mark of a line by its key, or by its words where it is too long to have one.

    None for a line without a letter or digit.
    """
    if key:
        return hashed(key)
    if len(text) > MAX_RULED_CHARS:
        return hashed(" ".join(text.lower().split()))
    return None


def hashed(text: str) -> int:
    """64 bits of a text: the same in every process and on every machine."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=MARK_BYTES).digest()
    return int.from_bytes(digest, "little")
