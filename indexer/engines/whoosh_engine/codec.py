"""Whoosh's codec, with terms and postings in files of our own (see lexicon.py, postings.py)."""

from collections.abc import Iterator
from itertools import accumulate, islice

import numpy as np
from whoosh.codec.base import FieldWriter
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import FileStorage

from indexer.engines.whoosh_engine.bulk import Bulk
from indexer.engines.whoosh_engine.lexicon import LexiconWriter
from indexer.engines.whoosh_engine.packing import packed
from indexer.engines.whoosh_engine.postings import END

# A field of a new segment, with the postings of all its terms.
FieldOf = tuple[str, Bulk]

# Terms whose postings are written at once.
WRITTEN_AT_ONCE = 4_096


class ArrayCodec(W3Codec):  # type: ignore[misc]
    """Segments, commits, locks and records are Whoosh's own; terms and postings are ours."""

    def field_writer(self, storage: FileStorage, segment: W3Segment) -> "ArrayFieldWriter":
        """Called by Whoosh for a new segment."""
        return ArrayFieldWriter(storage, segment)


class ArrayFieldWriter(FieldWriter):  # type: ignore[misc]
    """Writes whole fields, as TermPool gives them."""

    def __init__(self, storage: FileStorage, segment: W3Segment) -> None:
        self._terms = segment.create_file(storage, W3Codec.TERMS_EXT)
        self._postings = segment.create_file(storage, W3Codec.POSTS_EXT)
        self._lexicon = LexiconWriter()
        self.is_closed = False

    def add_postings(self, schema: object, lengths: object, items: Iterator[FieldOf]) -> None:
        """Called by Whoosh at the end of a segment."""
        for field, found in items:
            offset = self._postings.tell()
            sizes: list[int] = []
            waiting = packed(found)
            while some := list(islice(waiting, WRITTEN_AT_ONCE)):
                self._postings.write(b"".join(some))
                sizes += map(len, some)
            offsets = list(accumulate(sizes, initial=offset))[:-1]
            self._lexicon.add(field, found.terms, offsets, np.diff(found.starts).tolist())

    def close(self) -> None:
        """Called by Whoosh when all terms are written."""
        self._terms.write(self._lexicon.to_bytes())
        self._terms.close()
        self._postings.write(END)
        self._postings.close()
        self.is_closed = True
