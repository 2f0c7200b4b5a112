"""An index that has what the archive has not tells that changes were lost."""

import logging
from pathlib import Path

import pytest

from archive import Archive
from cli.main import run
from indexer import index
from indexer.bringing_up import bring_up
from tests.indexer.test_index import store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive whose write-ahead log was removed after a commit, as a careless copy does."""
    made = tmp_path / "archive"
    with Archive.create(made) as archive:
        store(archive, "one city")
    whole = (made / "archive.db").read_bytes()
    with Archive.open(made) as archive:
        store(archive, "two city", "three city")
        index.open_index(archive).close()
    (made / "archive.db").write_bytes(whole)
    return made


def test_verify_names_it_and_the_remedy(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--archive", str(folder), "verify"]) == 1
    said = capsys.readouterr().out
    assert "the index had come to change 3, and the archive ends at 1" in said
    assert "restore a later backup" in said


@pytest.mark.parametrize("opens", [index.open_index, bring_up])
def test_it_is_said_before_the_index_is_made_anew(
    folder: Path, opens, caplog: pytest.LogCaptureFixture
) -> None:
    with Archive.open(folder) as archive, caplog.at_level(logging.WARNING):
        opens(archive)
        assert "what came in last is gone" in caplog.text
        assert index.generation(archive).number == 2
