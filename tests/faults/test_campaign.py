"""The campaign of faults sees what it looks for, and goes on where it was cut off."""

import sqlite3
from pathlib import Path

import pytest

from tests.faults.campaign.commands import COMMANDS
from tests.faults.campaign.comparing import faults_after
from tests.faults.campaign.growth import Case, Grown, cases, grown
from tests.faults.campaign.kills import killed
from tests.faults.campaign.outcome import Fault, Outcome, Sum, shown_tracebacks
from tests.faults.campaign.rows import KILLS, rows
from tests.faults.campaign.running import turns
from tests.faults.campaign.scene import Ran, notes_of, scene
from tests.faults.campaign.state import State
from tests.faults.campaign.table import table

INGEST = COMMANDS[0]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("campaign")


def test_a_killed_ingest_is_compared_and_nothing_is_wrong(place: Path) -> None:
    assert killed(INGEST, 1, place) == Outcome(())


def test_a_page_that_is_gone_is_seen_and_so_is_one_that_was_only_acknowledged(place: Path) -> None:
    made = scene(INGEST, place)
    folder = made.copy(place / "lossy")
    (notes_of(folder) / "stored").write_text("0123456789abcdef\n")
    database = sqlite3.connect(folder / "archive" / "archive.db")
    database.execute("DELETE FROM documents WHERE id = (SELECT min(id) FROM documents)")
    database.commit()
    database.close()
    kinds = [fault.kind for fault in faults_after(made, folder, "a test", None)]
    assert kinds.count("lost") >= 2


def test_a_command_that_says_it_is_done_and_is_not_is_seen(place: Path) -> None:
    made = scene(INGEST, place)
    folder = made.copy(place / "lying")
    faults = faults_after(made, folder, "a test", Ran(0, "", ""))
    assert [fault.kind for fault in faults] == ["lost"]


def test_a_traceback_is_seen() -> None:
    text = "Traceback (most recent call last):\n  …\nValueError: x\n"
    (fault,) = shown_tracebacks(["sound", text], "a test")
    assert fault == Fault("traceback", "a test: ValueError: x")


def test_work_that_grows_with_the_square_is_seen_and_work_that_does_not_is_not() -> None:
    assert Grown("square", (0.1, 0.4, 1.6)).is_fault
    assert not Grown("line", (0.15, 0.3, 0.6)).is_fault
    assert Grown("slow", (0.5, 1.0, 2.0)).is_fault
    assert not grown(Case("line", lambda n: "a" * n, len)).is_fault
    assert len({case.name for case in cases()}) == len(list(cases()))


def test_every_command_is_killed_and_there_are_300_kills() -> None:
    kills = [row for row in rows() if row.group == "kills"]
    assert [row.name for row in kills] == [f"kill of {command.name}" for command in COMMANDS]
    assert sum(row.count for row in kills) == KILLS


def test_a_campaign_goes_on_where_it_was_and_begins_anew_for_another_version(
    tmp_path: Path,
) -> None:
    file = tmp_path / "state.json"
    state = State(file, "one")
    row = rows()[0]
    state.of(row.name).add(Outcome((Fault("lost", "a page"),)))
    state.keep()
    assert State(file, "one").of(row.name) == Sum(1, 1, "", [Fault("lost", "a page")])
    assert [number for _, number in turns([row], State(file, "one"))] == [*range(1, row.count)]
    assert State(file, "another").of(row.name) == Sum()
    assert f"| {row.name} | 1 | 1 | 0 | 0 | 0 | 0 |" in table([row], state)
