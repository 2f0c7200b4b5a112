"""Cursors: where a page of hits ended, so that the next goes on there whatever was added since."""

import base64
import binascii
import hashlib
import json
import math
from dataclasses import dataclass

from indexer.engine import Search, Sort
from indexer.errors import BadCursor

# Enough that two searches of one person do not meet: 48 bits.
FINGERPRINT_HEX_DIGITS = 12
MAX_CURSOR_CHARACTERS = 4000

CHANGED = "This page address was changed on its way. Search again from the first page."
SORT_KEYS = {Sort.RELEVANCE: 1, Sort.NEWEST: 3, Sort.OLDEST: 3}


@dataclass(frozen=True, slots=True)
class Position:
    """The last match of a page.

    keys:       what it was sorted by, before its id; smaller comes first
    id:         the id of the document
    reached:    where matches are folded, how far the index had come when the first page was made:
                what was added since stands for no group that has older documents
    statistics: the numbers that scores rest on, kept from page to page: a document that is added
                meanwhile would else change every score, and with it the order
    """

    keys: tuple[float, ...]
    id: str
    statistics: tuple[float, ...] = ()
    reached: int | None = None


def fingerprint(search: Search) -> str:
    """What tells one search from another: its words, selections and order, not its page size."""
    selections = sorted(
        (s.field, sorted(s.values), *([sorted(s.without)] if s.without else []))
        for s in search.selections
    )
    said = repr((search.node, selections, str(search.sort), search.fold))
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:FINGERPRINT_HEX_DIGITS]


def encode(position: Position, search: Search) -> str:
    """The cursor of the page after this position, safe in a URL."""
    row, reached = list(position.statistics), position.reached
    parts = [fingerprint(search), list(position.keys), position.id, reached, row]
    packed = json.dumps(parts, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def decode(search: Search) -> Position | None:
    """Where the page before ended, or None for the first page.

    Raise BadCursor where the cursor is none of ours, or belongs to another search.
    """
    if search.cursor is None:
        return None
    if len(search.cursor) > MAX_CURSOR_CHARACTERS:
        raise BadCursor(CHANGED)
    try:
        padded = search.cursor + "=" * (-len(search.cursor) % 4)
        parts = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        made_for, keys, last, reached, statistics = parts
        position = Position(numbers(keys), text(last), numbers(statistics), sequence(reached))
    except (ValueError, TypeError, RecursionError, binascii.Error) as error:
        raise BadCursor(CHANGED) from error
    if made_for != fingerprint(search):
        raise BadCursor("This page belongs to another search. Search again from the first page.")
    is_whole = len(position.keys) == SORT_KEYS[search.sort]
    if not is_whole or (position.reached is None) == search.fold:
        raise BadCursor(CHANGED)
    return position


def numbers(values: object) -> tuple[float, ...]:
    """The values, if all are finite numbers; else ValueError."""
    if not isinstance(values, list):
        raise ValueError("not a list")
    for value in values:
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not math.isfinite(value)
        ):
            raise ValueError("not a finite number")
    return tuple(float(value) for value in values)


def text(value: object) -> str:
    """The value, if it may be an id; else ValueError."""
    if not isinstance(value, str) or not value.isascii():
        raise ValueError("not an id")
    return value


def sequence(value: object) -> int | None:
    """The value, if it may be a number of the archive's sequence or absent; else ValueError."""
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise ValueError("not a sequence number")
    return value
