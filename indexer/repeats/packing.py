"""What a source repeats, as bytes that an archive keeps."""

from collections.abc import Mapping

import numpy as np

from indexer.repeats.counting import Repeats

HEAD = np.dtype([("pages", "<u4"), ("texts", "<u4")])
LINE = np.dtype([("mark", "<u8"), ("texts", "<u4")])


def packed(found: Repeats) -> bytes:
    """The two numbers, then each line with its own, in their order; little-endian."""
    head = np.array((found.pages, found.texts), HEAD)
    return head.tobytes() + np.array([*found.lines.items()], LINE).tobytes()


def unpacked(stored: bytes) -> Repeats:
    """What `packed` was given."""
    head = np.frombuffer(stored, HEAD, 1)[0]
    lines: Mapping[int, int] = dict(np.frombuffer(stored, LINE, offset=HEAD.itemsize).tolist())
    return Repeats(int(head["pages"]), int(head["texts"]), lines)
