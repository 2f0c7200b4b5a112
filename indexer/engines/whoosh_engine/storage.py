"""The folder of an index; what a commit names is held against a check sum before it is read.

Whoosh names the segments of a commit in a `.toc`, as pickles: bytes that changed could make any
object, or raise anything. So it ends with a check sum of ours, after what Whoosh reads of it.
"""

import zlib
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage

TOC_EXT = ".toc"
SUM_BYTES = 4


class SealedStorage(FileStorage):  # type: ignore[misc]
    """Whoosh's files in a folder, each `.toc` with the CRC-32 of what is before it at its end."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Called by Whoosh for a `.toc` that is written, which makes its commit the last one."""
        if newname.endswith(TOC_EXT):
            with open(self._fpath(oldname), "r+b") as written:
                written.write(seal_of(written.read()))
        super().rename_file(oldname, newname, safe)

    def open_file(self, name: str, **kwargs: Any) -> Any:
        """See FileStorage. Raise ValueError for a `.toc` that is not what was written."""
        if name.endswith(TOC_EXT):
            data = Path(self._fpath(name)).read_bytes()
            if seal_of(data[:-SUM_BYTES]) != data[-SUM_BYTES:]:
                raise ValueError(f"{name} does not have its check sum")
        return super().open_file(name, **kwargs)


def seal_of(data: bytes) -> bytes:
    """The check sum of a file, as it stands at its end."""
    return zlib.crc32(data).to_bytes(SUM_BYTES, "little")
