"""A name that a page credits, with the words that credit it."""

from collections.abc import Iterable
from typing import NamedTuple


class Credit(NamedTuple):
    """A name, and the words it rests on as they stand in the page."""

    name: str
    quote: str


Credits = Iterable[Credit]

# A byline is no longer than this.
MAX_BYLINE_CHARACTERS = 160
