"""What one try of the campaign found, and what all tries of a row add up to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

# lost:       what was acknowledged, or was there before, is not there
# torn:       something is there by half, or does not go on as one that ran through
# undetected: damage that neither reading nor `fonds verify` tells
# traceback:  a fault of ours that shows its inside, or a status 500
# slow:       work that grows faster than its input, or is slow at any length
Kind = Literal["lost", "torn", "undetected", "traceback", "slow"]
KINDS: tuple[Kind, ...] = ("lost", "torn", "undetected", "traceback", "slow")
TRACEBACK = "Traceback (most recent call last)"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must not be, with what tells where to look."""

    kind: Kind
    what: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a try.

    tries:   how often something was tried in it
    skipped: why it could not be tried here, or ""
    """

    faults: tuple[Fault, ...] = ()
    tries: int = 1
    skipped: str = ""


@dataclass(slots=True)
class Sum:
    """A row of the table.

    done:    how many of the row's tries were made
    tries:   how often something was tried in them
    skipped: why the row cannot be tried here, or ""
    """

    done: int = 0
    tries: int = 0
    skipped: str = ""
    faults: list[Fault] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count a try."""
        self.done += 1
        self.skipped = outcome.skipped
        if not outcome.skipped:
            self.tries += outcome.tries
            self.faults += outcome.faults

    def count(self, kind: Kind) -> int:
        """How many faults of a kind there are."""
        return sum(fault.kind == kind for fault in self.faults)


def shown_tracebacks(said: Iterable[str], what: str) -> list[Fault]:
    """A fault for each text that shows one, with its last line."""
    return [
        Fault("traceback", f"{what}: {text.strip().splitlines()[-1][:200]}")
        for text in said
        if TRACEBACK in text
    ]
