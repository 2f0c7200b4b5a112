"""The n-th write, fsync or unlink of a command fails, as on a disk that is dying."""

import re
import shutil
import subprocess
import tempfile
from functools import cache
from math import gcd
from pathlib import Path

from tests.faults.campaign.commands import COMMANDS, Command, is_there
from tests.faults.campaign.comparing import faults_after
from tests.faults.campaign.outcome import Outcome
from tests.faults.campaign.scene import scene, watched

CALLS = {
    "write": ("pwrite64", "write"),
    "fsync": ("fdatasync", "fsync"),
    "unlink": ("unlink", "rename", "ftruncate", "unlinkat"),
}
ERRORS = ("EIO", "ENOSPC")


@cache
def unavailable() -> str:
    """Why calls cannot be made to fail here, or ""."""
    if not shutil.which("strace"):
        return "strace is not there (`apt-get install strace`)"
    seen = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True)
    return "" if not seen.returncode else "this system lets no process watch another (ptrace)"


@cache
def counted(command: Command, name: str, place: Path) -> dict[str, int]:
    """How many of these calls the command makes when nothing disturbs it; none is left out."""
    with tempfile.TemporaryDirectory(dir=place) as within:
        folder = scene(command, place).copy(Path(within) / "count")
        log = Path(within) / "log"
        watched(command, folder, strace(log, ",".join(CALLS[name])))
        text = log.read_text(errors="replace")
    found = {call: len(re.findall(rf"\b{call}\(", text)) for call in CALLS[name]}
    return {call: count for call, count in found.items() if count}


def strace(log: Path, calls: str, *more: str) -> tuple[str, ...]:
    """The program that watches, and stops at these calls alone."""
    return ("strace", "-f", "--seccomp-bpf", "-qq", "-o", str(log), "-e", f"trace={calls}", *more)


def failed(name: str, number: int, place: Path) -> Outcome:
    """One call of that name fails; the numbers go through all commands, and through their calls."""
    if why := unavailable():
        return Outcome(skipped=why)
    command, turn = COMMANDS[number % len(COMMANDS)], number // len(COMMANDS)
    if not is_there(command):
        return Outcome(tries=0)
    made = scene(command, place)
    found = counted(command, name, place)
    if not found:
        return Outcome(tries=0)
    call, count = list(found.items())[turn % len(found)]
    turn //= len(found)
    # A step that is prime to the count meets each call once before any is met again.
    at = 1 + turn * step(count) % count
    error = ERRORS[turn % 2] if name == "write" else "EIO"
    folder = made.copy(place / f"try-{name}-{number}")
    inject = ("-e", f"inject={call}:error={error}:when={at}")
    done = watched(command, folder, strace(folder / "log", call, *inject))
    met = "(INJECTED)" in (folder / "log").read_text(errors="replace")
    what = f"fonds {command.name}, {call} {at} of {count} fails with {error} (try {number})"
    faults = faults_after(made, folder, what, done)
    shutil.rmtree(folder)
    return Outcome(tuple(faults), tries=int(met))


def step(count: int) -> int:
    """About six tenths of a number, and prime to it."""
    return next(n for n in range(max(1, count * 6 // 10), 2 * count + 2) if gcd(n, count) == 1)
