"""Who may read what a command makes: an archive is private, other files follow the umask."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

# What an umask takes away of each new file: all rights of group and others, or of others.
OWNER_ALONE, OWNER_AND_GROUP = 0o077, 0o027
USUAL = 0o022

_of_the_person = USUAL


@contextmanager
def private() -> Iterator[None]:
    """Around a command: what it makes in an archive's folder is its owner's alone."""
    global _of_the_person
    before = os.umask(OWNER_ALONE)
    _of_the_person = before
    try:
        yield
    finally:
        os.umask(before)


def with_group() -> None:
    """From here on the archive's group may read what is made."""
    os.umask(OWNER_AND_GROUP)


@contextmanager
def for_the_person() -> Iterator[None]:
    """Around the making of a file outside the archive, such as an export."""
    ours = os.umask(_of_the_person)
    try:
        yield
    finally:
        os.umask(ours)
