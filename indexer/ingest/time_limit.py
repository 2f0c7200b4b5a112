"""How long one page may take: a page that sets off endless work costs itself, and no other page."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# Of the processor's time: a busy machine must not decide which pages are taken. The slowest page of
# 20 MB that we could make takes 7 s here (docs/limits.md).
SECONDS = 10.0
# Where the first alarm is lost (in a destructor, Python drops what is raised), the next one comes.
SECONDS_BETWEEN_ALARMS = 1.0


class TooLong(BaseException):
    """A page took longer than it may; no `except Exception` on the way is to catch it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TooLong within the block once it has had so many seconds of the processor.

    Only where the system has such a clock (POSIX), and in the main thread, where signals come.
    """
    if not has_clock():
        yield
        return
    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, SECONDS_BETWEEN_ALARMS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def has_clock() -> bool:
    """Whether a block can be stopped here."""
    main = threading.current_thread() is threading.main_thread()
    return main and hasattr(signal, "setitimer")


def ring(_number: int, _frame: FrameType | None) -> None:
    """The time is up."""
    raise TooLong
