"""The postings of all terms of a field as a few arrays: made by one sort, joined by another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from indexer.engines.matches.arrays import EMPTY, Mask, Numbers

Offsets = npt.NDArray[np.int64]

RANK_BITS = np.uint64(32)  # a term's rank above, a place below: one number to sort by
PLACE = np.uint64(2**32 - 1)

# Postings gathered at once when segments are joined: what it takes besides, some 20 MB.
GATHERED_AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True)
class Bulk:
    """The postings of all terms of a field.

    terms:     ascending, each once
    starts:    where the documents of each term begin, and where those of the last one end
    docs:      document numbers, ascending within a term
    counts:    how often each holds the term; 0 where positions are not kept
    positions: where, document by document
    """

    terms: list[str]
    starts: Offsets
    docs: Numbers
    counts: Numbers
    positions: Numbers


@dataclass(slots=True)
class Growing:
    """The postings of one term while they are gathered, documents ascending."""

    docs: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)

    def add(self, doc: int, positions: Sequence[int] = ()) -> None:
        """The next document that holds it."""
        self.docs.append(doc)
        self.counts.append(len(positions))
        self.positions.extend(positions)


def of_terms(growing: dict[str, Growing]) -> Bulk:
    """What was gathered term by term."""
    ordered = sorted(growing.items())
    each = [found for _, found in ordered]
    return Bulk(
        terms=[term for term, _ in ordered],
        starts=np.cumsum([0, *(len(found.docs) for found in each)], dtype=np.int64),
        docs=flat(found.docs for found in each),
        counts=flat(found.counts for found in each),
        positions=flat(found.positions for found in each),
    )


def flat(lists: Iterable[list[int]]) -> Numbers:
    """Lists of numbers, one after the other."""
    arrays = [np.array(numbers, np.uint32) for numbers in lists]
    return np.concatenate(arrays) if arrays else EMPTY


def of_words(numbers: Numbers, lengths: Numbers, docs: Numbers, names: Sequence[str]) -> Bulk:
    """The postings of running words.

    numbers: of the term of each word, document by document
    lengths: how many words each document has;  docs: its number, ascending
    names:   the term of each number
    """
    used = np.flatnonzero(np.bincount(numbers, minlength=len(names)))
    ordered = sorted(used.tolist(), key=names.__getitem__)
    ranks = np.zeros(len(names), np.uint32)
    ranks[np.array(ordered, np.intp)] = np.arange(len(ordered), dtype=np.uint32)
    rank, place = sorted_with_place(ranks[numbers])
    doc = np.repeat(docs, lengths)[place]
    begins = np.cumsum(lengths, dtype=np.int64) - lengths
    positions = (place - np.repeat(begins, lengths)[place]).astype(np.uint32)
    first = np.flatnonzero(begins_anew(rank) | begins_anew(doc))
    return Bulk(
        terms=[names[number] for number in ordered],
        starts=np.searchsorted(rank[first], np.arange(len(ordered) + 1)),
        docs=doc[first],
        counts=np.diff(first, append=len(rank)).astype(np.uint32),
        positions=positions,
    )


def sorted_with_place(ranks: Numbers) -> tuple[Numbers, Offsets]:
    """The numbers in order, and where each stood; equal ones stay in order.

    One sort of both in one number is several times as fast as numpy's stable argsort.
    """
    keys = ranks.astype(np.uint64) << RANK_BITS
    keys |= np.arange(len(ranks), dtype=np.uint64)
    keys.sort()
    return (keys >> RANK_BITS).astype(np.uint32), (keys & PLACE).astype(np.int64)


def begins_anew(numbers: Numbers) -> Mask:
    """Which numbers differ from the one before."""
    differs: Mask = np.ones(len(numbers), bool)
    np.not_equal(numbers[1:], numbers[:-1], out=differs[1:])
    return differs


def renumbered(old: Bulk, live: Mask, numbers: Numbers) -> Bulk:
    """The postings of the live documents, which get new numbers; terms may be left without any."""
    kept = live[old.docs]
    before = np.concatenate(([0], np.cumsum(kept)))
    return Bulk(
        terms=old.terms,
        starts=before[old.starts],
        docs=numbers[old.docs[kept]],
        counts=old.counts[kept],
        positions=old.positions[np.repeat(kept, old.counts)] if len(old.positions) else EMPTY,
    )


def joined(parts: Sequence[Bulk]) -> Bulk:
    """Several as one; each holds documents after those of the one before."""
    held = [with_documents(part) for part in parts]
    terms = sorted(set().union(*held))
    rank_of = {term: rank for rank, term in enumerate(terms)}
    ranks = [np.repeat(ranks_in(part, rank_of), np.diff(part.starts)) for part in parts]
    rank, place = sorted_with_place(np.concatenate(ranks) if ranks else EMPTY)
    counts = np.concatenate([part.counts for part in parts])
    positions = np.concatenate([part.positions for part in parts])
    return Bulk(
        terms=terms,
        starts=np.searchsorted(rank, np.arange(len(terms) + 1)),
        docs=np.concatenate([part.docs for part in parts])[place],
        counts=counts[place],
        positions=moved(positions, counts, place) if len(positions) else EMPTY,
    )


def with_documents(part: Bulk) -> list[str]:
    """The terms that any document holds."""
    return [part.terms[number] for number in np.flatnonzero(np.diff(part.starts)).tolist()]


def ranks_in(part: Bulk, rank_of: dict[str, int]) -> Numbers:
    """The rank of each term of a part; 0 for those that no document holds."""
    return np.fromiter((rank_of.get(term, 0) for term in part.terms), np.uint32, len(part.terms))


def moved(positions: Numbers, counts: Numbers, order: Offsets) -> Numbers:
    """The positions of documents that are put in another order."""
    begins = np.cumsum(counts, dtype=np.int64) - counts
    parts = []
    for start in range(0, len(order), GATHERED_AT_ONCE):
        some = order[start : start + GATHERED_AT_ONCE]
        lengths = counts[some]
        shift = begins[some] - (np.cumsum(lengths, dtype=np.int64) - lengths)
        parts.append(positions[np.repeat(shift, lengths) + np.arange(int(lengths.sum()))])
    return np.concatenate(parts)


def each_term(found: Bulk) -> Iterator[tuple[str, int, int]]:
    """Each term with where its documents begin and end."""
    bounds = found.starts.tolist()
    return zip(found.terms, bounds[:-1], bounds[1:], strict=True)
