"""A client's connection that cannot hold up others: by a slow request, or by reading nothing."""

import time

from waitress.channel import HTTPChannel

from webui.serving.limits import HEAD_S, LEAST_TAKEN_BYTES, REQUEST_S, STALL_S
from webui.serving.request import SiteRequest


class BoundedChannel(HTTPChannel):  # type: ignore[misc]
    """waitress's connection, with a total time for a request and a least pace of reading.

    waitress counts from the last byte that came or went, so that one byte now and then keeps a
    connection, and the thread that writes to it, for ever.
    """

    parser_class = SiteRequest
    _began: float | None = None  # the first byte of a request that is not whole yet, monotonic
    _sent_bytes = 0
    _looked: tuple[float, int] | None = None  # when bytes began to wait, and how many were sent

    def received(self, data: bytes) -> bool:
        """Take bytes of a request, and note since when it comes in."""
        took = bool(super().received(data))
        if self.request is None or not data:
            self._began = None
        elif self._began is None:
            self._began = time.monotonic()
        return took

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Send what the client takes, and count it."""
        sent = int(super().send(data, do_close=do_close) or 0)
        self._sent_bytes += sent
        return sent

    def is_overdue(self, now: float) -> bool:
        """Whether the client took too long to ask, or takes too little of what it asked for."""
        return self._asks_slowly(now) or self._reads_slowly(now)

    def let_go(self) -> None:
        """Close the connection, though nothing can be written to it."""
        self.handle_close()

    def is_at_rest(self) -> bool:
        """Whether nothing is asked here and nothing waits to be sent."""
        return not self.requests and not self.total_outbufs_len

    def _asks_slowly(self, now: float) -> bool:
        request = self.request
        if self._began is None or request is None:
            return False
        return now - self._began > (REQUEST_S if request.headers_finished else HEAD_S)

    def _reads_slowly(self, now: float) -> bool:
        if not self.total_outbufs_len:
            self._looked = None
            return False
        if self._looked is None:
            self._looked = now, self._sent_bytes
            return False
        since, sent = self._looked
        if now - since < STALL_S:
            return False
        self._looked = now, self._sent_bytes
        return self._sent_bytes - sent < LEAST_TAKEN_BYTES
