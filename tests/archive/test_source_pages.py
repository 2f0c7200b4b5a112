"""The pages of each source, and the sample of their lines."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from archive import Archive
from archive.errors import ArchiveError
from archive.page_lines import PageLines, source_of
from archive.store import sources
from tests.archive.pages import capture, described, on


@pytest.fixture
def archive(tmp_path):
    with Archive.create(tmp_path / "archive") as opened:
        yield opened


def page(number: int):
    return capture(f"<p>Trees fell {number}.</p>".encode(), url=f"https://www.a.example/{number}")


def lines(number: int, source: str = "a.example") -> PageLines:
    return PageLines(source, f"lines of {number}".encode())


def add(archive: Archive, *numbers: int) -> None:
    run = archive.begin_run("fonds ingest", [])
    with archive.batch():
        for number in numbers:
            archive.add(run, page(number), described(page(number)), lines(number))


def test_a_source_is_a_host_else_what_is_stated_else_none():
    assert source_of("https://WWW.A.example:80/x", "The Daily") == "a.example"
    assert source_of("http://xn--montral-fya.example/", None) == "montréal.example"
    assert source_of(None, " The  Daily ") == "The Daily"
    assert source_of("mailto:a@b.example", None) == ""
    assert source_of("http://[broken", "The Daily") == "The Daily"
    assert source_of(None, None) == ""


def test_pages_are_counted_by_source(archive):
    add(archive, 1, 2)
    other = capture(b"x", url=None)
    archive.add(archive.begin_run("x", []), other, described(other))
    assert archive.sources.counts() == (("", 1), ("a.example", 2))
    assert archive.sources.count("a.example") == 2


def test_the_sample_of_a_source_is_bounded_and_the_same_in_any_order(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "SAMPLE_PAGES", 4)
    monkeypatch.setattr(sources, "SAMPLE", sources.SAMPLE.limit(4))
    monkeypatch.setattr(sources, "LAST_OF_SAMPLE", sources.LAST_OF_SAMPLE.offset(3))
    kept = []
    for name, numbers in (("one", range(20)), ("other", reversed(range(20)))):
        with Archive.create(tmp_path / name) as archive:
            for number in numbers:
                add(archive, number)
            kept.append(archive.sources.sample("a.example"))
        with closing(sqlite3.connect(tmp_path / name / "archive.db")) as database:
            rows = database.execute("SELECT lines FROM source_lines").fetchall()
        assert {lines for (lines,) in rows} == set(kept[-1])
    assert kept[0] == kept[1]
    assert len(kept[0]) == 4


def test_another_capture_of_a_page_replaces_its_lines(archive):
    add(archive, 1, 2)
    run = archive.begin_run("x", [])
    again = replace(page(1), body=b"<p>Again.</p>", captured=on(3))
    archive.add(run, again, described(again), lines(99))
    assert set(archive.sources.sample("a.example")) == {b"lines of 99", b"lines of 2"}
    older = replace(page(1), body=b"<p>Older.</p>", captured=on(1))
    archive.add(run, older, described(older), lines(1))
    assert set(archive.sources.sample("a.example")) == {b"lines of 99", b"lines of 2"}


def test_the_same_page_again_does_not_count_twice(archive):
    add(archive, 1, 1, 1)
    add(archive, 1)
    assert archive.sources.sample("a.example") == (b"lines of 1",)


def test_lines_are_kept_with_their_batch_or_not_at_all(archive):
    def fail():
        with archive.batch():
            add(archive, 1)
            raise ArchiveError("no")

    with pytest.raises(ArchiveError):
        fail()
    assert archive.sources.sample("a.example") == ()
    assert archive.sources.counts() == ()


def test_a_document_made_again_is_replaced_where_it_differs(archive):
    add(archive, 1, 2)
    run = archive.begin_run("fonds reprocess", [])
    before = archive.sequence()
    made = described(page(1))
    assert archive.sources.remake(run, made, lines(1)) == "same"
    assert archive.sequence() == before
    assert archive.sources.remake(run, replace(made, text="Felled.", removed=()), lines(1)) == (
        "changed"
    )
    assert archive.get(made.id).text == "Felled."
    assert archive.removed(made.id) == ()
    assert archive.sequence() == before + 1
    assert archive.sources.ids("a.example", not_in=run) == [page(2).document_id]
    assert (archive.finish_run(run).changed, list(archive.verify())) == (1, [])


def test_where_only_reasons_differ_they_are_replaced_and_nobody_hears_of_it(archive):
    add(archive, 1)
    run = archive.begin_run("fonds reprocess", [])
    made = described(page(1))
    other = tuple(replace(line, reason="Because.", score=0.1) for line in made.removed)
    before = archive.sequence()
    assert archive.sources.remake(run, replace(made, removed=other), lines(1)) == "same"
    assert archive.sequence() == before
    assert archive.removed(made.id) == other


def test_a_document_that_another_capture_describes_by_now_is_left(archive):
    add(archive, 1)
    late = replace(described(page(1)), digest="0" * 64, title="Late")
    assert archive.sources.remake(archive.begin_run("x", []), late, lines(1)) == "same"
    assert archive.get(late.id).title != "Late"
