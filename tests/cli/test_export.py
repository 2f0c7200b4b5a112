"""`fonds export`: everything that a search finds, as files for other programs."""

import csv
import errno
import io
import json
import os
import stat
from dataclasses import replace

import pytest
import rispy

from cli.commands.export import FormName
from cli.written_whole import write_whole
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


def failing(_):
    yield b"the first"
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_an_export_that_fails_midway_leaves_nothing(fonds, archive, tmp_path, monkeypatch):
    broken = replace(FORMS[0], write=lambda found: (one.decode() for one in failing(found)))
    monkeypatch.setattr("indexer.exports.FORMS", (broken,))
    for before in (None, b"of yesterday"):
        path = tmp_path / f"found-{before}.csv"
        if before:
            path.write_bytes(before)
        names = sorted(tmp_path.iterdir())
        ran = fonds("export", "--format", broken.name, "-o", path)
        assert (ran.status, "cannot be written" in ran.err) == (2, True)
        assert sorted(tmp_path.iterdir()) == names
        assert not before or path.read_bytes() == before


def test_an_export_that_is_interrupted_leaves_nothing(tmp_path):
    def pieces():
        yield b"the first"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(pieces(), tmp_path / "found.csv")
    assert list(tmp_path.iterdir()) == []


def test_an_export_through_a_link_writes_what_it_names_with_its_rights(fonds, archive, tmp_path):
    path, link = tmp_path / "found.csv", tmp_path / "link.csv"
    path.write_bytes(b"of yesterday")
    path.chmod(0o640)
    link.symlink_to(path)
    assert fonds("export", "--format", "csv", "-o", link).status == 0
    assert link.is_symlink()
    assert path.read_bytes() != b"of yesterday"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_an_export_into_a_pipe_goes_through_it(fonds, archive):
    read_end, write_end = os.pipe()
    assert fonds("export", "--format", "ris", "-o", f"/dev/fd/{write_end}").status == 0
    os.close(write_end)
    with open(read_end, "rb") as told:
        assert told.read().startswith(b"TY  - ")
