"""An index in a folder that may not be written, as on a read-only medium.

Tantivy makes a lock beside the files that it opens, even to read them. So it is given a folder of
links to them; it has them mapped when they are open, and the links are no longer needed.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import tantivy

from indexer.engines.tantivy_engine.errors import damage_is_ours
from indexer.engines.tantivy_engine.opening import META, open_index, read_snapshot
from indexer.engines.tantivy_engine.snapshot import Snapshot
from indexer.errors import EngineUnavailable


def is_read_only(folder: Path) -> bool:
    """Whether there is an index that can only be read."""
    return os.path.exists(folder / META) and not os.access(folder, os.W_OK)


def read_linked(folder: Path, last: Snapshot | None = None) -> Snapshot:
    """The last commit (see `read_snapshot`). Raise IndexDamaged, EngineUnavailable."""
    with damage_is_ours("open"), TemporaryDirectory(ignore_cleanup_errors=True) as links:
        for path in folder.absolute().iterdir():
            if path.suffix != ".lock":
                Path(links, path.name).symlink_to(path)
        return read_snapshot(open_index(Path(links), create=False), folder, last)


def writable(index: tantivy.Index | None, folder: Path) -> tantivy.Index:
    """The index, where it may be written. Raise EngineUnavailable."""
    if index is None:
        raise EngineUnavailable(f"{folder} may not be written, so nothing is added to the index.")
    return index
