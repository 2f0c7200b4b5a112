"""A file opened so that nothing can block us, and what is said where it cannot be."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from archive.document import Refused
from indexer.readers.contents import Unfit
from indexer.readers.peeking import Peekable

KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)
LEAVE_OUT = "Leave it out."


def origin_of(path: Path) -> str:
    r"""A path as text that can be stored and shown: bytes that are no UTF-8 become "\xe9"."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file; never waits, though it became a pipe a moment ago. Raise OSError."""
    if odd := odd_kind(os.stat(path).st_mode):  # a device does things when it is opened
        raise OddKind(f"It is {odd}, not a file.")
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb", buffering=0) as file:
        if odd := odd_kind(os.fstat(handle).st_mode):
            raise OddKind(f"It became {odd}.")
        yield cast(BinaryIO, file)


def read_at_most(path: Path, size_bytes: int) -> bytes:
    """The first bytes of a file. Raise OSError."""
    with opened(path) as file:
        return Peekable(file).read_fully(size_bytes)


class OddKind(OSError):
    """A path that is no regular file; the message is a whole sentence."""


def odd_kind(mode: int) -> str | None:
    """What a path is where it is no regular file."""
    return next((kind for test, kind in KINDS if test(mode)), None)


def why_unreadable(path: Path, error: OSError) -> Unfit:
    """What the system says, in a sentence, and the mend."""
    if isinstance(error, OddKind):
        return Unfit(str(error), LEAVE_OUT)
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            return Unfit("It is a link to a file that is not there.", "Mend or delete the link.")
        return Unfit("There is no such file.", "Check the name.")
    if isinstance(error, PermissionError):
        return Unfit("We are not allowed to read it.", "Give yourself the right to read it.")
    return why_broken_off(error)


def why_broken_off(error: OSError) -> Unfit:
    """The same of a file that was open already."""
    return Unfit(f"It cannot be read: {error.strerror or error}.", "Check the disk and the path.")


def refused(path: Path, fault: Unfit) -> Refused:
    """The refusal of a file."""
    return Refused(origin_of(path), fault.reason, fault.mend)
