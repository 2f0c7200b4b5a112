"""How many connections a process may hold: each is an open file."""

import sys
from contextlib import suppress

from webui.serving.limits import CONNECTIONS, OTHER_FILES

LEAST = 16


def most_connections() -> int:
    """How many there may be, after letting this process open as many files as that needs."""
    if sys.platform == "win32":
        return CONNECTIONS
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + OTHER_FILES
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
            soft = most
        return max(LEAST, min(CONNECTIONS, soft - OTHER_FILES))
    return CONNECTIONS
