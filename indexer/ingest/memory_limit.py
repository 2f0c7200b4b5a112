"""How much memory one page may take, in a process that can be ended."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Beyond what the process has before it begins with the page.
MAX_BYTES = 512_000_000
# What the system says of a process's own memory (Linux; "VmData" is what RLIMIT_DATA bounds).
STATUS = Path("/proc/self/status")


@contextmanager
def memory_limit(most_bytes: int = MAX_BYTES) -> Iterator[None]:
    """Raise MemoryError within the block once it wants so many bytes more than there are now.

    Only where the system counts them and lets them be bounded (Linux); code in C may end the
    process instead. The limit is the whole process's, so the main thread alone sets it: threads of
    a server that did so side by side would each restore what the other had set.
    """
    now = data_bytes()
    if now is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    import resource  # only where there is one

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = now + most_bytes
    for already in (soft, hard):
        most = most if already == resource.RLIM_INFINITY else min(most, already)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def data_bytes() -> int | None:
    """How much memory this process has of its own, or None where the system does not say."""
    try:
        status = STATUS.read_text("ascii", "replace")
    except OSError:
        return None
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmData:")]
    return int(found[0]) * 1_024 if found else None
