"""The house answers as it did: programs, databases and persons find what they found before.

A golden is a file. `make goldens` writes those that changed, and prints how: read that before you
keep it. A new case is a new file with its first line ("$ fonds stats --json") or its request
({"request": "/api/v1/stats"}), or a new line of `exports.txt`; the command writes the rest.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.golden.answers import KINDS, Kind, cases
from tests.golden.small_archive import HERE, House, made
from tests.golden.words import of_case, read

MOST_BYTES = 1_500_000
CHANGED = "`make goldens` writes it anew, where this is meant"


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    """The house with its small archive, made once."""
    with made() as built:
        yield built


@pytest.mark.parametrize(
    ("kind", "name", "path"),
    [pytest.param(*case, id=f"{case[0].name}/{case[1]}") for case in cases()],
)
def test_what_was_told_is_told_again(house: House, kind: Kind, name: str, path: Path) -> None:
    answer = kind.answer(house, path)
    assert answer.text == path.read_bytes().decode("utf-8"), CHANGED
    assert answer.words.told == of_case(kind.words, name), f"{kind.words.name}: {CHANGED}"


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_no_golden_is_left_of_a_case_that_is_gone(kind: Kind) -> None:
    known = kind.cases()
    assert {case for told in read(kind.words).values() for case in told} <= known.keys()
    folders = {path.parent for path in known.values()}
    assert {file.name for folder in folders for file in folder.iterdir()} == known.keys()


def test_every_endpoint_of_the_api_has_a_golden() -> None:
    (told,) = (json.loads(path.read_text("utf-8")) for path in (HERE / "api").glob("openapi.json"))
    asked = [json.loads(path.read_text("utf-8")) for path in (HERE / "api").iterdir()]
    good = [one["request"].partition("?")[0] for one in asked if one["status"] == 200]
    for path in told["body"]["paths"]:
        before, _, after = path.partition("{")
        after = after.partition("}")[2]
        assert any(one.startswith(before) and one.endswith(after) for one in good), path


def test_every_command_has_a_golden() -> None:
    text = (HERE / "words" / "console" / "help.txt").read_text("utf-8")
    names = [line.split()[0] for line in text.partition("Commands:\n")[2].splitlines()]
    folders = (HERE / "making", HERE / "commands", HERE / "words" / "console")
    asked = {file.read_text("utf-8").split()[2] for folder in folders for file in folder.iterdir()}
    # `serve` does not end, and `fetch` needs a server: both have tests of their own.
    assert {*names} - asked == {"serve", "fetch"}


def test_the_goldens_are_small_and_hold_no_path_of_a_machine() -> None:
    folders = ("api", "commands", "exports", "making", "rows", "words")
    files = [file for name in folders for file in (HERE / name).rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < MOST_BYTES
    for file in files:
        text = file.read_text("utf-8")
        assert "/tmp" not in text, file.name
        assert str(HERE.parents[1]) not in text, file.name
