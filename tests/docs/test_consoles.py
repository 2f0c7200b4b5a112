"""What the README shows is what the commands print."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs" / "generate"))

import consoles  # noqa: E402  (the generator of the blocks, which lies beside the docs)

README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def as_printed() -> str:
    return consoles.written(README)


def test_every_command_of_the_readme_prints_what_the_readme_shows(as_printed: str) -> None:
    shown, printed = README.splitlines(), as_printed.splitlines()
    assert shown == printed, "run `make docs`"


def test_every_file_that_the_readme_names_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_room_of_the_map_is_there() -> None:
    told = re.findall(r"`([a-z]+/[a-z_/.]*)`", (ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    assert [room for room in told if not (ROOT / room).exists()] == []
