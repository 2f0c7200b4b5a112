"""What became of the pages of one ingest."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from archive.document import PassedOver, Refused


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
    refusals:    in the order in which they were met
    not_heard:   stated facts of new pages that were not understood: the row, the cell, the mend
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

    @property
    def documents(self) -> int:
        """Pages that were taken, or known already."""
        return self.new + self.changed + self.same


@dataclass(slots=True)
class Tally:
    """The counts of an ingest that goes on."""

    fates: Counter[Fate] = field(default_factory=Counter)
    refusals: list[Refused] = field(default_factory=list)
    passed: list[PassedOver] = field(default_factory=list)
    not_heard: list[str] = field(default_factory=list)

    def note(self, fate: Fate, value: object) -> None:
        """Count one page; keep what was refused and passed over."""
        self.fates[fate] += 1
        if isinstance(value, Refused):
            self.refusals.append(value)
        elif isinstance(value, PassedOver):
            self.passed.append(value)

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
        )
