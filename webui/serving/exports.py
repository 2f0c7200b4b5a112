"""Exports few at a time: each waits for its reader in a thread that others may need."""

import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import Response

from webui.serving.busy import TooBusy
from webui.serving.limits import EXPORTS_AT_ONCE

Given = ParamSpec("Given")

_places = threading.BoundedSemaphore(EXPORTS_AT_ONCE)


def few_at_once(view: Callable[Given, Response]) -> Callable[Given, Response]:
    """A view whose answers are long: at most so many are on their way in this process.

    Raise TooBusy for the next one; a place is free when an answer is sent, or its reader gone.
    """

    @wraps(view)
    def bounded(*given: Given.args, **named: Given.kwargs) -> Response:
        if not _places.acquire(blocking=False):
            raise TooBusy
        try:
            response = view(*given, **named)
        except BaseException:
            _places.release()
            raise
        response.call_on_close(_places.release)
        return response

    return bounded
