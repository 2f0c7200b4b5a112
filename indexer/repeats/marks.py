"""The marks of a page: its lines as short numbers, by which pages of a source are compared.

Marks hang on how lines are read and keyed. Where that changes, those that an archive remembers are
of no use until `fonds reprocess` reads its pages again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
import numpy.typing as npt

from archive.document import Document
from indexer.cleaning.line import keys_of
from indexer.cleaning.mark import MARK_BYTES, hashed, mark_of
from indexer.cleaning.repair import repaired
from indexer.repeats.stem import stem_of

HEAD_BYTES = 8
# What is longer is a dump and no page of a site.
MAX_MARKED_LINES = 4_000
LINES_AT_ONCE = 1_000
MOST_WORDS = 255

Marks = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What is remembered of a page.

    stem:  the mark of its address without what only turns pages; 0 where it has no address
    lines: the marks of its lines, ascending, each once
    words: how many words each has, at most MOST_WORDS
    """

    stem: int
    lines: Marks
    words: Counts

    def packed(self) -> bytes:
        """The bytes that are stored: the stem, the marks, the words; little-endian."""
        head = self.stem.to_bytes(HEAD_BYTES, "little")
        return head + self.lines.astype("<u8").tobytes() + self.words.tobytes()


def unpacked(stored: bytes) -> PageMarks:
    """The marks that `packed` gave."""
    count = (len(stored) - HEAD_BYTES) // (MARK_BYTES + 1)
    lines = np.frombuffer(stored, "<u8", count, HEAD_BYTES)
    words = np.frombuffer(stored, np.uint8, count, HEAD_BYTES + MARK_BYTES * count)
    return PageMarks(int.from_bytes(stored[:HEAD_BYTES], "little"), lines, words)


def marks_of(document: Document) -> PageMarks:
    """The marks of a document's page, whatever cleaning kept and took of it."""
    removed = repaired([line.text for line in document.removed])
    return marks_of_lines(chain(document.text.split("\n"), removed), document.url)


def marks_of_lines(texts: Iterable[str], url: str | None) -> PageMarks:
    """The marks of a page's lines, each repaired; none of a dump's."""
    coming, found = iter(texts), dict[int, int]()
    while (some := list(islice(coming, LINES_AT_ONCE))) and len(found) <= MAX_MARKED_LINES:
        for text, key in zip(some, keys_of(some), strict=True):
            mark = mark_of(key, text)
            if mark is not None:
                found[mark] = min(len(text.split()), MOST_WORDS)
    marks = sorted(found) if len(found) <= MAX_MARKED_LINES else []
    lines = np.array(marks, np.uint64)
    words = np.array([found[mark] for mark in marks], np.uint8)
    return PageMarks(hashed(stem_of(url)) if url else 0, lines, words)
