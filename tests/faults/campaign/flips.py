"""Bytes of the archive or of the index change under a server that has them open."""

import random
import shutil
import urllib.error
import urllib.request
from pathlib import Path

from archive import Archive
from archive.errors import ArchiveError
from tests.faults.campaign.commands import COMMANDS, Command
from tests.faults.campaign.outcome import TRACEBACK, Fault, Outcome
from tests.faults.campaign.scene import Scene, ran, scene, state_of
from tests.faults.open_site import Site, site

VERIFY = Command("verify", ("verify",))
MOST_BYTES = 64
MOST_ASKED_DOCUMENTS = 6
# What a person is told: it is there, it was never there, it cannot be had now.
ANSWERS = {200, 301, 302, 400, 404, 410, 422, 503}


def flipped(number: int, place: Path) -> Outcome:
    """One to MOST_BYTES bytes of one file, in one place or all over; then pages are asked for."""
    made, chance = scene(COMMANDS[0], place), random.Random(f"flip {number}")
    folder = made.copy(place / f"try-flip-{number}")
    database = folder / "archive" / "archive.db"
    index = [path for path in (folder / "archive" / "index").rglob("*") if path.stat().st_size]
    index = sorted((path for path in index if path.is_file()), key=lambda path: path.stat().st_size)
    with site(folder / "archive", "--workers", "1") as server:
        asked(server, made)
        file = database if number % 2 else chance.choice(index)
        where = change(file, chance)
        what = f"{file.name}, {where} under a server (try {number})"
        faults = [*answers(server, made, what)]
    said = "".join(server.said)
    if TRACEBACK in said:
        faults.append(Fault("traceback", f"{what}: {said[said.index(TRACEBACK) :][-300:]}"))
    faults += noticed(made, folder, what)
    shutil.rmtree(folder)
    return Outcome(tuple(faults))


def change(file: Path, chance: random.Random) -> str:
    """Change bytes of a file in place, as a failing disk does; tell which."""
    size, count = file.stat().st_size, chance.choice((1, 1, 4, MOST_BYTES))
    begin, together = chance.randrange(size), chance.random() < 0.5
    with file.open("r+b") as opened:
        for number in range(count):
            at = min(begin + number, size - 1) if together else chance.randrange(size)
            opened.seek(at)
            byte = opened.read(1)[0]
            opened.seek(at)
            opened.write(bytes([byte ^ 1 << chance.randrange(8)]))
    return f"{count} bytes {'from' if together else 'all over, first'} {begin} of {size}"


def paths(made: Scene) -> list[str]:
    """What is asked for."""
    ids = [id for id in made.first if " " not in id][:MOST_ASKED_DOCUMENTS]
    searches = ["/", "/?q=council", "/api/v1/search?q=council", "/api/v1/stats", "/export.csv?q="]
    return [*searches, *(f"/doc/{id}" for id in ids), "/methods", "/?q=council"]


def asked(server: Site, made: Scene) -> None:
    """Ask for all once, so that files are open and caches full."""
    for path in paths(made):
        status_of(server, path)


def answers(server: Site, made: Scene, what: str) -> list[Fault]:
    """A fault for each answer that no person can make anything of."""
    faults = []
    for path in paths(made):
        status, text = status_of(server, path)
        if status not in ANSWERS:
            faults.append(Fault("traceback", f"{what}: {path}: status {status} {text[:100]}"))
        if TRACEBACK in text:
            faults.append(Fault("traceback", f"{what}: {path} shows one"))
    return faults


def status_of(server: Site, path: str) -> tuple[int, str]:
    """The status of an answer (0: none came), and its text."""
    try:
        with urllib.request.urlopen(server.address + path, timeout=60) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode("utf-8", "replace")
    except OSError as error:
        return 0, str(error)


def noticed(made: Scene, folder: Path, what: str) -> list[Fault]:
    """A fault where what is read is not what was stored, and `fonds verify` finds all sound."""
    done = ran(VERIFY, folder)
    faults = []
    if TRACEBACK in done.err:
        faults.append(Fault("traceback", f"{what}: fonds verify: {done.err[-200:]}"))
    try:
        with Archive.open(folder / "archive") as archive:
            now = state_of(archive)
    except ArchiveError:
        return faults  # reading says so
    if not done.status and now != made.first:
        wrong = [id for id in made.first if now.get(id) != made.first[id]]
        faults.append(Fault("undetected", f"{what}: {wrong[:3]} read otherwise, verify: sound"))
    return faults
