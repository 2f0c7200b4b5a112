"""How much of an input we take: sizes, expansion, depth."""

# A page larger than this is refused (the longest law of our corpora has 6 MB of text).
MAX_PAGE_BYTES = 20_000_000

# What is packed may unpack to so many times its size, beyond the first FREE_EXPANSION_BYTES.
MAX_EXPANSION = 200
FREE_EXPANSION_BYTES = MAX_PAGE_BYTES

# The same of all that lies in one input, one container in another, counted together.
FREE_EXPANSION_IN_ALL_BYTES = 10 * FREE_EXPANSION_BYTES

# Of a ZIP, a TAR: what is remembered of each is some ten bytes.
MAX_MEMBERS = 1_000_000

# Containers in containers (a WARC in a ZIP in a TAR is 3), and compressions around one input.
MAX_DEPTH = 5
MAX_PACKINGS = 3

# What must be laid on disk to be read (a ZIP inside a TAR, or from a pipe).
MAX_SPOOLED_BYTES = 4_000_000_000
SPOOLED_IN_MEMORY_BYTES = 8_000_000


def in_megabytes(size_bytes: int) -> str:
    """A size as a person reads it: "20 MB", "0.4 MB"."""
    megabytes = size_bytes / 1_000_000
    return f"{megabytes:.0f} MB" if megabytes >= 10 else f"{megabytes:.1f} MB"
