"""How long the tests of faults go on: short in every run, long where FONDS_TESTS=long asks."""

import os

LONG = os.environ.get("FONDS_TESTS") == "long"


def long_or(short: int, long: int) -> int:
    """A number of rounds or seconds: `long` where time is no matter."""
    return long if LONG else short
