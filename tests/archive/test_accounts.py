from datetime import date

import pytest

from archive.document import PassedOver, PublicationDate, Refused
from archive.errors import CaptureNotFound, DocumentNotFound
from tests.archive.pages import capture, described, on


def test_a_run_tells_how_many_pages_had_which_fate(archive, run):
    for page in (capture(b"A"), capture(b"A"), capture(b"B")):
        archive.add(run, page, described(page))
    archive.refuse(run, Refused("x.png", "It is a picture.", "Leave it out."))
    archive.pass_over(run, PassedOver("x.css", "It is a style sheet."))
    (open_run,) = archive.runs()
    assert open_run.finished is None
    done = archive.finish_run(run)
    assert (done.new, done.changed, done.same, done.refused, done.passed_over) == (1, 1, 1, 1, 1)
    assert (done.command, done.inputs) == ("fonds ingest pages", ("pages",))
    assert done.finished >= done.started
    assert archive.runs() == (done,)


def test_the_same_refusal_again_is_one_row_with_the_last_run(archive, run):
    refused = Refused("x.png", "It is a picture.", "Leave it out.", 4, "ab" * 32)
    archive.refuse(run, refused)
    later = archive.begin_run("again", [])
    archive.refuse(later, refused)
    archive.refuse(later, Refused("x.png", "It is empty.", "Leave it out.", None, None))
    first, second = archive.refusals()
    assert (first.origin, first.reason, first.mend, first.offset, first.digest) == (
        "x.png",
        "It is a picture.",
        "Leave it out.",
        4,
        "ab" * 32,
    )
    assert (first.run, second.run) == (later, later)
    assert first.first_seen < first.last_seen
    assert archive.stats().refusals == 2


def test_the_figures_say_what_is_held(archive, run):
    dates = [
        PublicationDate(date(2017, 2, 1), date(2017, 2, 1), "dateline"),
        PublicationDate(date(2016, 5, 1), date(2017, 3, 1), "bounded by text"),
        PublicationDate(None, date(2018, 1, 1), "bounded by text"),
        None,
    ]
    sources = ["B", "A", "B", None]
    for n, (day, source) in enumerate(zip(dates, sources, strict=True)):
        page = capture(f"{n}".encode() * 1000, url=f"https://{n}.example")
        archive.add(run, page, described(page, published=day, source=source))
    stats = archive.stats()
    assert (stats.documents, stats.captures, stats.removed_lines) == (4, 4, 8)
    assert (stats.bytes_raw, stats.bytes_stored < 1000) == (4000, True)
    assert stats.languages == (("en", 4),)
    assert (stats.sources, stats.unsourced) == ((("B", 2), ("A", 1)), 1)
    assert (stats.exact_dates, stats.ranged_dates, stats.undated) == (1, 2, 1)
    assert (stats.first_date, stats.last_date) == (date(2016, 5, 1), date(2018, 1, 1))


def test_an_empty_archive_has_figures_too(archive):
    stats = archive.stats()
    assert (stats.documents, stats.captures, stats.removed_lines, stats.bytes_raw) == (0, 0, 0, 0)
    assert (stats.first_date, stats.languages, archive.sequence()) == (None, (), 0)
    assert list(archive.scan()) == list(archive.verify()) == []


@pytest.mark.parametrize("ask", ["get", "history", "original", "removed", "copies"])
def test_asking_for_a_document_that_is_not_there_names_it(archive, ask):
    with pytest.raises(DocumentNotFound, match="0123"):
        getattr(archive, ask)("0123")


def test_asking_for_bytes_that_a_document_never_had_names_them(archive, run):
    page = capture(captured=on(1))
    archive.add(run, page, described(page))
    for ask in (archive.original, archive.removed):
        with pytest.raises(CaptureNotFound, match="abcd"):
            ask(page.document_id, "abcd")
