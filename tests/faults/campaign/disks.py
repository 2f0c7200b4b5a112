"""A disk that is full, or that may only be read, under each command."""

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.faults.campaign.commands import COMMANDS, is_there
from tests.faults.campaign.comparing import faults_after
from tests.faults.campaign.outcome import Outcome
from tests.faults.campaign.scene import ran, scene

ROOMY = "size=200m"


def full(number: int, place: Path) -> Outcome:
    """No file may grow beyond a size, from none to a little more than the command needs."""
    command = COMMANDS[number % len(COMMANDS)]
    if not is_there(command):
        return Outcome(tries=0)
    made = scene(command, place)
    folder = made.copy(place / f"try-full-{number}")
    largest = max(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    # A file of the index is small, the database large: both are met, small sizes more often.
    most = 512 + int(1.2 * largest * random.Random(f"full {number}").random() ** 3)
    done = ran(command, folder, most_bytes=most)
    what = f"fonds {command.name}, no file larger than {most} bytes (try {number})"
    faults = faults_after(made, folder, what, done)
    shutil.rmtree(folder)
    return Outcome(tuple(faults))


def small(number: int, place: Path) -> Outcome:
    """A file system on which so much is left: from nothing to 400 kB."""
    return on_a_disk(number, place, "full")


def read_only(number: int, place: Path) -> Outcome:
    """A file system that may only be read."""
    return on_a_disk(number, place, "read-only")


def on_a_disk(number: int, place: Path, kind: str) -> Outcome:
    """A command on a file system of its own, which is then made roomy and writable again."""
    if why := unavailable():
        return Outcome(skipped=why)
    command = COMMANDS[number % len(COMMANDS)]
    if not is_there(command):
        return Outcome(tries=0)
    made = scene(command, place)
    with disk(place / f"disk-{kind}-{number}") as mounted:
        folder = made.copy(mounted / f"try-disk-{kind}-{number}")
        left = random.Random(f"{kind} {number}").randrange(0, 400_000)
        if kind == "full":
            left = fill_up(mounted, left)
        else:
            remount(mounted, "ro")
        done = ran(command, folder)
        remount(mounted, f"rw,{ROOMY}")
        (mounted / "filling").unlink(missing_ok=True)
        room = f"{left} bytes left" if kind == "full" else "read-only"
        what = f"fonds {command.name} on a disk, {room} (try {number})"
        return Outcome(tuple(faults_after(made, folder, what, done)))


def fill_up(mounted: Path, left: int) -> int:
    """Fill the file system but for so many bytes; how many are left."""
    free = shutil.disk_usage(mounted).free
    with (mounted / "filling").open("wb") as file:
        file.write(bytes(max(0, free - left)))
    return shutil.disk_usage(mounted).free


@cache
def unavailable() -> str:
    """Why no file system can be mounted here, or ""."""
    return "a file system can be mounted by root alone" if os.geteuid() else mounts()


def mounts() -> str:
    """Why the system lets root mount none, or ""."""
    tried = subprocess.run(["unshare", "-m", "true"], capture_output=True, text=True, check=False)
    return tried.stderr.strip() if tried.returncode else ""


@contextmanager
def disk(folder: Path) -> Iterator[Path]:
    """A file system in memory while the block runs."""
    folder.mkdir(parents=True)
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", ROOMY, "tmpfs", str(folder)], check=True, capture_output=True
    )
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
        folder.rmdir()


def remount(folder: Path, options: str) -> None:
    """The file system with other options."""
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)
