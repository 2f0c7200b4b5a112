"""Files of an index that are deleted, cut or changed: noticed, made anew, never a wrong answer."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import Archive
from indexer.engine import SearchEngine
from indexer.engines import ENGINES
from indexer.errors import EngineUnavailable, IndexDamaged
from indexer.index import generation, generations_of, open_index, opened, rebuild
from tests.faults.archives import messy_archive, more_pages
from tests.faults.checking import assert_answers_as_the_archive
from tests.faults.duration import long_or

DAMAGES = long_or(30, 2_000)  # for each engine
MOST_BITS = 3

CHECKED_BY_VERIFY_ONLY = "Tantivy reads its own files without their check sums: a check notices"


@pytest.fixture(scope="module", params=list(ENGINES))
def archive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    """An archive whose index has several commits; a copy of the index stands beside it."""
    folder = tmp_path_factory.mktemp("damage") / "archive"
    with messy_archive(folder, seed=4, pages=15) as made:
        rebuild(made, request.param)
        for seed in (5, 6):
            more_pages(made, seed, 6)
            open_index(made).close()
        shutil.copytree(made.folder / "index", made.folder / "whole")
        yield made


def damage(archive: Archive, chance: random.Random) -> Path:
    """Put the whole index back and damage one of its files; return which."""
    shutil.rmtree(archive.folder / "index")
    shutil.copytree(archive.folder / "whole", archive.folder / "index")
    file = chance.choice(files_of(archive))
    data = bytearray(file.read_bytes())
    match chance.randrange(6):
        case 0:
            file.unlink()
        case 1:
            file.write_bytes(data[: chance.randrange(len(data))])
        case 2:
            file.write_bytes(data + bytes(chance.randrange(1, 9)))
        case _:
            for _ in range(chance.randint(1, MOST_BITS)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            file.write_bytes(data)
    return file


def files_of(archive: Archive) -> list[Path]:
    """The files of the index in an order that does not hang on their names, which are random."""
    paths = (archive.folder / "index").rglob("*")
    files = [path for path in paths if path.is_file() and path.stat().st_size]
    return sorted(files, key=lambda path: (path.suffix, path.stat().st_size))


def is_noticed(archive: Archive) -> bool:
    """Whether opening or checking the index that is there finds it unfit."""
    try:
        engine = opened(generations_of(archive))
        if engine is None:
            return True
        engine.check()
        engine.close()
    except IndexDamaged:
        return True
    return False


# Engines leave a file open whose content they cannot read.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.mark.parametrize("number", range(DAMAGES))
def test_damage_is_noticed_or_without_effect(archive: Archive, number: int) -> None:
    damage(archive, random.Random(number))
    noticed, before = is_noticed(archive), generation(archive)
    engine = open_index(archive)
    engine.check()
    assert_answers_as_the_archive(archive, engine, seed=number)
    engine.close()
    assert not noticed or generation(archive) != before, "it was not made anew"


@pytest.mark.parametrize("number", range(DAMAGES // 2))
def test_a_search_of_a_damaged_index_is_right_before_anything_checks_it(
    archive: Archive, number: int
) -> None:
    damage(archive, random.Random(number))
    engine = open_index(archive)
    if engine.name == "tantivy":
        pytest.skip(CHECKED_BY_VERIFY_ONLY)
    assert_answers_as_the_archive(archive, engine, seed=number)
    engine.close()


@pytest.mark.parametrize("number", range(DAMAGES // 5))
def test_damage_under_an_open_index_is_never_a_wrong_answer(archive: Archive, number: int) -> None:
    engine = served_whole(archive)
    if engine.name == "tantivy":
        pytest.skip(CHECKED_BY_VERIFY_ONLY)
    assert_answers_as_the_archive(archive, engine, seed=number)
    damage_in_place(archive, random.Random(number))
    try:
        assert_answers_as_the_archive(archive, engine, seed=number + 1)
    except EngineUnavailable as error:
        assert "anew" in str(error)  # noqa: PT017
    engine.close()


TOCS_DAMAGED = long_or(40, 2_000)


def test_a_damaged_table_of_the_last_commit_is_noticed_before_it_is_read(
    archive: Archive,
) -> None:
    """Whoosh names a commit's segments in pickles, whose damage can raise anything."""
    last = [path for path in files_of(archive) if path.suffix == ".toc"]
    if not last:
        pytest.skip("only Whoosh has one")
    for number in range(TOCS_DAMAGED):
        served_whole(archive).close()
        chance = random.Random(number)
        data = bytearray(last[0].read_bytes())
        begin, length = chance.randrange(len(data)), chance.choice((1, 20))
        for place in range(begin, min(begin + length, len(data))):
            data[place] ^= chance.randrange(1, 256)
        last[0].write_bytes(data[: chance.choice((len(data), begin))])
        assert opened(generations_of(archive)) is None, number


def served_whole(archive: Archive) -> SearchEngine:
    shutil.rmtree(archive.folder / "index")
    shutil.copytree(archive.folder / "whole", archive.folder / "index")
    return open_index(archive)


def damage_in_place(archive: Archive, chance: random.Random) -> None:
    """Change bytes of a file that may be open or mapped into memory."""
    file = chance.choice(files_of(archive))
    with file.open("r+b") as opened_file:
        for _ in range(8):
            place = chance.randrange(file.stat().st_size)
            opened_file.seek(place)
            byte = opened_file.read(1)[0]
            opened_file.seek(place)
            opened_file.write(bytes([byte ^ 1 << chance.randrange(8)]))
