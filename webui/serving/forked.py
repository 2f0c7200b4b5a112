"""A worker as the process above sees it: begun by a fork, known by a pipe."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NoReturn

from webui.serving.shares import Share

READY, PREPARING = b"r", b"p"

# What a worker does: given what to call when it answers (with False: its index is not there yet),
# a pipe that ends with the process above, and its share of the connections. Its exit status.
Work = Callable[[Callable[[bool], object], int, Share], int]


@dataclass(slots=True)
class Worker:
    """A process that answers.

    life:  a pipe that says when it is ready, and by its end that it is dead
    share: its place among the workers
    began: in seconds, monotonic
    """

    pid: int
    life: int
    share: Share
    began: float
    was_ready: bool = False


def begin(work: Work, leash: int, share: Share, others: Iterable[int]) -> Worker:
    """Begin a worker. `others` are files of the process above that are none of its business."""
    life, told = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if not pid:
        live(work, leash, share, told, (life, *others))
    os.close(told)
    return Worker(pid, life, share, time.monotonic())


def live(work: Work, leash: int, share: Share, told: int, others: Iterable[int]) -> NoReturn:
    """All that happens in the worker's own process."""
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process above
        for file in others:
            os.close(file)
        status = work(lambda there: os.write(told, READY if there else PREPARING), leash, share)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
