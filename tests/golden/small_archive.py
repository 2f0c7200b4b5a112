"""The archive of the goldens: made from `inputs/` by the commands in `making/`, step by step."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, chdir, closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock
from zoneinfo import ZoneInfo

import time_machine
from flask import Flask
from flask.testing import FlaskClient

from archive import Archive
from indexer.index import open_index
from indexer.metadata.places import gazetteer
from indexer.search import Searcher
from tests.golden.console import Ran, ran
from webui import create_app

HERE = Path(__file__).parent
ARCHIVE = "archive"
# An archive of an older schema, which is brought to today's when it is first opened.
OLD = "old"
OLD_SCRIPT = HERE.parent / "archive" / "golden" / "schema-5.sql"

# The first step is made at this moment, each later one an hour after the one before.
BEGUN = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
READ = BEGUN + timedelta(days=30)

SURROUNDINGS = {
    "COLUMNS": "100",
    "FONDS_ARCHIVE": ARCHIVE,
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "LOGNAME": "archivist",
    "NO_COLOR": "1",
}
UNWANTED = ("FONDS_UI", "FORCE_COLOR", "LANGUAGE", "TERM")

# How cases call documents; an id is the digest of an address, so it stays.
NAMES: Mapping[str, str] = {
    "arena": "d990c56339a27f8d",
    "bridge": "6f18fa43e1e79777",
    "clinic": "e50f46ecced35024",
    "court": "4da1ec213248a36c",
    "crew": "65664e18a8119562",
    "ecoles": "c8a7e3759449652b",
    "embargo": "e8059d93e637647c",
    "ferry": "3a993e3dd35bfd97",
    "kept": "baea199da6e974d1",
    "menu": "34479b169487b479",
    "minutes": "ba8312f2326276aa",
    "report": "c5d142d5a30f6126",
    "reprint": "78354f71e261ed35",
    "shelter": "a9e2cf86b591b624",
}


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """The clock stands, in UTC."""
    with time_machine.travel(moment.astimezone(ZoneInfo("UTC")), tick=False):
        yield


@dataclass
class House:
    """The archive, and what each step of its making told, by the name of the step."""

    folder: Path
    opened: ExitStack
    steps: dict[str, Ran] = field(default_factory=dict)
    sites: dict[str, Flask] = field(default_factory=dict)

    @contextmanager
    def entered(self, moment: datetime = READ) -> Iterator[None]:
        """Inside its folder, at a moment, wherever and in whatever language the machine is."""
        with ExitStack() as stack:
            stack.enter_context(mock.patch.dict(os.environ, SURROUNDINGS))
            for name in UNWANTED:
                os.environ.pop(name, None)
            stack.enter_context(chdir(self.folder))
            stack.enter_context(at(moment))
            yield

    @contextmanager
    def site(self, of: str = ARCHIVE) -> Iterator[FlaskClient]:
        """A reader of the site of an archive in the folder, which is opened once."""
        with self.entered():
            if of not in self.sites:
                archive = self.opened.enter_context(Archive.open(Path(of)))
                engine = self.opened.enter_context(closing(open_index(archive)))
                self.sites[of] = create_app(Searcher(archive, engine), archive)
            yield self.sites[of].test_client()


def steps() -> list[Path]:
    """The steps of the making, in their order."""
    return sorted((HERE / "making").glob("*.txt"))


def command_of(path: Path) -> str:
    """The command of a golden of the command line: its first line, "$ fonds stats"."""
    return path.read_text("utf-8").partition("\n")[0]


def make_old(folder: Path) -> None:
    """Lay an older archive down, as a dump of its database tells it."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / "archive.db")) as database:
        database.executescript(OLD_SCRIPT.read_text("utf-8"))


@contextmanager
def made() -> Iterator[House]:
    """The house, made anew in a folder of its own that goes with the block."""
    gazetteer()  # its making is told once on a machine, and would be told here
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        house = House(Path(folder).resolve(), opened)
        shutil.copytree(HERE / "inputs", house.folder, dirs_exist_ok=True)
        make_old(house.folder / OLD)
        with house.entered(BEGUN):
            Archive.open(Path(OLD)).close()
        for number, step in enumerate(steps()):
            with house.entered(BEGUN + timedelta(hours=number)):
                house.steps[step.stem] = ran(command_of(step).format_map(NAMES))
        yield house
