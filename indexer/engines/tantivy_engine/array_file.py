"""Named arrays in one file, mapped into memory, each looked at against its check sum when read.

array | array | … | JSON: of each its name, type, place and CRC-32 | CRC-32 and length of that
"""

import json
import mmap
import os
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.generic]

END = struct.Struct("<II")
ALIGNED_BYTES = 16


def write_arrays(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write arrays onto the disk itself; a file of that name is replaced."""
    table, at = {}, 0
    with open(path, "wb") as written:
        for name, array in arrays.items():
            data = array.tobytes()
            table[name] = [array.dtype.str, at, len(array), zlib.crc32(data)]
            at += written.write(data + bytes(-len(data) % ALIGNED_BYTES))
        said = json.dumps(table).encode()
        written.write(said + END.pack(zlib.crc32(said), len(said)))
        written.flush()
        os.fsync(written.fileno())


class ArrayFile:
    """The arrays of a file; it can be removed meanwhile."""

    def __init__(self, path: Path) -> None:
        """Raise ValueError where the file is not whole."""
        with open(path, "rb") as opened:
            self._data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        self._path = path
        checksum, length = END.unpack(self._data[-END.size :])
        said = self._data[-END.size - length : -END.size]
        if zlib.crc32(said) != checksum:
            raise ValueError(f"{path.name} is cut off")
        self._table: dict[str, tuple[str, int, int, int]] = json.loads(said)

    @property
    def names(self) -> tuple[str, ...]:
        """Which arrays it holds."""
        return tuple(self._table)

    def read(self, name: str) -> Array:
        """An array. Raise ValueError where it is not what was written."""
        kind, at, length, checksum = self._table[name]
        array: Array = np.frombuffer(self._data, kind, length, at)
        if zlib.crc32(array.tobytes()) != checksum:
            raise ValueError(f"{name} in {self._path.name} does not have its check sum")
        return array
