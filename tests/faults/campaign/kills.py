"""A command is killed at a random moment of its work."""

import random
import shutil
import time
from pathlib import Path

from tests.faults.campaign.commands import Command
from tests.faults.campaign.comparing import faults_after
from tests.faults.campaign.outcome import Fault, Outcome
from tests.faults.campaign.scene import begun, ended, notes_of, scene

# A little beyond the end of the work, so that its last steps are met as well.
BEYOND = 1.2


def killed(command: Command, number: int, place: Path) -> Outcome:
    """One kill."""
    made = scene(command, place)
    folder = made.copy(place / f"try-{command.name}-{number}")
    wait_s = random.Random(f"{command.name} {number}").random() * made.took_s * BEYOND
    notes = notes_of(folder)
    process = begun(command, folder, notes)
    time.sleep(wait_s)
    process.kill()
    ended_so = ended(process, notes)
    what = f"fonds {command.name} killed {wait_s:.3f} s after it began (try {number})"
    done = ended_so if ended_so.status >= 0 else None
    faults: list[Fault] = faults_after(made, folder, what, done)
    shutil.rmtree(folder)
    return Outcome(tuple(faults))
