"""Times of queries: measured, summed up, printed as a table."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.search_queries import KINDS, Asked

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Timed:
    """How long a query took, in milliseconds."""

    kind: str
    took_ms: float


@dataclass(frozen=True, slots=True)
class Summary:
    """Times of a mix of queries, in milliseconds.

    p50, p95: over all;  by_kind: the median of each kind that was asked
    """

    p50: float
    p95: float
    by_kind: dict[str, float]


def latencies(
    ask: Callable[[Asked], int],
    queries: Sequence[Asked],
    rounds: int,
    clock: Clock = time.process_time,
) -> list[Timed]:
    """The median of each query's rounds. All queries are asked before any is asked again."""
    taken: list[list[float]] = [[] for _ in queries]
    for _ in range(rounds):
        for times, query in zip(taken, queries, strict=True):
            started = clock()
            ask(query)
            times.append((clock() - started) * 1000)
    medians = map(statistics.median, taken)
    return [Timed(query.kind, took) for query, took in zip(queries, medians, strict=True)]


def summed_up(times: Sequence[Timed]) -> Summary:
    """Percentiles over all, medians of the kinds."""
    by_kind = {
        kind: statistics.median(same)
        for kind in KINDS
        if (same := [each.took_ms for each in times if each.kind == kind])
    }
    every = [each.took_ms for each in times]
    return Summary(percentile(every, 50), percentile(every, 95), by_kind)


def percentile(numbers: Sequence[float], percent: int) -> float:
    """The number that so many percent are not above, between neighbours in proportion.

    >>> percentile([1, 2, 3, 4, 5], 50)
    3.0
    """
    ordered = sorted(numbers)
    place = (len(ordered) - 1) * percent / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return float(ordered[low] + (ordered[high] - ordered[low]) * (place - low))


def table(heading: str, rows: dict[str, Summary]) -> None:
    """p50 and p95 of each, then the median of each kind, in milliseconds."""
    print(f"\n{heading}\n{'':22}{'p50':>8}{'p95':>8}", end="")
    print("".join(f"{kind:>11}" for kind in KINDS))
    for label, row in rows.items():
        print(f"{label:22}{row.p50:8.1f}{row.p95:8.1f}", end="")
        print("".join(f"{row.by_kind.get(kind, float('nan')):11.1f}" for kind in KINDS), flush=True)


def ratios(ours: dict[str, Summary], theirs: dict[str, Summary]) -> None:
    """How many times as long as each of ours each of theirs takes, at p50 and at p95."""
    for label, row in ours.items():
        for other, peer in theirs.items():
            p50, p95 = peer.p50 / row.p50, peer.p95 / row.p95
            print(f"{other} takes {p50:.3g} times as long as {label} (p95: {p95:.3g})", flush=True)
