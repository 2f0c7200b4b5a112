"""Text fit for one line of a file that another program reads."""

import re

from archive.characters import CONTROLS, DIRECTIONS, LINE_SEPARATORS, SURROGATES, UNKNOWN

# Line ends of any kind, control characters, and marks that turn the direction of what follows:
# in a reference they would begin a new field, or hide what stands there.
BREAKS = re.compile(f"[{CONTROLS}{LINE_SEPARATORS}{DIRECTIONS}\ufeff\\s]+")
NOT_UNICODE = re.compile(f"[{SURROGATES}\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text on one line: each run of spaces, line ends and control characters is one space.

    >>> one_line("Council\\r\\nER  - votes\\x00 ")
    'Council ER - votes'
    """
    return NOT_UNICODE.sub(UNKNOWN, BREAKS.sub(" ", text)).strip()
