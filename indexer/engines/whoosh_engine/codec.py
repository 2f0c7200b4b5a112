"""Whoosh's codec, with postings as arrays (see postings.py)."""

from collections.abc import Iterator

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.matching import ListMatcher
from whoosh.system import pack_ushort

from indexer.engines.whoosh_engine.postings import Growing, pack, unpack

# One term of one field, with all its postings in the new segment.
TermOf = tuple[str, bytes, Growing]


class ArrayCodec(W3Codec):  # type: ignore[misc]
    """Everything is Whoosh's own but how a term's postings are written and read."""

    def field_writer(self, storage: object, segment: object) -> "ArrayFieldWriter":
        """Called by Whoosh for a new segment."""
        return ArrayFieldWriter(self, storage, segment)

    def postings_reader(
        self, dbfile: object, terminfo: W3TermInfo, format_: object, **_: object
    ) -> ListMatcher:
        """One posting at a time, for the parts of Whoosh that want them so."""
        offset, length = terminfo.extent()
        found = unpack(dbfile.get(offset, length), 0, positions=True)  # type: ignore[attr-defined]
        values = [
            part.tobytes() for part in np.split(found.positions, np.cumsum(found.counts)[:-1])
        ]
        ids = found.docs.tolist()
        return ListMatcher(ids, [1.0] * len(ids), values, format_, terminfo=terminfo)


class ArrayFieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes whole terms, as TermPool gives them."""

    def add_postings(self, schema: object, lengths: object, items: Iterator[TermOf]) -> None:
        """Called by Whoosh at the end of a segment; terms come in order of field and bytes."""
        for field, term, growing in items:
            number = self._fieldmap.setdefault(field, len(self._fieldmap))
            offset = self._postfile.tell()
            packed = pack(growing)
            self._postfile.write(packed)
            docs = growing.docs
            info = W3TermInfo(len(docs), len(docs), None, 0, 1.0, docs[0], docs[-1])
            info.set_extent(offset, len(packed))
            self._tindex.add(pack_ushort(number) + term, info.to_bytes())


class TermPool:
    """Gathers postings term by term in memory: documents come in order, so nothing is sorted.

    Stands in for Whoosh's pool, which sorts every posting and spills to disk; here the engine
    commits before memory grows large (see BATCH in engine.py).
    """

    def __init__(self) -> None:
        self._fields: dict[str, dict[bytes, Growing]] = {}

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """Take one posting: field, term, document, weight (always 1), positions as uint32."""
        field, term, doc, _, positions = item
        growing = self.growing(field, term)
        growing.docs.append(doc)
        growing.counts.append(len(positions) >> 2)
        growing.positions.frombytes(positions)

    def growing(self, field: str, term: bytes) -> Growing:
        """The postings of a term so far."""
        terms = self._fields.get(field)
        if terms is None:
            terms = self._fields[field] = {}
        growing = terms.get(term)
        if growing is None:
            growing = terms[term] = Growing()
        return growing

    def iter_postings(self) -> Iterator[TermOf]:
        """All terms, in the order that the field writer needs."""
        for field in sorted(self._fields):
            terms = self._fields[field]
            for term in sorted(terms):
                yield field, term, terms[term]

    def cleanup(self) -> None:
        """Give the memory back."""
        self._fields.clear()
