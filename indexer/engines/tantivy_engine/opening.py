"""An index is opened, and its last commit read."""

from pathlib import Path

import tantivy

from indexer.engines.tantivy_engine.columns import Part
from indexer.engines.tantivy_engine.errors import damage_is_ours
from indexer.engines.tantivy_engine.schema import SCHEMA
from indexer.engines.tantivy_engine.snapshot import Snapshot
from indexer.engines.tantivy_engine.state import read_state

META = "meta.json"

# A commit may remove the columns that the one before named, while that one is being opened.
ATTEMPTS = 5

# What tells one commit's META from another's: Tantivy puts a new file in its place.
Mark = tuple[int, int, int]


def open_index(folder: Path, *, create: bool) -> tantivy.Index:
    """The index in a folder, begun there where it is absent and may be.

    Raise IndexDamaged where it cannot be opened.
    """
    with damage_is_ours("open"):
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        if create and not (folder / META).exists():
            index = tantivy.Index(SCHEMA, str(folder))
        else:
            (folder / META).stat()
            index = tantivy.Index.open(str(folder))
        index.config_reader("manual")
        return index


def mark(folder: Path) -> Mark:
    """What tells the last commit from those before. Raise OSError."""
    said = (folder / META).stat()
    return said.st_ino, said.st_mtime_ns, said.st_size


def read_snapshot(index: tantivy.Index, folder: Path, last: Snapshot | None = None) -> Snapshot:
    """The last commit; what `last` has open already is not opened again. Raise IndexDamaged."""
    with damage_is_ours("read"):
        for attempt in range(1, ATTEMPTS + 1):
            index.reload()
            searcher = index.searcher()
            state, documents = read_state(searcher)
            opened = {part.name: part for part in last.parts} if last else {}
            try:
                parts = [opened.get(name) or Part(folder, name, at) for name, at in state.parts]
            except FileNotFoundError:
                if attempt == ATTEMPTS:
                    raise
                continue
            return Snapshot(searcher, state, documents, parts)
    raise AssertionError("the last attempt returns or raises")
