"""What two sequences share, in order: exact where they are small, bounded where they are not.

Shared ends are taken off first. What lies between is compared by the longest common subsequence
(rapidfuzz, a bit for each pair of elements). Where that would take too many pairs, rows of elements
that stand exactly once on both sides are fixed first (Bram Cohen's patience diff) and the gaps
between them are compared. All work is counted in pairs, not in seconds: the answer never varies.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Pairs compared in one go: 4 MB of bits and some 10 ms.
MOST_AT_ONCE = 32_000_000
# Pairs compared in all for one difference: about a second.
MOST_IN_ALL = 3_000_000_000
# Elements in a row that are looked for as anchors; of words, eight in a row are hardly chance.
ANCHOR_LENGTHS = (8, 1)
# Of a rolling hash modulo 2^64: odd, its bits well spread (the golden ratio's, Knuth 6.4).
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)

Numbers: TypeAlias = "NDArray[np.uint64]"


@dataclass(slots=True)
class Effort:
    """The pairs that may still be compared, and whether something was left uncompared."""

    left: int = MOST_IN_ALL
    spent: bool = False

    def take(self, pairs: int) -> bool:
        """Whether so many pairs may be compared; they are counted."""
        if pairs > self.left:
            self.spent = True
            return False
        self.left -= pairs
        return True


@dataclass(frozen=True, slots=True)
class Same:
    """A run that both share: it begins at `before` in the one, at `after` in the other."""

    before: int
    after: int
    length: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of each sequence, from start up to end, that is still to be compared."""

    before: int
    before_end: int
    after: int
    after_end: int

    @property
    def is_one_sided(self) -> bool:
        """Whether there is nothing to compare."""
        return self.before == self.before_end or self.after == self.after_end

    @property
    def pairs(self) -> int:
        """How many pairs of elements it has."""
        return (self.before_end - self.before) * (self.after_end - self.after)


def aligned(before: Sequence[int], after: Sequence[int], effort: Effort) -> list[Same]:
    """The runs that two sequences share, in order and not crossing each other."""
    found: list[Same] = []
    gaps = [Gap(0, len(before), 0, len(after))]
    while gaps:
        gap = without_shared_ends(before, after, gaps.pop(), found)
        if gap.is_one_sided:
            continue
        if gap.pairs <= MOST_AT_ONCE and effort.take(gap.pairs):
            found += longest_common(before, after, gap)
        elif fixed := anchors(before, after, gap, effort):
            found += fixed
            gaps += between(gap, fixed)
        else:
            effort.spent = True
    return joined(sorted(found, key=attrgetter("before")))


def without_shared_ends(
    before: Sequence[int], after: Sequence[int], gap: Gap, found: list[Same]
) -> Gap:
    """The gap without what both sides begin and end with, which is put to what was found."""
    a, a_end, b, b_end = gap.before, gap.before_end, gap.after, gap.after_end
    while a < a_end and b < b_end and before[a] == after[b]:
        a, b = a + 1, b + 1
    while a < a_end and b < b_end and before[a_end - 1] == after[b_end - 1]:
        a_end, b_end = a_end - 1, b_end - 1
    if a > gap.before:
        found.append(Same(gap.before, gap.after, a - gap.before))
    if a_end < gap.before_end:
        found.append(Same(a_end, b_end, gap.before_end - a_end))
    return Gap(a, a_end, b, b_end)


def longest_common(before: Sequence[int], after: Sequence[int], gap: Gap) -> Iterator[Same]:
    """The runs of a longest common subsequence."""
    steps = LCSseq.opcodes(before[gap.before : gap.before_end], after[gap.after : gap.after_end])
    for step in steps:
        if step.tag == "equal":
            length = step.src_end - step.src_start
            yield Same(gap.before + step.src_start, gap.after + step.dest_start, length)


def anchors(before: Sequence[int], after: Sequence[int], gap: Gap, effort: Effort) -> list[Same]:
    """Rows that stand once on both sides, the most of them that do not cross; long rows first."""
    a = np.array(before[gap.before : gap.before_end], dtype=np.uint64)
    b = np.array(after[gap.after : gap.after_end], dtype=np.uint64)
    for length in ANCHOR_LENGTHS:
        if not effort.take(len(a) + len(b)):
            return []
        rows_a, places_a = once(a, length)
        rows_b, places_b = once(b, length)
        _, in_a, in_b = np.intersect1d(rows_a, rows_b, assume_unique=True, return_indices=True)
        pairs = sorted(zip(places_a[in_a].tolist(), places_b[in_b].tolist(), strict=True))
        # Two rows may have the same hash by chance.
        places = [(i, j) for i, j in pairs if a[i] == b[j]]
        if places:
            return runs(gap, rising(places))
    return []


def once(part: Numbers, length: int) -> tuple[Numbers, "NDArray[np.intp]"]:
    """The rows of so many elements that stand exactly once, as hashes, and where they begin."""
    count = max(len(part) - length + 1, 0)
    hashes = np.zeros(count, dtype=np.uint64)
    for i in range(length):
        hashes = hashes * MULTIPLIER + part[i : i + count]
    rows, places, counts = np.unique(hashes, return_index=True, return_counts=True)
    return rows[counts == 1], places[counts == 1]


def rising(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of pairs in which the second numbers rise as the first do."""
    ends: list[int] = []
    at: list[int] = []
    came_from: list[int] = []
    for i, (_, place) in enumerate(places):
        length = bisect_left(ends, place)
        came_from.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            at.append(i)
        else:
            ends[length], at[length] = place, i
    chosen: list[tuple[int, int]] = []
    i = at[-1] if at else -1
    while i >= 0:
        chosen.append(places[i])
        i = came_from[i]
    return chosen[::-1]


def runs(gap: Gap, places: list[tuple[int, int]]) -> list[Same]:
    """Pairs of places in a gap as runs; those that follow each other on both sides are one."""
    whole: list[Same] = []
    start = 0
    for i, (a, b) in enumerate(places, 1):
        if i == len(places) or places[i] != (a + 1, b + 1):
            first, second = places[start]
            whole.append(Same(gap.before + first, gap.after + second, i - start))
            start = i
    return whole


def between(gap: Gap, fixed: list[Same]) -> list[Gap]:
    """The gaps beside what was fixed."""
    starts = [(gap.before, gap.after)]
    starts += [(one.before + one.length, one.after + one.length) for one in fixed]
    ends = [*((one.before, one.after) for one in fixed), (gap.before_end, gap.after_end)]
    return [Gap(a, a_end, b, b_end) for (a, b), (a_end, b_end) in zip(starts, ends, strict=True)]


def joined(runs: list[Same]) -> list[Same]:
    """Runs that touch on both sides made one."""
    whole: list[Same] = []
    for run in runs:
        last = whole[-1] if whole else None
        if last and (last.before + last.length, last.after + last.length) == (
            run.before,
            run.after,
        ):
            whole[-1] = Same(last.before, last.after, last.length + run.length)
        else:
            whole.append(run)
    return whole
