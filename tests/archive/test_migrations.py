import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive import Archive
from archive.errors import ArchiveError, ArchiveTooNew
from archive.store import migrations
from archive.store.migrations import Step
from archive.withdrawals import Order
from indexer.copies.keeping import Groups
from indexer.ingest import ingest
from tests.archive.pages import capture, described

# An archive of schema 1 as SQL, as it was written when that schema was the newest. Never mend it.
FIRST = (Path(__file__).parent / "golden" / "schema-1.sql").read_text("utf-8")

# The same of schema 2, with a story as two papers printed it.
SECOND = (Path(__file__).parent / "golden" / "schema-2.sql").read_text("utf-8")

# The same of schema 3, with three pages of one site, two of them nearly the same.
THIRD = (Path(__file__).parent / "golden" / "schema-3.sql").read_text("utf-8")

# The same of schema 4, in which it was kept what an ingest knew of each source.
FOURTH = (Path(__file__).parent / "golden" / "schema-4.sql").read_text("utf-8")

# The same of schema 5, in which documents and ledgers are sealed.
FIFTH = (Path(__file__).parent / "golden" / "schema-5.sql").read_text("utf-8")

# The same of schema 6, in which what was supplied with a capture names who says it.
SIXTH = (Path(__file__).parent / "golden" / "schema-6.sql").read_text("utf-8")

NEW = (
    "source_pages",
    "source_lines",
    "copy_texts",
    "copy_bands",
    "waiting_texts",
    "source_profiles",
    "withdrawals",
    "withdrawn_digests",
    "withheld",
    "withheld_bodies",
    "backups",
)

NOTE = Step(
    migrations.newest() + 1, "Captures have notes.", ["ALTER TABLE captures ADD COLUMN note TEXT"]
)


@pytest.fixture
def old(folder):
    """The folder of an archive of schema 1 with one page."""
    return made_of(FIRST, folder)


@pytest.fixture
def second(folder):
    """The folder of an archive of schema 2."""
    return made_of(SECOND, folder)


@pytest.fixture
def third(folder):
    """The folder of an archive of schema 3."""
    return made_of(THIRD, folder)


def made_of(script, folder):
    folder.mkdir()
    with sqlite3.connect(folder / "archive.db") as database:
        database.executescript(script)
    database.close()
    return folder


def columns(folder, table):
    with sqlite3.connect(folder / "archive.db") as database:
        found = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    database.close()
    return found


def versions(folder):
    with sqlite3.connect(folder / "archive.db") as database:
        found = [row[0] for row in database.execute("SELECT version FROM schema_versions")]
    database.close()
    return found


def test_an_archive_of_the_first_schema_opens_with_all_that_it_has(old):
    with Archive.open(old) as archive:
        ((number, document),) = archive.scan()
        assert (number, document.title, document.authors) == (2, "Corrected", ("Ann Roy", "Li Wei"))
        assert document.published.quote == "Feb. 1"
        assert archive.original(document.id).body == b"<p>Trees fell.</p>"
        assert [line.rule for line in document.removed] == ["skip-link", "share-bar"]
        assert document.captured == datetime(2017, 2, 1, 12, tzinfo=UTC)
        assert archive.refusals()[0].origin == "x.png"
        assert list(archive.verify()) == []
        page = capture(b"more", url="https://b.example")
        assert archive.add(archive.begin_run("x", []), page, described(page)) == "new"


def test_an_archive_of_the_first_schema_learns_the_source_of_each_page(old):
    with Archive.open(old) as archive:
        ((_, document),) = archive.scan()
        host = document.url.removeprefix("https://").split("/")[0]
        assert archive.sources.counts() == ((host, 1),)
        assert archive.sources.sample(host) == ()


def test_pages_of_an_archive_of_the_second_schema_wait_for_their_groups(second):
    with Archive.open(second) as archive:
        assert len(archive.groups.waiting(10)) == 2
        assert Groups(archive).update() == 2
        first, other = (document for _, document in archive.scan())
        assert first.group == other.group
        assert list(archive.verify()) == []


def test_an_archive_of_the_third_schema_goes_on_taking_pages(third):
    with Archive.open(third) as archive:
        assert archive.sources.counts() == (("alder.example", 3),)
        assert archive.sources.profile("alder.example") is None
        page = capture(b"A fourth page of the ferry company.", url="https://alder.example/4")
        report = ingest(archive, [page])
        assert report.new == 1
        assert archive.sources.profile("alder.example").pages == 3
        assert list(archive.verify()) == []


def test_documents_and_ledgers_of_an_older_archive_are_sealed(folder):
    with Archive.open(made_of(FOURTH, folder)) as archive:
        assert list(archive.verify()) == []
    with sqlite3.connect(folder / "archive.db") as database:
        database.execute("UPDATE documents SET title = 'Other' WHERE url LIKE '%/2'")
        database.execute("UPDATE removed_lines SET reason = 'Other' WHERE capture = 1")
    database.close()
    with Archive.open(folder) as archive:
        assert len(list(archive.verify())) == 2


def test_pages_of_an_archive_of_the_sixth_schema_can_be_withdrawn(folder):
    with Archive.open(made_of(SIXTH, folder)) as archive:
        first, other = (document for _, document in archive.scan())
        order = Order("A court said so.", "ann", datetime(2026, 1, 2, tzinfo=UTC))
        archive.withdrawals.take_out(first.id, order)
        assert [document for _, document in archive.scan()] == [archive.get(other.id)]
        assert archive.withdrawals.backups() == ()


def test_a_new_archive_has_the_same_tables_as_a_migrated_one(old, tmp_path):
    Archive.open(old).close()
    Archive.create(tmp_path / "new").close()
    for table in ("bodies", "captures", "documents", "removed_lines", "corrections", "runs", *NEW):
        assert columns(old, table) == columns(tmp_path / "new", table)


def test_an_older_archive_is_brought_to_the_newest_schema_on_opening(old, monkeypatch):
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, NOTE))
    Archive.open(old).close()
    Archive.open(old).close()
    assert "note" in columns(old, "captures")
    assert versions(old) == [*range(1, NOTE.version + 1)]


def test_a_migration_that_fails_leaves_the_archive_as_it_was(old, monkeypatch):
    broken = Step(NOTE.version + 1, "It cannot work.", ["INSERT INTO nowhere VALUES (1)"])
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, NOTE, broken))
    with pytest.raises(ArchiveError, match="nowhere"):
        Archive.open(old)
    assert "note" not in columns(old, "captures")
    assert versions(old) == [1]


def test_an_archive_of_a_later_schema_is_not_touched(old):
    with sqlite3.connect(old / "archive.db") as database:
        database.execute("INSERT INTO schema_versions VALUES (99, '2030-01-01T00:00:00+00:00')")
    database.close()
    before = (old / "archive.db").read_bytes()
    with pytest.raises(ArchiveTooNew, match=r"schema 99.*later Fonds"):
        Archive.open(old)
    assert (old / "archive.db").read_bytes() == before


def test_steps_follow_each_other_from_version_2():
    assert [step.version for step in migrations.STEPS] == list(range(2, 2 + len(migrations.STEPS)))
