"""Text fit for one line of a file that another program reads."""

import re

# Line ends of any kind, control characters, and marks that turn the direction of what follows:
# in a reference they would begin a new field, or hide what stands there.
BREAKS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\\s]+"
)
NOT_UNICODE = re.compile("[\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text on one line: each run of spaces, line ends and control characters is one space.

    >>> one_line("Council\\r\\nER  - votes\\x00 ")
    'Council ER - votes'
    """
    return NOT_UNICODE.sub("\ufffd", BREAKS.sub(" ", text)).strip()
