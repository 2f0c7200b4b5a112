"""The index of an archive on a read-only medium: searched where it is sound, else told."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import Archive
from indexer.engine import Search
from indexer.engines import ENGINES
from indexer.errors import EngineUnavailable
from indexer.index import faults, generation, open_index, rebuild
from tests.archive.read_only import read_only
from tests.faults.archives import messy_archive, more_pages, oracle_of


@pytest.fixture(params=list(ENGINES))
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "archive"
    with messy_archive(folder, seed=1, pages=8) as made:
        rebuild(made, request.param)
    return folder


def test_a_sound_index_that_may_not_be_written_answers(folder: Path) -> None:
    with read_only(folder), Archive.open(folder) as archive:
        before = generation(archive)
        engine = open_index(archive)
        engine.check()
        assert engine.search(Search()).total == oracle_of(archive).search(Search()).total > 0
        assert not faults(archive, engine)
        assert generation(archive) == before
        engine.close()


def test_one_that_is_behind_answers_and_tells_it(folder: Path) -> None:
    with Archive.open(folder) as archive:
        before = oracle_of(archive).search(Search()).total
        more_pages(archive, seed=2, pages=3)
    with read_only(folder), Archive.open(folder) as archive:
        engine = open_index(archive)
        assert engine.search(Search()).total == before
        assert "behind" in faults(archive, engine)[0]
        engine.close()


def test_where_it_is_damaged_the_error_says_that_none_can_be_made_here(folder: Path) -> None:
    for path in (folder / "index").rglob("*"):
        if path.suffix == ".toc" or path.name == "meta.json":
            path.write_bytes(b"damaged")
    with (
        read_only(folder),
        Archive.open(folder) as archive,
        pytest.raises(EngineUnavailable, match="cannot be made here: let the folder"),
    ):
        open_index(archive)


def test_where_there_is_none_it_says_the_same(folder: Path) -> None:
    shutil.rmtree(folder / "index")
    with (
        read_only(folder),
        Archive.open(folder) as archive,
        pytest.raises(EngineUnavailable, match="cannot be made here: let the folder"),
    ):
        open_index(archive)
