"""One process at a time: a lock that goes with its process, however that ends."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.errors import IndexBusy

PAUSE_S = 0.1


@contextmanager
def alone(lock: Path, wait_s: float, busy: str) -> Iterator[None]:
    """Hold a lock while the block runs. Raise IndexBusy, saying `busy`, after waiting so long.

    lock: the file that stands for it; it is made where it is absent, and stays
    """
    try:
        import fcntl
    except ImportError:  # no such locks on Windows: two makers waste work, no more
        yield
        return
    deadline = time.monotonic() + wait_s
    with lock.open("ab") as opened:
        while True:
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError as error:
                if time.monotonic() >= deadline:
                    raise IndexBusy(busy) from error
                time.sleep(PAUSE_S)
        yield
