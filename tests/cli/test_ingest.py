"""`fonds ingest`: what a person and a program are told."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.shared_data import shared


@pytest.fixture(autouse=True)
def new_archive(tmp_path, monkeypatch):
    monkeypatch.setenv("FONDS_ARCHIVE", str(tmp_path / "archive"))
    return tmp_path / "archive"


def test_the_first_pages_of_the_project_are_taken_whole(fonds):
    ran = fonds("ingest", shared("seeds"), "--json")
    report = json.loads(ran.out)
    said = [line for line in ran.err.splitlines() if not line.startswith("Reading pages: ")]
    assert (ran.status, said) == (0, [])
    assert (report["documents"], report["refused"], report["refusals"]) == (5, 0, [])
    assert {p["origin"].rpartition("/")[2] for p in report["passed_over"]} == {
        "README.md",
        "expected.json",
    }


def test_the_report_has_its_shape(fonds, pages):
    report = json.loads(fonds("ingest", pages, "--json").out)
    took = report.pop("took_s")
    assert 0 <= took < 60
    assert report == {
        "run": 1,
        "documents": 2,
        "new": 2,
        "changed": 0,
        "same": 0,
        "refused": 0,
        "refusals": [],
        "passed_over": [],
        "not_understood": [],
        "not_understood_count": 0,
        "refused_for": {},
        "passed_over_for": {},
        "dry_run": False,
        "interrupted": False,
    }


def test_the_second_time_it_says_that_nothing_changed(fonds, pages):
    fonds("ingest", pages)
    ran = fonds("ingest", pages)
    assert ran.status == 0
    assert "Nothing changed: 2 pages known already" in ran.out


def test_a_refused_file_is_told_with_its_mend_and_the_status_says_in_part(fonds, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Council voted in Hamilton on clinics.")
    (tmp_path / "in" / "b.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    ran = fonds("ingest", tmp_path / "in")
    assert ran.status == 3
    assert "1 new" in ran.out
    assert "b.html: It is a PNG image, not a page. Fonds takes HTML" in ran.err
    assert "b.html" in fonds("refusals").out
    (refusal,) = json.loads(fonds("refusals", "--json").out)["refusals"]
    assert refusal["reason"] == "It is a PNG image, not a page."


def test_a_dry_run_tells_and_makes_no_archive(fonds, pages, new_archive):
    ran = fonds("ingest", pages, "--dry-run")
    assert ran.status == 0
    assert "Would take 2 pages: 2 new" in ran.out
    assert not new_archive.exists()


def test_a_path_that_is_not_there_is_told_before_anything_is_made(fonds, pages, new_archive):
    ran = fonds("ingest", pages, "/no/such/folder")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "fonds: /no/such/folder: no such file or folder; check the name\n"
    assert not new_archive.exists()


def test_a_fault_in_a_manifest_is_told_before_anything_is_made(fonds, pages, tmp_path, new_archive):
    (tmp_path / "m.csv").write_text("name\nx\n")
    ran = fonds("ingest", pages, "--manifest", tmp_path / "m.csv")
    assert ran.status == 1
    assert 'm.csv:1: unknown column "name"' in ran.err
    assert not new_archive.exists()


def test_the_source_can_be_stated_for_all(fonds, pages):
    fonds("ingest", pages, "--source", "City Desk")
    stats = json.loads(fonds("stats", "--json").out)
    assert stats["sources"] == [{"value": "City Desk", "count": 2}]


def test_without_a_path_it_says_what_to_type(fonds):
    ran = fonds("ingest")
    assert ran.status == 2
    assert "fonds ingest PATH" in ran.err


def test_a_name_that_is_no_utf_8_is_taken_and_shown(fonds, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    with open(os.fsencode(folder) + b"/caf\xe9.png", "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
    ran = fonds("ingest", folder)
    assert ran.status == 3
    assert "caf\\xe9.png" in ran.err


def test_a_variable_that_was_not_set_names_no_folder(fonds, tmp_path):
    ran = fonds("--archive", tmp_path / "a", "ingest", "")
    assert (ran.status, ran.out) == (2, "")
    assert "names no path" in ran.err


def test_stated_facts_that_are_not_understood_are_counted_and_shown(fonds, pages, tmp_path):
    folder = Path(shutil.copytree(pages, tmp_path / "pages"))
    one, other = sorted(path.name for path in folder.iterdir())[:2]
    rows = f"file;date;place\n{one};someday;Nowhereville\n{other};2017;\n"
    table = folder / "m.csv"
    table.write_text(rows, "utf-8")
    for more in (("--dry-run",), ()):
        ran = fonds("ingest", "--manifest", table, *more)
        assert ran.status == 0
        assert "2 stated facts could not be understood:\n  m.csv:2: date “someday” was" in ran.err
    again = json.loads(fonds("ingest", "--manifest", table, "--dry-run", "--json").out)
    assert again["not_understood"] == []


def test_a_bad_cell_that_is_stated_of_two_pages_is_one_bad_cell(fonds, tmp_path):
    pages = [{"text": f"Council voted {count} times.", "date": "hier"} for count in (1, 2)]
    (tmp_path / "two.jsonl").write_text("\n".join(map(json.dumps, pages)), "utf-8")
    table = tmp_path / "m.csv"
    table.write_text("file;place;date\ntwo.jsonl;Nowhereville;someday\n", "utf-8")
    told = json.loads(fonds("ingest", "--manifest", table, "--dry-run", "--json").out)
    assert told["new"] == 2
    assert told["not_understood_count"] == len(told["not_understood"]) == 2
    told = json.loads(fonds("ingest", tmp_path / "two.jsonl", "--dry-run", "--json").out)
    assert told["not_understood_count"] == 2  # a cell of its own in each record


def test_standard_input_is_ingested_and_columns_are_mapped(fonds):
    table = b'{"link": "https://a.example/1", "words": "Council voted on Tuesday in Toronto."}\n'
    ran = fonds("ingest", "-", "--map", "url=link,text=words", "--json", stdin=table)
    report = json.loads(ran.out)
    assert (ran.status, report["new"], report["refused"]) == (0, 1, 0)
    ran = fonds("ingest", "-", "--json", stdin=table)
    (refused,) = json.loads(ran.out)["refusals"]
    assert (ran.status, refused["origin"]) == (3, "standard input#line 1")
    assert "--map" in refused["mend"]


def test_a_mapping_that_means_nothing_ends_before_the_work(fonds, pages):
    ran = fonds("ingest", pages, "--map", "words")
    assert ran.status == 1
    assert "write FACT=COLUMN" in ran.err


def test_the_order_of_day_and_month_can_be_stated(fonds, tmp_path):
    table = tmp_path / "pages.csv"
    table.write_text("text;date\nLe conseil a voté mardi.;03/04/2019\n")
    (told,) = json.loads(fonds("ingest", table, "--dry-run", "--json").out)["not_understood"]
    assert told.endswith("--dates dmy or --dates mdy")
    ran = fonds("ingest", table, "--dates", "dmy", "--json")
    assert json.loads(ran.out)["not_understood"] == []
    assert "2019-04-03" in fonds("search", "conseil", "--json").out


def test_a_line_break_in_a_name_forges_no_line_of_the_report(fonds, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a\n  refused      b.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    for told in (fonds("ingest", folder).err, fonds("refusals").out):
        assert "a\\x0a  refused      b.html" in told
        assert not [line for line in told.splitlines() if line.startswith("  refused      b.html")]


def test_standard_input_has_one_name(fonds):
    table = "text;lang\nLe conseil a voté mardi.;xx\n;fr\n"
    report = json.loads(fonds("ingest", "-", "--json", stdin=table.encode()).out)
    assert report["not_understood"][0].startswith("standard input#2: lang")
    assert report["refusals"][0]["origin"] == "standard input#row 3"
