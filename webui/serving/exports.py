"""Exports few at a time: each waits for its reader in a thread that others may need."""

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Response

from webui.serving.busy import TooBusy
from webui.serving.limits import EXPORTS_AT_ONCE

Given = ParamSpec("Given")
Piece = TypeVar("Piece")

_free = threading.BoundedSemaphore(EXPORTS_AT_ONCE)


class Place:
    """One of the places for exports, taken until it is given back, however often that is done."""

    def __init__(self) -> None:
        """Take a place. Raise TooBusy where none is free."""
        if not _free.acquire(blocking=False):
            raise TooBusy
        self._lock, self._taken = threading.Lock(), True

    def give_back(self) -> None:
        """Let another export have it."""
        with self._lock:
            taken, self._taken = self._taken, False
        if taken:
            _free.release()

    def held_by(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces of an answer; behind the last one the place is free."""
        try:
            yield from pieces
        finally:
            self.give_back()


def few_at_once(view: Callable[Given, Response]) -> Callable[Given, Response]:
    """A view whose answers are long: at most so many are on their way in this process.

    Raise TooBusy for the next one; a place is free when an answer is sent, or its reader gone.
    """

    @wraps(view)
    def bounded(*given: Given.args, **named: Given.kwargs) -> Response:
        place = Place()
        try:
            response = view(*given, **named)
            response.response = place.held_by(response.iter_encoded())
        except BaseException:
            place.give_back()
            raise
        response.call_on_close(place.give_back)
        return response

    return bounded
