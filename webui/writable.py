"""An answer whose text can be written whatever it holds: the last guard, behind all others."""

from typing import Any

from flask import Response

from archive.characters import whole


class Writable(Response):
    """A response; a half of a character in its text is U+FFFD, and no reason to answer 500."""

    def __init__(self, response: Any = None, *more: Any, **named: Any) -> None:
        """As Flask's own."""
        super().__init__(whole(response) if isinstance(response, str) else response, *more, **named)
