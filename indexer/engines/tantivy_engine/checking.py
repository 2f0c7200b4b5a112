"""All of the index is read, and held against the check sums that were written with it.

Tantivy closes every file with a footer: JSON that tells the CRC-32 of what is before it, the
length of that JSON, and a magic number, both in four bytes.
"""

import json
import zlib
from pathlib import Path

from indexer.engines.tantivy_engine.columns import Part
from indexer.engines.tantivy_engine.errors import damage_is_ours
from indexer.engines.tantivy_engine.snapshot import Snapshot

MAGIC = 1337  # tantivy, src/directory/footer.rs, FOOTER_MAGIC_NUMBER
END_BYTES = 8
CHUNK_BYTES = 1 << 20

# What every segment is made of; where documents were deleted, there is a file of these too.
SEGMENT_FILES = ("idx", "pos", "term", "store", "fast", "fieldnorm")


def check(folder: Path, snapshot: Snapshot) -> None:
    """Raise IndexDamaged where a file of the index is not what was written."""
    with damage_is_ours("read"):
        for part in snapshot.parts:
            Part(folder, part.name, part.first).check()
        for name in living(folder):
            check_file(folder / name)


def living(folder: Path) -> list[str]:
    """The files of the segments that the last commit names."""
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    names = []
    for segment in meta["segments"]:
        name = segment["segment_id"].replace("-", "")
        names += [f"{name}.{kind}" for kind in SEGMENT_FILES]
        if segment["deletes"]:
            names.append(f"{name}.{segment['deletes']['opstamp']}.del")
    return names


def check_file(path: Path) -> None:
    """Raise ValueError where a file does not have the check sum of its footer."""
    with open(path, "rb") as opened:
        size = opened.seek(0, 2)
        opened.seek(max(0, size - END_BYTES))
        end = opened.read()
        length = int.from_bytes(end[:4], "little")
        if int.from_bytes(end[4:], "little") != MAGIC or length + END_BYTES > size:
            raise ValueError(f"{path.name} is cut off")
        body = size - END_BYTES - length
        opened.seek(body)
        expected = json.loads(opened.read(length))["crc"]
        opened.seek(0)
        found, left = 0, body
        while left:
            data = opened.read(min(left, CHUNK_BYTES))
            found, left = zlib.crc32(data, found), left - len(data)
    if found != expected:
        raise ValueError(f"{path.name} does not have its check sum")
