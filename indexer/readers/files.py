"""One file's bytes, read so that nothing can block us or fill the memory."""

import os
import stat
from pathlib import Path

from archive.document import Refused
from indexer.readers.contents import Unfit, too_large, unfit
from indexer.readers.limits import MAX_PAGE_BYTES

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


def read_file(path: Path) -> bytes | Refused:
    """The bytes of a regular file of at most MAX_PAGE_BYTES that can be a page, or why not."""
    try:
        size = os.stat(path)
        if odd := odd_kind(size.st_mode):
            return refused(path, Unfit(f"It is {odd}, not a file.", LEAVE_OUT))
        if size.st_size > MAX_PAGE_BYTES:
            return refused(path, too_large(size.st_size))
        body = read_at_most(path, MAX_PAGE_BYTES + 1)
    except OSError as error:
        return refused(path, why_unreadable(path, error))
    fault = unfit(body)
    return refused(path, fault) if fault else body


def read_at_most(path: Path, size_bytes: int) -> bytes:
    """The first bytes of a file; never waits, though the file became a pipe a moment ago."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        if odd := odd_kind(os.fstat(handle).st_mode):
            raise OSError(f"it became {odd}")
        return file.read(size_bytes)


def odd_kind(mode: int) -> str | None:
    """What a path is where it is no regular file."""
    return next((kind for test, kind in KINDS if test(mode)), None)


def why_unreadable(path: Path, error: OSError) -> Unfit:
    """What the system says, in a sentence, and the mend."""
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            return Unfit("It is a link to a file that is not there.", "Mend or delete the link.")
        return Unfit("There is no such file.", "Check the name.")
    if isinstance(error, PermissionError):
        return Unfit("We are not allowed to read it.", "Give yourself the right to read it.")
    return Unfit(f"It cannot be read: {error.strerror or error}.", "Check the disk and the path.")


def refused(path: Path, fault: Unfit) -> Refused:
    """The refusal of a file."""
    return Refused(origin_of(path), fault.reason, fault.mend)
