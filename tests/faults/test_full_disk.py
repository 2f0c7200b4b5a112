"""A disk that takes no more: said with its remedy, nothing left behind, nothing lost."""

import errno
import gc
import json
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from archive import Archive
from archive.errors import ArchiveUnwritable
from cli.failing import explain
from cli.main import run
from indexer.bringing_up import bring_up
from indexer.engines import ENGINES
from indexer.engines.disk import remedy
from indexer.engines.tantivy_engine.errors import damage_is_ours as tantivy_errors
from indexer.engines.whoosh_engine.errors import damage_is_ours as whoosh_errors
from indexer.errors import EngineUnavailable, IndexDamaged
from indexer.index import generation, rebuild
from tests.engine_contract.documents import messy_page
from tests.faults.archives import messy_archive, store

resource = pytest.importorskip("resource", reason="only POSIX limits what a process may write")
pytestmark = pytest.mark.skipif(sys.platform == "darwin", reason="its limit is another")


@contextmanager
def full_after(most_bytes: int) -> Iterator[None]:
    """No file may grow beyond so much: the system refuses it as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with messy_archive(tmp_path / "archive", seed=6, pages=40) as made:
        yield made


@pytest.mark.parametrize("most_bytes", [0, 5_000, 60_000])
def test_a_backup_that_does_not_fit_leaves_nothing(archive: Archive, most_bytes: int) -> None:
    place = archive.folder.parent / "backups"
    place.mkdir()
    with full_after(most_bytes), pytest.raises(ArchiveUnwritable, match="free some space") as told:
        archive.backup(place / "all.tar.zst")
    assert "all.tar.zst" in str(told.value)
    assert list(place.iterdir()) == []
    archive.backup(place / "all.tar.zst")
    assert [path.name for path in place.iterdir()] == ["all.tar.zst"]


# Whoosh leaves the files of a commit open that it could not write.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", list(ENGINES))
def test_an_index_that_does_not_fit_stays_as_it_was(archive: Archive, name: str) -> None:
    rebuild(archive, name)
    before = generation(archive)
    store(archive, (messy_page(random.Random(1), f"more{n}") for n in range(300)))
    with full_after(20_000):
        for make in (bring_up, rebuild):
            with pytest.raises(EngineUnavailable, match="free some space") as told:
                make(archive)
            assert "fonds reindex" not in str(told.value)
    assert generation(archive) == before
    del told
    gc.collect()  # those files, here and not in another test
    assert bring_up(archive) == 300


def test_pages_that_do_not_fit_are_said_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "archive"
    chance = random.Random(2)
    words = ["".join(chance.choices("abcdefghijklmnop", k=8)) for _ in range(40_000)]
    pages = tmp_path / "pages.jsonl"
    with pages.open("w") as file:
        for number in range(40):
            text = " ".join(words[number * 1_000 : number * 1_000 + 1_000])
            file.write(json.dumps({"url": f"https://a.example/{number}", "text": text}) + "\n")
    Archive.create(folder).close()
    run(["--archive", str(folder), "ingest", str(pages), "--dry-run"])  # what is unpacked once
    with full_after(150_000):
        status = run(["--archive", str(folder), "ingest", str(pages)])
    said = capsys.readouterr().err
    assert status == 1
    assert "free some space" in said
    assert "Traceback" not in said
    with Archive.open(folder) as archive:
        assert list(archive.verify()) == []
    assert run(["--archive", str(folder), "ingest", str(pages)]) == 0
    with Archive.open(folder) as archive:
        assert archive.stats().documents == 40


def test_a_full_disk_of_temporary_files_is_said_too() -> None:
    failure = explain(OSError(errno.ENOSPC, "No space left on device"))
    assert "free some space" in failure.message
    assert "TMPDIR" in failure.message


@pytest.mark.parametrize("errors", [whoosh_errors, tantivy_errors])
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "free some space"),
        (ValueError("write failed: No space left on device (os error 28)"), "free some space"),
        (ValueError("Permission denied (os error 13)"), "Let the index's folder be"),
        (OSError(24, "Too many open files"), "ulimit"),
    ],
)
def test_what_the_system_refuses_is_no_damage(errors, error: Exception, said: str) -> None:
    with pytest.raises(EngineUnavailable, match=said) as told, errors("write"):
        raise error
    assert not isinstance(told.value, IndexDamaged)
    assert "reindex" not in remedy(error)
