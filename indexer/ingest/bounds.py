"""A page's last guards, time and memory: what needs more is refused, with the reason."""

from collections.abc import Callable
from typing import TypeVar

from archive.capture import Capture
from archive.document import Refused
from indexer.ingest.memory_limit import MAX_BYTES, memory_limit
from indexer.ingest.time_limit import SECONDS, TooLong, time_limit

Made = TypeVar("Made")


def within_bounds(capture: Capture, made: Callable[[], Made]) -> Made | Refused:
    """What is made of a page by itself, in this process; or the refusal of the page.

    For a process that does nothing else: a thread beside it would meet the bound as well.
    """
    try:
        with memory_limit(), time_limit(SECONDS):
            return made()
    except TooLong:
        return took_too_long(capture, SECONDS)
    except MemoryError:
        return took_too_much(capture)


def took_too_long(capture: Capture, seconds: float) -> Refused:
    """The refusal of a page that was worked on for so long."""
    return Refused(
        capture.origin,
        f"Preparing it took longer than {seconds:.0f} seconds.",
        "Look what is strange in it; a page of text may be split, or saved as plain text.",
        digest=capture.digest,
    )


def took_too_much(capture: Capture) -> Refused:
    """The refusal of a page that wanted more memory than it may have, or than there is."""
    return Refused(
        capture.origin,
        f"Preparing it took more than {MAX_BYTES // 1_000_000} MB of memory.",
        "Look what is strange in it; a page of text may be split, or saved as plain text.",
        digest=capture.digest,
    )
