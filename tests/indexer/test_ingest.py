"""ingest(): many pages into an archive, in order, in batches; one bad page costs one refusal."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive import Archive
from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.cleaning.profile import NOTHING_KNOWN
from indexer.ingest import ingest, making, rehearse, report, workers
from indexer.ingest.batches import BATCH_PAGES
from indexer.readers import read


def page(number: int, text: str = "The council of Hamilton voted on clinics.") -> Capture:
    body = f"Vote {number}\n\n{text}\n".encode()
    url = f"https://city.example/vote/{number}"
    return Capture(body, "text/plain", url, None, f"pages/{number}.txt")


@pytest.fixture
def archive(tmp_path):
    with Archive.create(tmp_path / "archive") as opened:
        yield opened


def end_with(capture, profile) -> None:
    os._exit(1)


def counts(report) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.same, report.refused


def test_pages_are_taken_in_order_and_the_run_is_kept(archive):
    report = ingest(archive, [page(1), page(2)], command="fonds ingest pages", inputs=["pages"])
    assert counts(report) == (2, 0, 0, 0)
    assert [d.title for _, d in archive.scan()] == ["Vote 1", "Vote 2"]
    (run,) = archive.runs()
    assert (run.id, run.new, run.command, run.inputs) == (
        report.run,
        2,
        "fonds ingest pages",
        ("pages",),
    )
    assert run.finished is not None


def test_the_same_pages_again_change_nothing_and_are_not_prepared(archive, monkeypatch):
    ingest(archive, [page(1), page(2)])
    before = archive.sequence()
    monkeypatch.setattr(making, "prepare", None)
    assert counts(ingest(archive, [page(1), page(2)])) == (0, 0, 2, 0)
    assert archive.sequence() == before


def test_other_bytes_under_a_known_url_are_one_more_capture(archive):
    ingest(archive, [page(1)])
    report = ingest(archive, [page(1, "The council of Hamilton voted again, on schools.")])
    assert counts(report) == (0, 1, 0, 0)
    assert len(archive.history(page(1).document_id)) == 2


def test_old_bytes_that_are_back_become_current_again(archive):
    versions = [page(1), page(1, "Changed meanwhile."), page(1)]
    for year, version in zip((2015, 2016, 2017), versions, strict=True):
        ingest(archive, [replace(version, captured=datetime(year, 1, 1, tzinfo=UTC))])
    assert "Hamilton" in archive.get(page(1).document_id).text


def test_two_saved_versions_of_a_page_without_times_settle_at_once(archive):
    versions = [page(1), page(1, "Changed meanwhile.")]
    assert counts(ingest(archive, versions)) == (1, 1, 0, 0)
    assert counts(ingest(archive, versions)) == (0, 0, 2, 0)


def test_refused_and_passed_over_files_are_counted_and_kept(archive):
    items = [
        Refused("a.png", "It is a PNG image.", "Leave it out."),
        PassedOver("README.md", "It is about the folder."),
        Capture(b"...", "text/plain", None, None, "dots.txt"),
        page(1),
    ]
    report = ingest(archive, items)
    assert (counts(report), report.passed_over) == ((1, 0, 0, 2), 1)
    assert [refused.origin for refused in report.refusals] == ["a.png", "dots.txt"]
    assert [refusal.origin for refusal in archive.refusals()] == ["a.png", "dots.txt"]


def test_a_fault_in_preparing_one_page_is_its_refusal_and_the_rest_goes_on(archive, monkeypatch):
    prepare = making.prepare

    def faulty(capture, *, profile):
        if capture.origin == "pages/2.txt":
            raise ZeroDivisionError("a fault")
        return prepare(capture, profile=profile)

    monkeypatch.setattr(making, "prepare", faulty)
    report = ingest(archive, [page(1), page(2), page(3)])
    assert counts(report) == (2, 0, 0, 1)
    assert "ZeroDivisionError: a fault" in report.refusals[0].reason
    assert report.refusals[0].digest == page(2).digest


def test_a_disk_that_is_full_is_the_fault_of_no_page(archive, monkeypatch):
    def full(capture, *, profile):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making, "prepare", full)
    with pytest.raises(OSError, match="No space left"):
        ingest(archive, [page(1)])
    assert archive.refusals() == ()


def test_ctrl_c_keeps_whole_batches_and_the_same_again_goes_on(archive):
    def interrupted():
        for number in range(BATCH_PAGES + 5):
            yield page(number)
        raise KeyboardInterrupt

    report = ingest(archive, interrupted())
    assert report.interrupted
    assert report.new == BATCH_PAGES
    again = ingest(archive, map(page, range(BATCH_PAGES + 10)))
    assert counts(again) == (10, 0, BATCH_PAGES, 0)


def test_a_fault_of_a_reader_keeps_the_batches_before_it(archive):
    def broken():
        yield from map(page, range(BATCH_PAGES))
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        ingest(archive, broken())
    assert archive.stats().documents == BATCH_PAGES


def test_progress_is_told_after_each_page_in_order(archive):
    told = []
    ingest(archive, [page(1), page(2)], progress=lambda *step: told.append(step))
    assert told == [(1, 0, "pages/1.txt"), (2, 0, "pages/2.txt")]


def test_a_report_counts_every_reason_and_holds_the_first_refusals_alone(archive, monkeypatch):
    monkeypatch.setattr(report, "MOST_KEPT", 3)
    many = [Refused(f"{n}.png", "It is an image.", "Leave it out.") for n in range(5)]
    others = [PassedOver(f"{n}.md", f"Reason {n}.") for n in range(5)]
    told = ingest(archive, [*many, *others])
    assert (told.refused, len(told.refusals), told.refused_for) == (5, 3, (("It is an image.", 5),))
    assert (told.passed_over, len(told.passed)) == (5, 3)
    assert dict(told.passed_for) == {
        "Reason 0.": 1,
        "Reason 1.": 1,
        "Reason 2.": 1,
        report.OTHER: 2,
    }
    assert len(archive.refusals()) == 5


def test_workers_make_the_same_archive_as_one_process(tmp_path):
    items = [*map(page, range(6)), Refused("x", "r", "m"), page(3), page(2, "Changed.")]
    kept = []
    for jobs in (1, 2):
        with Archive.create(tmp_path / str(jobs)) as archive:
            report = ingest(archive, items, jobs=jobs)
            kept.append((counts(report), [document for _, document in archive.scan()]))
    assert kept[0] == kept[1]
    assert kept[0][0] == (6, 1, 1, 1)


def test_a_page_that_ends_its_worker_costs_one_refusal(monkeypatch):
    # The end of a worker is played by a pool of which every process dies at once.
    monkeypatch.setattr(workers, "make_apart", end_with)
    refused = workers.make_alone(page(1), NOTHING_KNOWN).result
    assert isinstance(refused, Refused)
    assert "ended the worker" in refused.reason


def test_a_rehearsal_tells_the_same_and_writes_nothing(archive):
    ingest(archive, [page(1), page(2)])
    before = archive.sequence(), archive.runs()
    items = [page(1), page(2, "Changed."), page(3), page(3), Refused("x", "r", "m")]
    report = rehearse(archive, items)
    assert counts(report) == (1, 1, 2, 1)
    assert report.run is None
    assert (archive.sequence(), archive.runs()) == before
    assert counts(ingest(archive, items)) == counts(report)


def test_a_rehearsal_needs_no_archive():
    assert counts(rehearse(None, [page(1), page(1), page(1, "Changed.")])) == (1, 1, 1, 0)


def test_a_folder_with_bad_files_gives_the_good_ones(archive, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text("Council voted in Hamilton.")
    (folder / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "README.md").write_text("About.")
    Path(folder / "c.txt").write_bytes(
        "Le conseil a voté à Montréal, l’été dernier.".encode("cp1252")
    )
    report = ingest(archive, read([folder]))
    assert (counts(report), report.passed_over) == ((2, 0, 0, 1), 1)
