"""An archive goes over from one engine to another, and back, while it is searched."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import Archive
from archive.settings import FILE_NAME, read_settings
from indexer import index
from indexer.engine import Search, SearchEngine
from indexer.errors import EngineUnavailable, IndexDamaged
from indexer.query.nodes import Word
from tests.indexer.test_index import store


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive") as made:
        yield made


def total(engine: SearchEngine, word: str) -> int:
    return engine.search(Search(Word(word, (0, len(word))), limit=0)).total


def folders(archive: Archive) -> list[str]:
    return sorted(path.name for path in (archive.folder / "index").iterdir() if path.is_dir())


def test_an_open_index_goes_over_with_the_archive_and_back(archive: Archive) -> None:
    store(archive, "one city", "two city")
    serving = index.open_index(archive)
    for name, folder in (("tantivy", "tantivy-2"), ("whoosh", "whoosh-3")):
        assert index.rebuild(archive, name) == 2
        assert (total(serving, "city"), serving.name) == (2, name)
        assert folders(archive) == [folder]


def test_the_engine_is_remembered_and_what_else_is_set_stays(archive: Archive) -> None:
    settings = archive.folder / FILE_NAME
    settings.write_text('# Ours.\ntitle = "Harbour"  # not Fonds\n  "engine"="whoosh"\n', "utf-8")
    index.rebuild(archive, "tantivy")
    assert settings.read_text("utf-8") == (
        '# Ours.\ntitle = "Harbour"  # not Fonds\nengine = "tantivy"\n'
    )
    store(archive, "one city")
    with Archive.open(archive.folder) as again:
        assert (index.open_index(again).name, index.rebuild(again)) == ("tantivy", 1)
    assert folders(archive) == ["tantivy-2"]


@pytest.mark.parametrize("text", [None, "", 'title = "Harbour"'])
def test_settings_without_an_engine_get_one(archive: Archive, text: str | None) -> None:
    settings = archive.folder / FILE_NAME
    settings.unlink()
    if text is not None:
        settings.write_text(text, "utf-8")
    before = read_settings(archive.folder)
    index.rebuild(archive, "tantivy")
    after = read_settings(archive.folder)
    assert (after.engine, after.title) == ("tantivy", before.title)


def test_an_engine_that_there_is_not_changes_nothing(archive: Archive) -> None:
    store(archive, "one city")
    serving = index.open_index(archive)
    with pytest.raises(EngineUnavailable, match="whoosh, tantivy"):
        index.rebuild(archive, "nosuch")
    assert (total(serving, "city"), folders(archive)) == (1, ["whoosh-1"])
    assert read_settings(archive.folder).engine == "whoosh"


def test_searches_go_on_while_an_archive_goes_over(archive: Archive) -> None:
    store(archive, *(f"n{number} city" for number in range(30)))
    serving = index.open_index(archive)
    done, failures = threading.Event(), list[BaseException]()
    seen: set[str] = set()

    def read() -> None:
        try:
            while not done.is_set():
                assert total(serving, "city") == 30
                seen.add(serving.name)
        except BaseException as error:
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for name in ("tantivy", "whoosh", "tantivy"):
        index.rebuild(archive, name)
    done.set()
    for reader in readers:
        reader.join()
    assert not failures
    assert seen >= {"whoosh"}


def test_a_damaged_index_is_made_anew_by_its_own_engine(archive: Archive) -> None:
    store(archive, "one city", "two city")
    index.rebuild(archive, "tantivy")
    index.open_index(archive).close()
    for file in (archive.folder / "index" / "tantivy-1").glob("columns-*"):
        put(file, file.read_bytes()[:-30])
    serving = index.open_index(archive)
    assert (total(serving, "city"), serving.name) == (2, "tantivy")
    assert folders(archive) == ["tantivy-2"]


FOOTER_BYTES = 110  # of Tantivy's files: its version and the check sum


def flip_a_byte(file: Path, share: float) -> None:
    data = bytearray(file.read_bytes())
    data[int((len(data) - FOOTER_BYTES) * share)] ^= 0x10
    put(file, bytes(data))


def put(file: Path, data: bytes) -> None:
    """In the file's place, not into the file: it may be mapped into memory here."""
    other = file.parent.parent / "other"
    other.write_bytes(data)
    other.replace(file)


@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
@pytest.mark.parametrize(
    "pattern", ["columns-*", "*.term", "*.idx", "*.pos", "*.store", "*.fast", "*.fieldnorm"]
)
def test_a_flipped_bit_is_found(archive: Archive, pattern: str, share: float) -> None:
    store(archive, *(f"n{number} city of many words {number}" for number in range(40)))
    index.rebuild(archive, "tantivy")
    engine = index.opened(index.generations_of(archive))
    assert engine is not None
    engine.check()
    for file in (archive.folder / "index" / "tantivy-1").glob(pattern):
        flip_a_byte(file, share)
    with pytest.raises(IndexDamaged, match="fonds reindex"):
        engine.check()
