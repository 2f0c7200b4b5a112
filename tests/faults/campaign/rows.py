"""The rows of the campaign: what is tried, and how often."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.faults.campaign import disks, flips, fuzzing, growth, kills
from tests.faults.campaign.commands import COMMANDS, Command, is_there
from tests.faults.campaign.failing_calls import CALLS, failed
from tests.faults.campaign.outcome import Outcome

KILLS = 300
FUZZING_S = 300


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of fault.

    group: by which it is asked for: `make faults ONLY=kills`
    count: how many tries it has
    tried: makes the try of that number; the folder is for what it needs
    """

    group: str
    name: str
    count: int
    tried: Callable[[int, Path], Outcome]


def killed(command: Command, number: int, place: Path) -> Outcome:
    """A kill, where there is such a command."""
    if not is_there(command):
        return Outcome(skipped=f"there is no `fonds {command.name}`")
    return kills.killed(command, number, place)


def rows() -> tuple[Row, ...]:
    """All of them, in the order of the table."""
    each = KILLS // len(COMMANDS)
    fuzzed = round(FUZZING_S / fuzzing.SECONDS / 3)
    return (
        *(Row("kills", f"kill of {c.name}", each, partial(killed, c)) for c in COMMANDS),
        *(
            Row(
                "calls",
                f"a failing {name}",
                20 * len(COMMANDS),
                partial(failed, name),
            )
            for name in CALLS
        ),
        Row("disks", "files that may not grow", 8 * len(COMMANDS), disks.full),
        Row("disks", "a full disk", 8 * len(COMMANDS), disks.small),
        Row("disks", "a read-only disk", 2 * len(COMMANDS), disks.read_only),
        Row("flips", "changed bytes under a server", 60, flips.flipped),
        Row("fuzzing", "files: WARC, HTML, JSON Lines", fuzzed, fuzzing.files),
        Row("fuzzing", "queries", fuzzed, fuzzing.queries),
        Row("fuzzing", "forms", fuzzed, fuzzing.forms),
        Row("growth", "pages that grow", growth.chunks(), growth.chunk),
    )
