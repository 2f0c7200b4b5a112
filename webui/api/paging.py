"""Where the other parts of a list are: the `Link` header (RFC 8288)."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import parse_qsl, urlencode

from flask import request

from indexer.errors import BadCursor
from webui.absolute import absolute
from webui.api.endpoint import Part

Item = TypeVar("Item")

AFTER = "after"
# Cursors that a link carries, so that "prev" can lead back so far; a header has little room.
MOST_BACK = 3


def links(part: Part) -> str:
    """The header's value: the first part, the next and the one before, where they are known."""
    pairs = parse_qsl(request.query_string.decode("utf-8", "replace"), errors="replace")
    rest = [(name, value) for name, value in pairs if name != AFTER]
    trail = [value for name, value in pairs if name == AFTER]
    found = {"first": address(rest, [])}
    # A trail of one was either cut off, or led here from the first part.
    if len(trail) > 1 or (trail and part.offset <= part.limit):
        found["prev"] = address(rest, trail[:-1])
    if part.next is not None:
        found["next"] = address(rest, [*trail, part.next][-MOST_BACK:])
    return ", ".join(f'<{where}>; rel="{name}"' for name, where in found.items())


def address(pairs: list[tuple[str, str]], trail: list[str]) -> str:
    """The whole address of a part."""
    query = urlencode([*pairs, *((AFTER, cursor) for cursor in trail)])
    return absolute(request.script_root + request.path) + (f"?{query}" if query else "")


@dataclass(frozen=True, slots=True)
class Cut(Generic[Item]):
    """A part of a list that only grows at its end."""

    items: tuple[Item, ...]
    part: Part


def cut(
    items: Sequence[Item], key: Callable[[Item], str], after: str | None, limit: int
) -> Cut[Item]:
    """The items after a cursor, at most `limit`; key: what sorts them and tells them apart.

    A cursor holds the key of the last item before: what joins the list later moves nothing.
    Raise BadCursor.
    """
    ordered = sorted(items, key=key)
    last = None if after is None else key_of(after)
    offset = 0 if last is None else sum(key(item) <= last for item in ordered)
    some = tuple(ordered[offset : offset + limit])
    more = offset + len(some) < len(ordered)
    following = cursor(key(some[-1])) if some and more else None
    return Cut(some, Part(following, offset, limit))


def cursor(key: str) -> str:
    """A key as it stands in an address."""
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


def key_of(typed: str) -> str:
    """The key in a cursor. Raise BadCursor."""
    try:
        packed = base64.b64decode(typed + "=" * (-len(typed) % 4), altchars=b"-_", validate=True)
        key = json.loads(packed)
    except (ValueError, binascii.Error, RecursionError) as error:
        raise BadCursor("This cursor was changed on its way.") from error
    if not isinstance(key, str):
        raise BadCursor("This cursor was changed on its way.")
    return key
