"""The index beside the archive: caught up, rebuilt, switched, served whatever happens."""

import json
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import Archive
from archive.capture import Capture
from archive.document import Document
from indexer import analysis, generations, index
from indexer.bringing_up import bring_up
from indexer.engine import Search, SearchEngine
from indexer.errors import EngineUnavailable, IndexBusy
from indexer.mending import REMADE
from indexer.query.nodes import Word


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive") as made:
        yield made


def store(archive: Archive, *texts: str) -> None:
    """Store pages whose address is their first word."""
    run = archive.begin_run("test", ())
    for text in texts:
        url = f"https://pages.example/{text.split()[0]}"
        capture = Capture(text.encode(), "text/plain", url, None, "test")
        document = Document(
            id=capture.document_id, title="A page", text=text, removed=(), url=url, source=None,
            authors=(), published=None, language="en", places=(), years_mentioned=(),
            captured=None, digest=capture.digest,
        )  # fmt: skip
        archive.add(run, capture, document)
    archive.finish_run(run)


def total(engine: SearchEngine, word: str | None = None) -> int:
    node = None if word is None else Word(word, (0, len(word)))
    return engine.search(Search(node, limit=0)).total


def folders(archive: Archive) -> list[str]:
    return sorted(path.name for path in (archive.folder / "index").iterdir() if path.is_dir())


def test_an_archive_without_an_index_gets_one(archive: Archive) -> None:
    store(archive, "one city", "two city")
    engine = index.open_index(archive)
    assert (total(engine, "city"), engine.reached()) == (2, archive.sequence())
    assert folders(archive) == ["whoosh-1"]


def test_an_empty_archive_has_an_empty_index(archive: Archive) -> None:
    assert total(index.open_index(archive)) == 0


def test_opening_catches_up(archive: Archive) -> None:
    store(archive, "one city")
    index.open_index(archive).close()
    store(archive, "two city", "one town")
    engine = index.open_index(archive)
    assert (total(engine), total(engine, "city"), total(engine, "town")) == (2, 1, 1)
    assert folders(archive) == ["whoosh-1"]


def test_catching_up_tells_how_far_it_is(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = index.open_index(archive)
    store(archive, *(f"n{number} city" for number in range(5)))
    monkeypatch.setattr(index, "BATCH_DOCUMENTS", 2)
    told: list[int] = []
    assert index.catch_up(archive, engine, told.append) == 5
    assert told == [2, 4, 5]
    assert index.catch_up(archive, engine) == 0
    assert index.faults(archive, engine) == ()


def test_an_index_of_other_analysis_is_made_anew(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(archive, "one city")
    index.open_index(archive).close()
    monkeypatch.setattr(generations, "ANALYSIS_VERSION", analysis.ANALYSIS_VERSION + 1)
    assert total(index.open_index(archive), "city") == 1
    assert folders(archive) == ["whoosh-2"]


def test_an_index_made_with_stems_of_before_is_made_anew_and_finds_all_forms(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(archive, "une privilégiée dans la ville pour une nuit est avec nous")
    with monkeypatch.context() as before:
        before.setattr(generations, "ANALYSIS_VERSION", 2)
        before.setattr(analysis, "STEM_WITH", {})
        analysis._STEMS["fr"].clear()
        index.open_index(archive).close()
    analysis._STEMS["fr"].clear()
    assert total(index.open_index(archive), "privilégié") == 1
    assert folders(archive) == ["whoosh-2"]


def test_an_index_of_another_format_is_made_anew_and_not_called_damaged(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    store(archive, "one city")
    index.open_index(archive).close()
    monkeypatch.setattr("indexer.engines.whoosh_engine.schema.FORMAT_VERSION", 99)
    assert total(index.open_index(archive), "city") == 1
    assert folders(archive) == ["whoosh-2"]
    assert "damaged" not in caplog.text


def test_an_index_by_tantivy_of_another_format_is_not_called_damaged(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(archive, "one city")
    index.rebuild(archive, "tantivy")
    assert index.whole(index.generations_of(archive)) is not None
    monkeypatch.setattr("indexer.engines.tantivy_engine.state.FORMAT_VERSION", 99)
    assert index.whole(index.generations_of(archive)) is None


# Whoosh leaves a file open whose content it cannot read.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("pattern", ["*.toc", "*.trm", "*.pst", "*.col"])
@pytest.mark.parametrize("gone", [True, False], ids=["gone", "damaged"])
def test_a_damaged_index_is_made_anew_which_is_told_once(
    archive: Archive, pattern: str, gone: bool, caplog: pytest.LogCaptureFixture
) -> None:
    store(archive, "one city")
    index.open_index(archive).close()
    for file in (archive.folder / "index" / "whoosh-1").glob(pattern):
        if gone:
            file.unlink()
        else:
            file.write_bytes(b"rubbish")
    assert total(index.open_index(archive), "city") == 1
    assert caplog.messages == [REMADE]


def test_an_index_that_was_never_finished_does_not_count(archive: Archive) -> None:
    store(archive, "one city")
    index.open_index(archive).close()
    half = archive.folder / "index" / "whoosh-2"
    shutil.copytree(archive.folder / "index" / "whoosh-1", half)
    (half / generations.MADE).unlink()
    assert total(index.open_index(archive), "city") == 1
    index.rebuild(archive)
    assert folders(archive) == ["whoosh-3"]


def test_an_index_ahead_of_its_archive_is_made_anew(archive: Archive) -> None:
    store(archive, "one city")
    engine = index.open_index(archive)
    engine.add((), 1_000)
    engine.close()
    assert index.open_index(archive).reached() == archive.sequence()


def test_an_open_index_goes_on_in_the_new_generation(archive: Archive) -> None:
    store(archive, "one city")
    serving = index.open_index(archive)
    store(archive, "two city")
    assert total(serving, "city") == 1
    assert index.rebuild(archive) == 2
    assert total(serving, "city") == 2
    assert folders(archive) == ["whoosh-2"]


def test_searches_go_on_while_an_index_is_made(archive: Archive) -> None:
    store(archive, *(f"n{number} city" for number in range(20)))
    serving = index.open_index(archive)
    done = threading.Event()
    totals: list[int] = []
    failures: list[BaseException] = []

    def read() -> None:
        try:
            while not done.is_set():
                totals.append(total(serving, "city"))
        except BaseException as error:
            failures.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(3):
        index.rebuild(archive)
    done.set()
    reader.join()
    assert not failures
    assert set(totals) == {20}


def test_a_rebuild_that_fails_leaves_the_index_as_it_was(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(archive, "one city")
    serving = index.open_index(archive)
    with monkeypatch.context() as patched:
        patched.setattr(index, "index_rest", lambda *_: (_ for _ in ()).throw(RuntimeError("cut")))
        with pytest.raises(RuntimeError):
            index.rebuild(archive)
    assert (total(serving, "city"), folders(archive)) == (1, ["whoosh-1"])


def test_a_busy_index_is_served_as_it_is(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    store(archive, "one city")
    index.open_index(archive).close()
    store(archive, "two city")
    monkeypatch.setattr("indexer.engines.whoosh_engine.writing.LOCK_TIMEOUT_S", 0.1)
    writer = index.open_index(archive)

    def meanwhile() -> Iterator[Document]:
        store(archive, "three city")
        assert total(index.open_index(archive), "city") == 2
        yield from ()

    writer.add(meanwhile(), archive.sequence())


def test_two_makers_do_not_meet(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations, "LOCK_WAIT_S", 0.1)
    made = generations.Generations(archive.folder / "index", ["whoosh"])
    with made.making("whoosh") as folder:
        folder.mkdir()
        with pytest.raises(IndexBusy, match="Wait"):
            index.rebuild(archive)


def test_a_generation_says_what_made_it(archive: Archive) -> None:
    index.open_index(archive)
    made = json.loads((archive.folder / "index" / "whoosh-1" / generations.MADE).read_text())
    assert made == {"analysis_version": analysis.ANALYSIS_VERSION}


def test_an_index_behind_its_archive_is_told(archive: Archive) -> None:
    engine = index.open_index(archive)
    store(archive, "one city")
    assert "1 changes behind" in index.faults(archive, engine)[0]


def flip_a_byte(file: Path, place: int) -> None:
    data = bytearray(file.read_bytes())
    data[place] ^= 0x10
    file.write_bytes(data)


@pytest.mark.parametrize("pattern", ["*.trm", "*.pst", "*.col"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_flipped_bit_is_never_an_answer(archive: Archive, pattern: str, share: float) -> None:
    store(archive, *(f"n{number} city of many words {number}" for number in range(40)))
    index.open_index(archive).close()
    for file in (archive.folder / "index" / "whoosh-1").glob(pattern):
        flip_a_byte(file, int(share * (file.stat().st_size - 1)))
    engine = index.open_index(archive)
    engine.check()
    assert total(engine, "city") == 40
    assert folders(archive) == ["whoosh-2"]


def damage_all_postings(archive: Archive) -> None:
    for file in (archive.folder / "index" / "whoosh-1").glob("*.pst"):
        data = bytearray(file.read_bytes())
        data[: len(data) // 2] = bytes(byte ^ 1 for byte in data[: len(data) // 2])
        file.write_bytes(data)


def test_a_search_that_meets_damage_is_answered_from_a_new_index_and_it_is_told(
    archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    store(archive, "one city")
    index.open_index(archive).close()
    damage_all_postings(archive)
    assert total(index.open_index(archive), "city") == 1
    assert folders(archive) == ["whoosh-2"]
    assert caplog.messages == [REMADE]


def test_who_does_not_wait_is_told_to_ask_again(archive: Archive) -> None:
    store(archive, "one city")
    index.open_index(archive).close()
    damage_all_postings(archive)
    engine = index.open_index(archive, wait=False)
    with pytest.raises(EngineUnavailable, match="being made anew"):
        total(engine, "city")
    for _ in range(100):
        if folders(archive) == ["whoosh-2"]:
            break
        time.sleep(0.05)
    assert total(engine, "city") == 1


def test_who_does_not_wait_is_told_why_no_new_index_can_be_made(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise EngineUnavailable("The disk is full; make room.")

    store(archive, "one city")
    index.open_index(archive).close()
    damage_all_postings(archive)
    monkeypatch.setattr(index, "rebuild", no_room)
    engine = index.open_index(archive, wait=False)
    told = ""
    for _ in range(100):
        with pytest.raises(EngineUnavailable) as caught:
            total(engine, "city")
        told = str(caught.value)
        if "disk is full" in told:
            break
        time.sleep(0.05)
    assert "disk is full" in told


def test_who_brings_a_damaged_index_up_is_told_that_it_was(
    archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    store(archive, "one city")
    index.open_index(archive).close()
    for file in (archive.folder / "index" / "whoosh-1").glob("*.toc"):
        file.unlink()
    bring_up(archive)
    assert caplog.messages == [REMADE]
