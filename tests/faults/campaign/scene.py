"""An archive to which a command is done: before it, after it, and what must hold in between."""

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import util
from multiprocessing.process import BaseProcess
from pathlib import Path

from archive import Archive
from archive.capture import Capture
from tests.faults.campaign.child import forked
from tests.faults.campaign.commands import Command
from tests.faults.ingests import SITE, items

ROOT = Path(__file__).resolve().parents[3]
OLD_PAGES = 20
PATIENCE_S = 180.0
# Its server has all of Fonds loaded.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.faults.campaign.warmed"])
NOTES = Path(tempfile.gettempdir()) / f"fonds-faults-notes-{os.getpid()}"
util.Finalize(None, shutil.rmtree, (NOTES, True), exitpriority=0)
# A line of all pages that reprocessing is to take, so that it has something to change.
ORDERS = f'[[override]]\nsource = "{SITE}"\ndrop = "/council/"\nnote = "For the campaign."\n'

# By id, all of a document and its history; by number, each correction.
State = dict[str, str]


@dataclass(frozen=True, slots=True)
class Scene:
    """A folder with an archive in it, and beside it what a command needs.

    before:  the folder as each try begins with it
    first:   the archive's state in it
    last:    the state after the command ran through
    took_s:  how long that took, on the wall, from the end of its imports
    """

    command: Command
    before: Path
    first: State
    last: State
    took_s: float

    def copy(self, to: Path) -> Path:
        """The folder, to be damaged."""
        shutil.rmtree(notes_of(to))  # of another try that had a folder of the same name
        return shutil.copytree(self.before, to)


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that ended: its status (negative: the signal), and what it printed."""

    status: int
    out: str
    err: str


def typed(command: Command, folder: Path) -> list[str]:
    """A command's words on a scene's folder."""
    return ["--archive", str(folder / "archive"), *command.typed(folder)]


def begun(command: Command, folder: Path, notes: Path, most_bytes: int = 0) -> BaseProcess:
    """The command, begun in a process of its own; what it prints is in the folder `notes`."""
    notes.mkdir(exist_ok=True)
    (notes / "begun").unlink(missing_ok=True)
    given = (notes, most_bytes, typed(command, folder))
    process = PROCESSES.Process(target=forked, args=given)
    process.start()
    ends = time.monotonic() + PATIENCE_S
    while not (notes / "begun").exists() and time.monotonic() < ends:
        time.sleep(0.001)
    return process


def ended(process: BaseProcess, notes: Path) -> Ran:
    """How it ended."""
    process.join(PATIENCE_S)
    if process.exitcode is None:
        process.kill()
        process.join()
    out, err = ((notes / name).read_text("utf-8", "replace") for name in ("out", "err"))
    return Ran(process.exitcode or 0, out, err)


def ran(command: Command, folder: Path, most_bytes: int = 0) -> Ran:
    """The command, to its end."""
    notes = notes_of(folder)
    return ended(begun(command, folder, notes, most_bytes), notes)


def watched(command: Command, folder: Path, under: tuple[str, ...]) -> Ran:
    """The command, to its end, begun by another program that watches it."""
    child = ["-W", "ignore", "-m", "tests.faults.campaign.child", str(notes_of(folder)), "0"]
    done = subprocess.run(
        [*under, sys.executable, *child, *typed(command, folder)],
        cwd=ROOT, capture_output=True, text=True, errors="replace", timeout=PATIENCE_S,
        stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)


def notes_of(folder: Path) -> Path:
    """Where a command on a scene's folder leaves its notes: no fault of a disk meets them."""
    notes = NOTES / folder.name
    notes.mkdir(parents=True, exist_ok=True)
    return notes


@cache
def scene(command: Command, place: Path) -> Scene:
    """The scene of a command, made once by each process."""
    before, after = filled(place), place / f"after-{command.name}"
    shutil.rmtree(after, ignore_errors=True)
    shutil.copytree(before, after)
    process = begun(command, after, notes_of(after))
    began = time.monotonic()
    done = ended(process, notes_of(after))
    if done.status:
        raise RuntimeError(f"fonds {command.name} fails without any fault: {done.err}")
    took_s = max(0.02, time.monotonic() - began)
    return Scene(command, before, state(before), state(after), took_s)


@cache
def filled(place: Path) -> Path:
    """The folder with which all scenes of a process begin."""
    fill(place / "before")
    return place / "before"


def fill(folder: Path) -> None:
    """An archive with an index, and pages beside it that are not in it yet."""
    folder.mkdir(parents=True)
    pages = [item for item in items() if isinstance(item, Capture)]
    for name, some in (("old", pages[:OLD_PAGES]), ("new", pages[OLD_PAGES:])):
        lines = [json.dumps({"url": one.url, "text": one.body.decode()}) for one in some]
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n")
    done = ran(Command("ingest", ("ingest", "{beside}/old.jsonl")), folder)
    if done.status:
        raise RuntimeError(f"the archive of the campaign cannot be made: {done.err}")
    (folder / "archive" / "overrides.toml").write_text(ORDERS)


def state(folder: Path) -> State:
    """All that an archive holds. Raise ArchiveError."""
    with Archive.open(folder / "archive") as archive:
        return state_of(archive)


def state_of(archive: Archive) -> State:
    """All that an archive holds: documents as they are read, captures' bytes, refusals."""
    held: State = {}
    for _, document in archive.scan():
        bare = replace(document, group=None)
        held[document.id] = repr((bare, archive.original(document.id).digest))
        held[f"group of {document.id}"] = repr(document.group)
    refused = {f"refused {one.origin}": repr((one.reason, one.mend)) for one in archive.refusals()}
    return held | refused
