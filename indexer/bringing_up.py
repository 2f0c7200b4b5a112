"""The index brought up to its archive, as whoever has written to the archive does at the end.

A server starts this file as a program of its own: `python -m indexer.bringing_up FOLDER`.
"""

import os
import sys
from contextlib import closing, suppress
from pathlib import Path

from archive import Archive
from archive.errors import ArchiveError
from indexer.errors import IndexBusy, IndexDamaged, IndexerError
from indexer.index import Progress, catch_up, generations_of, is_ahead, rebuild, whole
from indexer.mending import tell_remade

# Another process that indexes is most likely indexing the same pages.
BUSY_WAIT_S = 60.0
# A server's searches come first.
NICENESS = 5


def bring_up(archive: Archive, progress: Progress | None = None) -> int:
    """Index what the archive has and the index has not; return how many documents that was.

    An index that is absent, damaged or ahead of the archive is made anew. Raise IndexBusy where
    another process goes on for longer than a minute, EngineUnavailable where nothing can be
    written. What was committed before that stays indexed.
    """
    try:
        engine = whole(generations_of(archive))
        if engine is None or is_ahead(archive, engine):
            return rebuild(archive, progress=progress)
        with closing(engine):
            return catch_up(archive, engine, progress, wait_s=BUSY_WAIT_S)
    except IndexDamaged:
        made = rebuild(archive, progress=progress)
        tell_remade()
        return made


def main(folder: Path) -> int:
    """Bring the index of the archive in a folder up; the exit status."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    try:
        with Archive.open(folder) as archive:
            bring_up(archive)
    except IndexBusy:
        return 0  # then another process does it
    except (ArchiveError, IndexerError) as error:
        with suppress(OSError):
            kind = type(error).__name__  # of a server's log, which has no words of pages
            sys.stderr.write(f"{folder}: the index could not be brought up to date ({kind}); ")
            sys.stderr.write("`fonds verify` tells why and what to do.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
