"""What a commit does: replace, count, be seen by others, or not happen at all."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archive.document import Document
from indexer.engine import SearchEngine
from indexer.engines import ENGINES, open_engine
from indexer.errors import EngineUnavailable, IndexBusy
from tests.engine_contract.documents import ident, page
from tests.engine_contract.queries import ask, ids, word


def numbered(count: int, text: str = "city") -> list[Document]:
    return [page(f"n{number}", text) for number in range(count)]


def test_a_document_added_again_replaces_the_one_before(engine: SearchEngine) -> None:
    old = page("one", "old words", source="Old")
    engine.add([old], 1)
    engine.add([replace(old, text="new words", source="New")], 2)
    assert ids(engine, word("old")) == set()
    assert ids(engine, word("new")) == {old.id}
    (facet,) = ask(engine, facets=("source",)).facets
    assert [(row.value, row.count) for row in facet.values] == [("New", 1)]


def test_the_last_of_two_in_one_commit_counts(engine: SearchEngine) -> None:
    assert engine.add([page("one", "first"), page("two"), page("one", "second")], 1) == 2
    assert ids(engine, word("first")) == set()
    assert ids(engine, word("second")) == {ident("one")}


def test_a_document_that_is_gone_is_found_and_counted_no_more(engine: SearchEngine) -> None:
    one, two = page("one", "city", source="A"), page("two", "city", source="B")
    engine.add([one, two], 2)
    engine.add((), 3, [one.id])
    assert engine.reached() == 3
    assert ids(engine, word("city")) == {two.id}
    (facet,) = ask(engine, facets=("source",)).facets
    assert [(row.value, row.count) for row in facet.values] == [("B", 1)]
    engine.add([page("three", "city")], 4, [two.id])
    assert ids(engine, word("city")) == {ident("three")}


def test_a_document_that_went_and_came_back_is_there(engine: SearchEngine) -> None:
    engine.add([page("one", "city"), page("two", "city")], 2)
    engine.add([page("one", "town")], 4, [ident("one"), ident("two"), ident("never")])
    assert ids(engine, word("town")) == {ident("one")}
    assert ids(engine, word("city")) == set()


def test_the_number_reached_is_kept_with_the_commit(engine: SearchEngine) -> None:
    engine.add([page("one")], 7)
    assert engine.reached() == 7
    engine.add((), 9)
    assert engine.reached() == 9


def test_many_small_commits_lose_nothing(real_engine: SearchEngine) -> None:
    for number in range(30):
        real_engine.add([page(f"p{number}", f"city word{number}"), page("same", "again")], number)
    assert ask(real_engine, word("city")).total == 30
    assert ask(real_engine, word("again")).total == 1
    assert all(ask(real_engine, word(f"word{number}")).total == 1 for number in range(30))


def test_a_commit_that_fails_leaves_the_one_before(real_engine: SearchEngine) -> None:
    real_engine.add([page("one", "city")], 1)

    def broken() -> Iterator[Document]:
        yield page("two", "city")
        raise RuntimeError("the archive went away")

    with pytest.raises(RuntimeError):
        real_engine.add(broken(), 2)
    assert (ask(real_engine, word("city")).total, real_engine.reached()) == (1, 1)
    real_engine.add([page("two", "city")], 2)
    assert ask(real_engine, word("city")).total == 2


@pytest.mark.parametrize("name", ENGINES)
def test_an_open_engine_sees_what_another_commits(tmp_path: Path, name: str) -> None:
    writer, reader = open_engine(name, tmp_path), open_engine(name, tmp_path)
    writer.add([page("one", "city")], 1)
    assert (ask(reader, word("city")).total, reader.reached()) == (1, 1)
    writer.add([page("two", "city")], 2)
    assert (ask(reader, word("city")).total, reader.reached()) == (2, 2)


@pytest.mark.parametrize("name", ENGINES)
def test_an_index_is_there_again_when_opened_again(tmp_path: Path, name: str) -> None:
    first = open_engine(name, tmp_path)
    first.add(numbered(3), 3)
    first.close()
    assert ask(open_engine(name, tmp_path), word("city")).total == 3


@pytest.mark.parametrize("name", ENGINES)
def test_a_second_writer_is_told_that_the_index_is_busy(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"indexer.engines.{name}_engine.writing.LOCK_TIMEOUT_S", 0.1)
    one, other = open_engine(name, tmp_path), open_engine(name, tmp_path)

    def meanwhile() -> Iterator[Document]:
        with pytest.raises(IndexBusy, match="Wait"):
            other.add([page("b")], 1)
        yield page("a", "city")

    one.add(meanwhile(), 1)
    assert ask(other, word("city")).total == 1


def test_counts_never_go_back_while_a_writer_commits(real_engine: SearchEngine) -> None:
    seen: list[list[int]] = [[] for _ in range(3)]
    done = threading.Event()
    failures: list[BaseException] = []

    def read(totals: list[int]) -> None:
        try:
            while not done.is_set():
                found = ask(real_engine, word("city"), facets=("language",), limit=5)
                assert sum(row.count for row in found.facets[0].values) == found.total
                totals.append(found.total)
        except BaseException as error:
            failures.append(error)

    readers = [threading.Thread(target=read, args=(totals,)) for totals in seen]
    for reader in readers:
        reader.start()
    for number in range(12):
        real_engine.add([page(f"p{number}", "city"), page("p0", "city")], number)
    done.set()
    for reader in readers:
        reader.join()
    assert not failures
    assert all(totals == sorted(totals) for totals in seen)


def total_or_error(name: str, folder: Path) -> str:
    try:
        found = ask(open_engine(name, folder), word("city"), facets=("language", "year"))
    except EngineUnavailable as error:
        return str(error)
    return str(found.total)


# Whoosh leaves a file open whose content it cannot read.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("damage", ["empty", "cut", "rubbish", "gone"])
def test_damage_is_told_as_such(tmp_path: Path, name: str, damage: str) -> None:
    engine = open_engine(name, tmp_path)
    engine.add(numbered(50, "city of words"), 1)
    engine.close()
    for file in [each for each in tmp_path.rglob("*") if each.is_file() and each.stat().st_size]:
        whole = file.read_bytes()
        if damage == "gone":
            file.unlink()
        else:
            broken = {"empty": b"", "cut": whole[: len(whole) // 2], "rubbish": b"\x80rubbish" * 9}
            put(file, broken[damage])
        outcome = total_or_error(name, tmp_path)
        assert outcome in ("0", "50") or "fonds reindex" in outcome
        put(file, whole)


def put(file: Path, data: bytes) -> None:
    """In the file's place, not into the file: a library's thread may have it mapped into memory."""
    other = file.with_name("other")
    other.write_bytes(data)
    other.replace(file)


@pytest.mark.parametrize("name", ENGINES)
def test_a_vanished_folder_is_told(tmp_path: Path, name: str) -> None:
    engine = open_engine(name, tmp_path / "index")
    for file in (tmp_path / "index").iterdir():
        file.unlink()
    (tmp_path / "index").rmdir()
    with pytest.raises(EngineUnavailable):
        ask(engine, word("city"))
