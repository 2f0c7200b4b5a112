"""What must hold of an archive after a command that was disturbed, and after it is repeated."""

import shutil
from pathlib import Path

from archive import Archive
from archive.backups.restoring import restore
from archive.errors import ArchiveError, DocumentNotFound
from archive.records import Fault as Wrong
from indexer.engine import Search
from indexer.errors import IndexerError
from indexer.index import open_index
from tests.faults.campaign.commands import FINISH, Command
from tests.faults.campaign.outcome import Fault, shown_tracebacks
from tests.faults.campaign.scene import Ran, Scene, notes_of, ran, state, state_of


def faults_after(made: Scene, folder: Path, what: str, done: Ran | None) -> list[Fault]:
    """What is wrong with the archive after a command that was disturbed, and after it is repeated.

    done: how the command ended by itself; None where it was killed
    """
    faults = shown_tracebacks([done.out, done.err], what) if done else []
    try:
        faults += faults_of(made, folder, what, acknowledged=done is not None and not done.status)
    except (ArchiveError, IndexerError, DocumentNotFound) as error:
        return [*faults, Fault("torn", f"{what}: {error}")]
    return faults + repeated(made, folder, what)


def faults_of(made: Scene, folder: Path, what: str, *, acknowledged: bool) -> list[Fault]:
    """What is wrong with it right after."""
    faults: list[Fault] = []
    with Archive.open(folder / "archive") as archive:
        faults += [
            Fault("torn", f"{what}: {wrong}")
            for wrong in archive.verify()
            if not is_unfinished(wrong)
        ]
        now = state_of(archive)
    for id, held in made.first.items():
        if id.startswith("group of"):
            continue  # it hangs on all pages, of which some are as before and others as after
        allowed = {held, made.last.get(id, "gone")}
        if now.get(id, "gone") not in allowed:
            kind = "torn" if id in now else "lost"
            faults.append(Fault(kind, f"{what}: {id} is neither as before nor as after"))
    if gone := sorted(stored(folder) - now.keys()):
        faults.append(Fault("lost", f"{what}: acknowledged and gone: {gone[:3]}"))
    if acknowledged and now != made.last:
        faults.append(Fault("lost", f"{what}: status 0, and it is not done"))
    return faults + left_over(made.command, folder, what)


def stored(folder: Path) -> set[str]:
    """The documents of which an ingest was told that they are safe."""
    file = notes_of(folder) / "stored"
    return set(file.read_text().split()) if file.exists() else set()


def left_over(command: Command, folder: Path, what: str) -> list[Fault]:
    """A file beside the archive that is not whole: who finds it takes it for what it is called."""
    path = folder / command.file
    if not command.file or not path.exists():
        return []
    try:
        restore(path, folder / "restored")
    except ArchiveError as error:
        return [Fault("torn", f"{what}: {path.name} is there and not whole: {error}")]
    shutil.rmtree(folder / "restored")
    path.unlink()
    return []


def repeated(made: Scene, folder: Path, what: str) -> list[Fault]:
    """The same command again, undisturbed, ends as one that ran through, its index with it."""
    faults: list[Fault] = []
    if state(folder) != made.last or made.command.file or made.last == made.first:
        faults += done_again(made.command, folder, f"{what}, again")
    with Archive.open(folder / "archive") as archive:
        if any(map(is_unfinished, archive.verify())):
            faults += done_again(FINISH, folder, f"{what}, finished")
        faults += [Fault("torn", f"{what}, again: {wrong}") for wrong in archive.verify()]
        now = state_of(archive)
        ids = now.keys() | made.last.keys()
        if differing := sorted(id for id in ids if now.get(id) != made.last.get(id)):
            faults.append(Fault("torn", f"{what}, again: not as after one: {differing[:3]}"))
        engine = open_index(archive)
        engine.check()
        if engine.search(Search(limit=0)).total != len([id for id in now if " " not in id]):
            faults.append(Fault("torn", f"{what}: the index has other pages than the archive"))
        engine.close()
    parts = [path.name for path in folder.iterdir() if ".part" in path.name]
    return [*faults, *(Fault("torn", f"{what}: {name} stays behind") for name in parts)]


def done_again(command: Command, folder: Path, what: str) -> list[Fault]:
    """Faults of a command that nothing disturbs."""
    again = ran(command, folder)
    faults = shown_tracebacks([again.out, again.err], what)
    if again.status:
        faults.append(Fault("torn", f"{what}: status {again.status}: {again.err[-200:]}"))
    return faults


def is_unfinished(wrong: Wrong) -> bool:
    """Whether it is a withdrawal that says of itself that something is left to be erased."""
    return "withdraw --finish" in wrong.mend
