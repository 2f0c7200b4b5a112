"""Numbers in JSON that have more digits than Python makes a number of (sys.set_int_max_str_digits).

JSON itself knows no limit, so such a text is JSON; what it holds is a fault or an attack.
"""

import re
import sys

# Strings are passed over whole; fractions and exponents make no integer.
STRING_OR_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*+"|(?<![\w.+])-?\d++(?![.eE]\d|[eE][+-])')


def most_digits() -> int:
    """How many digits an integer may have."""
    return sys.get_int_max_str_digits()


def long_number(text: str, start: int = 0) -> int | None:
    """Where the first integer of JSON begins that has too many digits, or None."""
    most = most_digits()
    for found in STRING_OR_NUMBER.finditer(text, start):
        if not found[0].startswith('"') and len(found[0].lstrip("-")) > most > 0:
            return found.start()
    return None
