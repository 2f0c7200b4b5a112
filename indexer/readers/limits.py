"""The size of a page that we take."""

# A page larger than this is refused (the longest law of our corpora has 6 MB of text).
MAX_PAGE_BYTES = 20_000_000


def in_megabytes(size_bytes: int) -> str:
    """A size as a person reads it: "20 MB", "0.4 MB"."""
    megabytes = size_bytes / 1_000_000
    return f"{megabytes:.0f} MB" if megabytes >= 10 else f"{megabytes:.1f} MB"
