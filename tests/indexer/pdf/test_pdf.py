"""PDFs become pages: their paragraphs, what they state of themselves, and why some have no text."""

import os
import signal
import subprocess
import sys
from datetime import date

import pytest

from archive.capture import Capture
from archive.document import Document, Refused
from indexer import prepare
from indexer.pdf import process
from indexer.pdf.process import read_pdf
from indexer.pdf.properties import author_in, day_of, title_in
from indexer.pdf.text import PdfText
from indexer.readers import read
from indexer.readers.contents import Unfit
from tests.indexer.pdf.made import LOCKED, pdf_of

WIDE = "The council of Alder voted late on Tuesday to close the road by the river for the winter,"
PAGE = ["A vote at night", "", WIDE, "and nobody objected.", "", "", WIDE, "Again."]
INFO = "/Title (A vote at night) /Author (Ann Roy) /CreationDate (D:20170220143000Z)"


def made(body: bytes, tmp_path) -> Document | Refused:
    path = tmp_path / "page.pdf"
    path.write_bytes(body)
    (item,) = read([path])
    assert isinstance(item, Capture)
    assert (item.media_type, item.body) == ("application/pdf", body)
    return prepare(item)


def test_lines_become_paragraphs():
    read = read_pdf(pdf_of(PAGE))
    assert isinstance(read, PdfText)
    assert read.text == f"A vote at night\n\n{WIDE} and nobody objected.\n\n{WIDE} Again."


def test_letters_with_accents_and_signs_are_read():
    read = read_pdf(pdf_of(["Où est l’œuvre (d’été) de « Zoé » ?"]))
    assert isinstance(read, PdfText)
    assert read.text == "Où est l’œuvre (d’été) de « Zoé » ?"


def test_short_lines_of_a_list_stay_lines():
    read = read_pdf(pdf_of([WIDE, "Roy for", "Wei against", "Day absent"]))
    assert isinstance(read, PdfText)
    assert read.text.endswith("Roy for\nWei against\nDay absent")


def test_what_it_states_of_itself_is_evidence_that_says_so(tmp_path):
    document = made(pdf_of(PAGE, info=INFO), tmp_path)
    found = {one.field: (one.value, one.finder) for one in document.evidence}
    assert found["title"] == ("A vote at night", "PDF properties")
    assert found["author"] == ("Ann Roy", "PDF properties")
    assert found["pages"] == ("1", "PDF")
    assert (document.published.earliest, document.published.latest) == (None, date(2017, 2, 20))
    assert document.published.evidence == "PDF properties"


def test_what_the_archivist_states_wins_over_it(tmp_path):
    (tmp_path / "page.pdf").write_bytes(pdf_of(PAGE, info=INFO))
    manifest = tmp_path / "about.csv"
    manifest.write_text("file,title,date\npage.pdf,Minutes,2016-05-01\n")
    (page,) = read([tmp_path / "page.pdf"], manifest=manifest)
    document = prepare(page)
    assert document.title == "Minutes"
    assert document.published.earliest == date(2016, 5, 1)


def test_a_title_that_its_text_does_not_show_is_left(tmp_path):
    document = made(pdf_of(PAGE, info="/Title (Template of the budget 2009)"), tmp_path)
    assert document.title == "A vote at night"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Microsoft Word - Minutes of May", "Minutes of May"),
        ("minutes_final2.docx", ""),
        ("untitled", ""),
        ("C:\\Users\\me\\draft", ""),
        ("12-3456", ""),
        ("The road by the river", "The road by the river"),
    ],
)
def test_titles_that_programs_write_are_none(written, meant):
    assert title_in(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"), [("jsmith", ""), ("a@b.example", ""), ("Ann Roy", "Ann Roy")]
)
def test_accounts_are_no_authors(written, meant):
    assert author_in(written) == meant


@pytest.mark.parametrize("written", ["", "D:2017", "D:20171399", "D:19040101", 7, "yesterday"])
def test_dates_that_are_none_are_left(written):
    assert day_of(written) is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (pdf_of([]), "no text, only images"),
        (pdf_of(PAGE, encrypt=LOCKED), "encrypted"),
        (b"%PDF-1.4\nnothing of the kind", "damaged"),
        (pdf_of(), "damaged"),
        (pdf_of(PAGE)[:300], "damaged"),
    ],
)
def test_why_there_is_no_text_is_told(tmp_path, body, reason):
    refused = made(body, tmp_path)
    assert isinstance(refused, Refused)
    assert reason in refused.reason
    assert refused.mend


def test_pages_without_text_are_flagged(tmp_path):
    document = made(pdf_of(PAGE, [], PAGE, []), tmp_path)
    assert "pages of the PDF without text, perhaps images: 2, 4" in document.flags


def test_a_pdf_that_ends_the_process_costs_itself_alone(monkeypatch):
    reader = process.Reader()
    try:
        assert isinstance(reader.read(pdf_of(PAGE)), PdfText)
        child = reader._process
        os.kill(child.pid, signal.SIGSTOP)
        monkeypatch.setattr(process, "MAX_S", 0.2)
        assert reader.read(pdf_of(PAGE, PAGE)) == process.TOO_LONG
        monkeypatch.undo()
        assert isinstance(reader.read(pdf_of(PAGE, PAGE, PAGE)), PdfText)
        reader._process.kill()
        reader._process.wait()
        assert isinstance(reader.read(pdf_of(PAGE)), PdfText)
    finally:
        reader.close()


def test_an_endless_pdf_is_ended_by_its_processor_time(monkeypatch):
    code = (
        "import indexer.pdf.child as c, indexer.pdf.extract as e\n"
        "def hang(body):\n    while True: pass\n"
        "e.extracted = hang\nc.MAX_CPU_S = 0\nc.main()\n"
    )
    started = subprocess.Popen

    def with_hang(command, **options):
        return started([sys.executable, "-c", code], **options)

    monkeypatch.setattr(process.subprocess, "Popen", with_hang)
    reader = process.Reader()
    try:
        assert reader.read(pdf_of(PAGE)) == process.TOO_LONG
    finally:
        reader.close()


def test_a_pdf_that_takes_all_memory_is_refused(monkeypatch):
    code = (
        "import indexer.pdf.child as c, indexer.pdf.extract as e\n"
        "e.extracted = lambda body: bytearray(1 << 33)\nc.main()\n"
    )
    started = subprocess.Popen
    monkeypatch.setattr(
        process.subprocess,
        "Popen",
        lambda command, **options: started([sys.executable, "-c", code], **options),
    )
    reader = process.Reader()
    try:
        found = reader.read(pdf_of(PAGE))
    finally:
        reader.close()
    assert isinstance(found, Unfit)
    assert "memory" in found.reason
