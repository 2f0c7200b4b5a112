"""reprocess(): every document made again, so that neither order nor history shows."""

import sqlite3
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive import Archive
from archive.capture import Capture
from archive.corrections import Correction
from archive.document import Document
from archive.supplied import SaidBy, supplied_by
from indexer.cleaning.cleaned import JUDGED
from indexer.cleaning.repeated import NAME
from indexer.cleaning.version import CLEANING_VERSION
from indexer.ingest import batches, ingest, making, preparing
from indexer.reprocessing import Amount, reprocess, reprocessing
from tests.indexer.cleaning.judge.test_pieces import statute
from tests.indexer.repeats.pages import ABOVE, BELOW, SITE, lines, story, text

# The package gives its function the name of the module.
judging = sys.modules["indexer.cleaning.judge.judge"]

FIRST = Path(__file__).resolve().parents[2] / "archive" / "golden" / "schema-1.sql"


def page(number: int, *, url: bool = True, html: bool = False) -> Capture:
    own = story(number)
    body = "".join(f"<p>{line}</p>" for line in lines(own)) if html else text(own)
    return Capture(
        body.encode(),
        "text/html" if html else "text/plain",
        f"https://{SITE}/story/{number}" if url else None,
        None,
        f"pages/{number}",
        supplied=supplied_by(SaidBy.COMMAND, source="" if url else "The Alder Post"),
    )


@pytest.fixture
def archive(tmp_path):
    with Archive.create(tmp_path / "archive") as opened:
        yield opened


def documents(archive: Archive) -> dict[str, Document]:
    return {document.id: document for _, document in archive.scan()}


def taken(archive: Archive) -> list[list[str]]:
    found = [document for _, document in archive.scan()]
    return [[line.text for line in one.removed if line.rule == NAME] for one in found]


@pytest.mark.parametrize("form", [{}, {"html": True}, {"url": False}], ids=["text", "html", "name"])
def test_pages_that_came_before_their_source_was_known_are_cleaned_of_its_lines(archive, form):
    ingest(archive, [page(number, **form) for number in range(8)])
    assert taken(archive) == [[]] * 8
    report = reprocess(archive)
    assert (report.documents, report.changed, report.taken) == (8, 8, {NAME: 32})
    assert taken(archive) == [[*ABOVE, *BELOW]] * 8
    assert report.samples[f"taken {NAME}"][0] == ABOVE[0]


def test_pages_that_come_after_are_cleaned_at_once(archive):
    ingest(archive, [page(number) for number in range(8)])
    ingest(archive, [page(8)])
    assert taken(archive) == [[]] * 8 + [[*ABOVE, *BELOW]]


def test_each_batch_of_an_ingest_knows_what_the_batches_before_it_show(archive, monkeypatch):
    monkeypatch.setattr(batches, "BATCH_PAGES", 10)
    ingest(archive, [page(number) for number in range(20)])
    assert taken(archive) == [[]] * 10 + [[*ABOVE, *BELOW]] * 10


def test_the_same_again_changes_nothing(archive):
    ingest(archive, [page(number) for number in range(8)])
    reprocess(archive)
    before = archive.sequence()
    report = reprocess(archive)
    assert (report.documents, report.changed, report.refused) == (8, 0, ())
    assert archive.sequence() == before


def test_the_order_of_ingest_makes_no_difference_after_it(tmp_path):
    pages = [page(number) for number in range(12)]
    made = []
    for name, parts in (("one", [pages]), ("other", [pages[6:], pages[:2], pages[2:]])):
        with Archive.create(tmp_path / name) as archive:
            for batch in parts:
                ingest(archive, batch)
            reprocess(archive)
            made.append(documents(archive))
    assert made[0] == made[1]


def test_workers_make_the_same(tmp_path):
    made = []
    for jobs in (1, 2):
        with Archive.create(tmp_path / str(jobs)) as archive:
            ingest(archive, [page(number, url=number % 2 == 0) for number in range(14)])
            reprocess(archive, jobs=jobs)
            made.append(documents(archive))
    assert made[0] == made[1]


def test_a_dry_run_tells_the_same_and_writes_nothing(archive):
    ingest(archive, [page(number) for number in range(8)])
    before = documents(archive), archive.runs()
    told = reprocess(archive, dry_run=True)
    assert (documents(archive), archive.runs()) == before
    done = reprocess(archive)
    assert told.run is None
    assert replace(told, run=done.run, took_s=done.took_s) == done


def test_a_new_capture_of_a_page_does_not_count_it_twice(archive):
    for year in range(2010, 2022):
        day = datetime(year, 1, 1, tzinfo=UTC)
        again = f"{text(story(1))}\n\nSeen {year}".encode()
        ingest(archive, [replace(page(1), body=again, captured=day)])
    assert reprocess(archive).changed == 0
    assert archive.sources.counts() == ((SITE, 1),)


def test_only_the_source_that_is_named_is_gone_over(archive):
    ingest(archive, [page(number) for number in range(8)])
    ingest(archive, [page(number, url=False) for number in range(20, 28)])
    assert reprocess(archive, source="The Alder Post").documents == 8
    assert reprocess(archive).changed == 8
    assert reprocess(archive, source="nobody.example").documents == 0


def test_corrections_stay_over_what_is_made_again(archive):
    ingest(archive, [page(number) for number in range(8)])
    id = page(3).document_id
    now = datetime(2020, 1, 1, tzinfo=UTC)
    archive.correct(Correction(id, "title", '"Named by hand"', "", "Ann Roy", now))
    reprocess(archive)
    assert archive.get(id).title == "Named by hand"
    assert archive.sources.as_found([id])[0].title != "Named by hand"
    assert reprocess(archive).changed == 0


def test_the_index_hears_of_changed_documents_only(archive):
    ingest(archive, [page(number) for number in range(8)])
    reprocess(archive)
    reached = archive.sequence()
    ingest(archive, [page(9)])
    reprocess(archive)
    assert [document.id for _, document in archive.scan(reached)] == [page(9).document_id]


def test_after_an_interruption_other_orders_begin_anew(archive, monkeypatch):
    ingest(archive, [page(number) for number in range(8)])
    with monkeypatch.context() as patch:
        patch.setattr(reprocessing.Remaker, "is_known", interrupt)
        assert reprocess(archive).interrupted
    order = f'[[override]]\nsource = "{SITE}"\nkeep = "{BELOW[0]}"\n'
    (archive.folder / "overrides.toml").write_text(order, "utf-8")
    assert reprocess(archive).skipped == 0
    assert len(archive.runs()) == 3
    assert taken(archive) == [[*ABOVE, BELOW[1]]] * 8


def test_after_an_interruption_other_rules_of_cleaning_begin_anew(archive, monkeypatch):
    ingest(archive, [page(number) for number in range(8)])
    with monkeypatch.context() as patch:
        patch.setattr(reprocessing.Remaker, "is_known", interrupt)
        patch.setattr(reprocessing, "CLEANING_VERSION", CLEANING_VERSION - 1)
        assert reprocess(archive).interrupted
    assert reprocess(archive).skipped == 0
    assert len(archive.runs()) == 3


def test_lines_that_an_earlier_judge_took_come_back_and_the_report_says_how_many(
    archive, monkeypatch
):
    act = "\n".join(statute("en", 200))
    with monkeypatch.context() as patch:
        patch.setattr(judging, "takes_text", lambda *_: False)
        patch.setattr(judging, "structured_lines", lambda *given: given[-1])
        ingest(archive, [Capture(act.encode(), "text/plain", f"https://{SITE}/act", None, "act")])
    (before,) = documents(archive).values()
    told = reprocess(archive, dry_run=True)
    done = reprocess(archive)
    (after,) = documents(archive).values()
    back = {one.number for one in before.removed} - {one.number for one in after.removed}
    lines_back = [one for one in before.removed if one.number in back]
    assert len(lines_back) > 100
    assert told.comes_back == done.comes_back
    assert done.comes_back == Amount(1, len(lines_back), sum(len(one.text) for one in lines_back))
    assert done.samples[f"given back {JUDGED}"]
    assert reprocess(archive).comes_back == Amount()


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_ctrl_c_keeps_what_is_done_and_the_same_again_goes_on(archive, monkeypatch):
    ingest(archive, [page(number) for number in range(8)])
    made = making.make

    def interrupted(capture, profile):
        if capture.document_id == archive.sources.ids(SITE)[5]:
            raise KeyboardInterrupt
        return made(capture, profile)

    with monkeypatch.context() as patch:
        patch.setattr(preparing, "make", interrupted)
        patch.setattr(batches, "BATCH_PAGES", 5)
        first = reprocess(archive)
    assert (first.interrupted, first.documents, first.changed) == (True, 5, 5)
    told = reprocess(archive, dry_run=True)
    assert (told.run, told.documents, told.changed, told.skipped) == (None, 3, 3, 5)
    second = reprocess(archive)
    assert (second.run, second.documents, second.skipped) == (first.run, 3, 5)
    assert taken(archive) == [[*ABOVE, *BELOW]] * 8
    assert archive.runs()[-1].finished is not None
    assert reprocess(archive).documents == 8


def test_a_page_that_cannot_be_made_today_keeps_its_document(archive, monkeypatch):
    ingest(archive, [page(number) for number in range(3)])
    prepare = making.prepare

    def faulty(capture, *, profile):
        if capture.origin == "pages/1":
            raise ZeroDivisionError("a fault")
        return prepare(capture, profile=profile)

    before = documents(archive)
    monkeypatch.setattr(making, "prepare", faulty)
    report = reprocess(archive)
    assert [refused.origin for refused in report.refused] == ["pages/1"]
    assert documents(archive) == before
    assert archive.refusals()[0].origin == "pages/1"


def test_an_archive_of_the_first_schema_can_be_made_again(tmp_path):
    with sqlite3.connect(tmp_path / "archive.db") as database:
        database.executescript(FIRST.read_text("utf-8"))
    database.close()
    with Archive.open(tmp_path) as archive:
        (before,) = documents(archive).values()
        report = reprocess(archive)
        assert (report.documents, report.refused) == (1, ())
        assert reprocess(archive).changed == 0
        assert archive.get(before.id).title == before.title  # a correction, which stays
        assert list(archive.verify()) == []


def test_it_reads_few_pages_at_a_time(archive, monkeypatch):
    monkeypatch.setattr(reprocessing, "IDS_AT_ONCE", 3)
    ingest(archive, [page(number) for number in range(8)])
    assert reprocess(archive).changed == 8
