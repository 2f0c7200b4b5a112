"""A disk that takes nothing more is no damage: what it is, and the remedy."""

import errno

# Names in messages of libraries that tell no number: Rust says "(os error 28)".
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
TOO_MANY = {errno.EMFILE, errno.ENFILE}
ALL = FULL | FORBIDDEN | TOO_MANY


def refused_by_system(error: BaseException) -> int | None:
    """The number of the system's error, where it is none that a new index would cure; else None."""
    if isinstance(error, OSError) and error.errno in ALL:
        return error.errno
    said = str(error)
    return next((number for number in sorted(ALL) if f"os error {number})" in said), None)


def remedy(error: BaseException) -> str:
    """What to do about an error of an index's files, in a sentence."""
    number = refused_by_system(error)
    if number in FULL:
        return (
            "The disk is full: free some space, then run it again; nothing of the archive is lost."
        )
    if number in FORBIDDEN:
        return "Let the index's folder be read and written by who runs this, then run it again."
    if number in TOO_MANY:
        return "Too many files are open: raise the limit (`ulimit -n`), then run it again."
    return "`fonds reindex` makes a new one."
