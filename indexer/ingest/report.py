"""What became of the pages of one ingest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from archive.document import PassedOver, Refused
from archive.records import Count
from indexer.reason_kinds import kind_of

Kept = TypeVar("Kept")
# What a report holds of each kind.
MOST_KEPT = 1_000
OTHER = "Other reasons."


class Fate(StrEnum):
    """What became of one page."""

    NEW = "new"
    CHANGED = "changed"  # a document that we have, with other bytes: one more capture
    SAME = "same"  # these bytes were known: nothing changed
    REFUSED = "refused"
    PASSED_OVER = "passed over"


@dataclass(frozen=True, slots=True)
class IngestReport:
    """The outcome of one ingest.

    run:         its number in the archive, or None for a dry run
    refusals:    the first MOST_KEPT, in the order in which they were met; the archive has all
    refused_for: each kind of reason with how many pages were refused for it, the most first
    passed:      the first MOST_KEPT files or records that are no pages
    passed_for:  as refused_for
    not_heard:   stated facts of new pages that were not understood: the row, the cell, the mend;
                 the first MOST_KEPT
    not_heard_count: how many there are in all
    took_s:      from begin to end, in seconds
    interrupted: whether it was cut off by the archivist; what came before is kept
    """

    run: int | None
    new: int
    changed: int
    same: int
    refused: int
    passed_over: int
    refusals: tuple[Refused, ...]
    passed: tuple[PassedOver, ...]
    took_s: float
    interrupted: bool = False
    not_heard: tuple[str, ...] = ()
    not_heard_count: int = 0
    refused_for: tuple[Count, ...] = ()
    passed_for: tuple[Count, ...] = ()

    @property
    def documents(self) -> int:
        """Pages that were taken, or known already."""
        return self.new + self.changed + self.same


@dataclass(slots=True)
class Tally:
    """The counts of an ingest that goes on."""

    fates: Counter[Fate] = field(default_factory=Counter)
    refused_for: Counter[str] = field(default_factory=Counter)
    passed_for: Counter[str] = field(default_factory=Counter)
    refusals: list[Refused] = field(default_factory=list)
    passed: list[PassedOver] = field(default_factory=list)
    not_heard: list[str] = field(default_factory=list)
    not_heard_count: int = 0
    _told_of_all: set[str] = field(default_factory=set)

    def note(self, fate: Fate, value: object) -> None:
        """Count one page; keep what was refused and passed over."""
        self.fates[fate] += 1
        if isinstance(value, Refused):
            keep(self.refusals, value)
            count(self.refused_for, value.reason)
        elif isinstance(value, PassedOver):
            keep(self.passed, value)
            count(self.passed_for, value.reason)

    def hear(self, facts: Iterable[str]) -> None:
        """Keep stated facts that were not understood, each of one page alone."""
        for fact in facts:
            keep(self.not_heard, fact)
            self.not_heard_count += 1

    def hear_once(self, facts: Iterable[str]) -> None:
        """Keep facts that a person states of many pages at once: one bad cell is one.

        They are no more than a manifest has, which may not be large.
        """
        new = [fact for fact in dict.fromkeys(facts) if fact not in self._told_of_all]
        self._told_of_all.update(new)
        self.hear(new)

    def report(self, run: int | None, took_s: float, *, interrupted: bool) -> IngestReport:
        """The tally, closed."""
        return IngestReport(
            run=run,
            new=self.fates[Fate.NEW],
            changed=self.fates[Fate.CHANGED],
            same=self.fates[Fate.SAME],
            refused=self.fates[Fate.REFUSED],
            passed_over=self.fates[Fate.PASSED_OVER],
            refusals=tuple(self.refusals),
            passed=tuple(self.passed),
            took_s=took_s,
            interrupted=interrupted,
            not_heard=tuple(self.not_heard),
            not_heard_count=self.not_heard_count,
            refused_for=tuple(self.refused_for.most_common()),
            passed_for=tuple(self.passed_for.most_common()),
        )


def keep(first: list[Kept], value: Kept) -> None:
    """Keep one of the first: what comes in may be without end."""
    if len(first) < MOST_KEPT:
        first.append(value)


def count(reasons: Counter[str], reason: str) -> None:
    """Count a reason by its kind; beyond so many different ones, all as one."""
    kind = kind_of(reason)
    reasons[kind if kind in reasons or len(reasons) < MOST_KEPT else OTHER] += 1
