"""No host is asked more often than is polite."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


class Pace:
    """When each host may be asked again. `clock` gives seconds that only grow."""

    def __init__(
        self,
        delay_s: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._delay_s, self._clock, self._sleep = delay_s, clock, sleep
        self._free_at: dict[str, float] = {}

    def wait(self, host: str, delay_s: float = 0.0) -> None:
        """Wait until a host may be asked; then it may be again after `delay_s` or our own."""
        left = self._free_at.get(host, 0.0) - self._clock()
        if left > 0:
            self._sleep(left)
        self._free_at[host] = self._clock() + max(self._delay_s, delay_s)

    def pause(self, host: str, seconds: float) -> None:
        """A host asked to be left alone for so long."""
        self._free_at[host] = max(self._free_at.get(host, 0.0), self._clock() + seconds)


def seconds_in(retry_after: str | None) -> float | None:
    """What a Retry-After asks for, in seconds from now; None where it is none."""
    written = (retry_after or "").strip()
    if written.isdecimal() and len(written) < 10:
        return float(written)
    try:
        moment = parsedate_to_datetime(written)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
