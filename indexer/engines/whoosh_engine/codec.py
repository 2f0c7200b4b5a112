"""Whoosh's codec, with postings as arrays (see postings.py)."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.matching import ListMatcher
from whoosh.system import pack_ushort

from indexer.engines.whoosh_engine.postings import END, Growing, pack, unpack

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
            if not growing.docs:  # all its documents were deleted
                continue
            number = self._fieldmap.setdefault(field, len(self._fieldmap))
            offset = self._postfile.tell()
            packed = pack(growing)
            self._postfile.write(packed)
            docs = growing.docs
            info = W3TermInfo(len(docs), len(docs), None, 0, 1.0, docs[0], docs[-1])
            info.set_extent(offset, len(packed))
            self._tindex.add(pack_ushort(number) + term, info.to_bytes())

    def close(self) -> None:
        """Called by Whoosh when all terms are written."""
        self._postfile.write(END)
        super().close()


class TermPool:
    """Gathers postings term by term in memory: documents come in order, so nothing is sorted.

    Stands in for Whoosh's pool, which takes posting by posting, sorts them all and spills to disk;
    here whoever adds documents commits before memory grows large (see `indexer.index.BATCH`).
    """

    def __init__(self) -> None:
        self._fields: dict[str, dict[str, Growing]] = {}

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """Called by Whoosh for fields that it analyses itself; ours has none."""
        raise NotImplementedError(f"The terms of {item[0]!r} are added by add_terms().")

    def add_terms(self, field: str, doc: int, terms: Mapping[str, Sequence[int]]) -> None:
        """Take the terms of a document, each with its positions."""
        gathered = self._fields.setdefault(field, {})
        for term, positions in terms.items():
            growing = gathered.get(term)
            if growing is None:
                growing = gathered[term] = Growing()
            growing.docs.append(doc)
            growing.counts.append(len(positions))
            growing.positions.extend(positions)

    def growing(self, field: str, term: str) -> Growing:
        """The postings of a term so far."""
        return self._fields.setdefault(field, {}).setdefault(term, Growing())

    def iter_postings(self) -> Iterator[TermOf]:
        """All terms, in the order that the field writer needs."""
        for field in sorted(self._fields):
            terms = self._fields[field]
            for term, growing in sorted(
                ((to_bytes(t), terms[t]) for t in terms), key=itemgetter(0)
            ):
                yield field, term, growing

    def cleanup(self) -> None:
        """Give the memory back."""
        self._fields.clear()


def to_bytes(term: str) -> bytes:
    """A term as Whoosh keeps it (facet values may hold broken characters)."""
    return term.encode("utf-8", "surrogatepass")


def from_bytes(term: bytes) -> str:
    """A term as we know it."""
    return term.decode("utf-8", "surrogatepass")
