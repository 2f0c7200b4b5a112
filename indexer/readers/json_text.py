"""JSON text as values; what is ambiguous is a fault."""

import json

from archive.long_numbers import long_number, most_digits
from indexer.readers.broken import Broken

Pairs = list[tuple[str, object]]
MEND = "Mend the line, or delete it."
MEND_NUMBER = "Write it between quotes, as text, or delete it."


def once(pairs: Pairs) -> dict[str, object]:
    """An object. Raise Broken where a name stands twice and says two things: which is meant?"""
    found = dict(pairs)
    if len(found) < len(pairs):
        for name, value in pairs:
            if found[name] != value:
                raise Broken(f'"{name[:80]}" stands in it twice, with two values.', MEND)
    return found


class LongNumber(Exception):
    """A number with more digits than can be read; `place` is where it begins in the text."""

    def __init__(self, place: int) -> None:
        super().__init__(f"A number in it has more than {most_digits():,} digits.")
        self.place = place


DECODER = json.JSONDecoder(object_pairs_hook=once, strict=False)


def value_at(text: str, start: int = 0) -> tuple[object, int]:
    """The JSON value that begins there, and where it ends.

    Raise JSONDecodeError; LongNumber, or Broken, for what is JSON and cannot be read all the same.
    """
    try:
        return DECODER.raw_decode(text, start)
    except RecursionError as error:
        raise Broken("Its JSON is nested too deep.", MEND) from error
    except json.JSONDecodeError:
        raise
    except ValueError as error:
        place = long_number(text, start)
        raise LongNumber(start if place is None else place) from error
