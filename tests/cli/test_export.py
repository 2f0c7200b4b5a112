"""`fonds export`: everything that a search finds, as files for other programs."""

import csv
import io
import json

import pytest
import rispy

from cli.commands.export import FormName
from indexer.exports import FORMS


def test_the_command_offers_every_form_there_is():
    assert [name.value for name in FormName] == [*(form.name for form in FORMS), "warc"]


def test_export_writes_what_search_finds(fonds, archive):
    found = json.loads(fonds("search", "police", "--json").out)
    ran = fonds("export", "police", "--format", "jsonl")
    assert ran.status == 0
    written = [json.loads(line)["id"] for line in ran.out.splitlines()]
    assert written == [hit["id"] for hit in found["hits"]]
    assert "2 pages written." in ran.err


def test_export_is_narrowed_as_search_is(fonds, archive):
    ran = fonds("export", "--format", "ris", "--year", "2017")
    (record,) = rispy.loads(ran.out)
    assert record["title"] == "Montréal ouvre ses écoles"
    assert record["date"] == "2017/02/20/"


def test_export_writes_a_spreadsheet_into_a_file(fonds, archive, tmp_path):
    path = tmp_path / "found.csv"
    ran = fonds("export", "--format", "csv", "--sort", "oldest", "-o", path)
    assert (ran.status, ran.out) == (0, "")
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    assert [row["published_from"] for row in rows] == ["2014-02-13", "2017-02-20"]


def test_export_of_nothing_is_an_empty_file_and_says_so(fonds, archive):
    ran = fonds("export", "xylophone", "--format", "csl-json")
    assert json.loads(ran.out) == []
    assert "0 pages written." in ran.err


@pytest.mark.parametrize("where", ["no/such/folder/x.csv", "."])
def test_export_tells_where_a_file_cannot_be_written(fonds, archive, tmp_path, where):
    ran = fonds("export", "-o", tmp_path / where)
    assert ran.status == 2
    assert "cannot be written" in ran.err


def test_export_tells_of_a_query_that_cannot_be_read(fonds, archive):
    ran = fonds("export", '"police', "--format", "ris")
    assert ran.status != 0
    assert ran.out == ""
    assert "quot" in ran.err


def test_every_capture_comes_back_as_a_warc(fonds, archive, tmp_path):
    path = tmp_path / "all.warc.gz"
    assert fonds("export", "--format", "warc", "--output", str(path)).status == 0
    assert fonds("ingest", str(path), "--archive", str(tmp_path / "b")).status == 0
    first, second = fonds("stats", "--json"), fonds("stats", "--json", "--archive", tmp_path / "b")
    documents = [json.loads(ran.out)["documents"] for ran in (first, second)]
    assert documents[0] == documents[1] > 0


def test_a_warc_of_what_a_search_finds_has_no_more(fonds, archive, tmp_path):
    path = tmp_path / "some.warc.gz"
    found = json.loads(fonds("search", "police", "--json").out)
    ran = fonds("export", "police", "--format", "warc", "--output", str(path))
    assert ran.status == 0
    assert f"{found['total']} capture" in ran.err
