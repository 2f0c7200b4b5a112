"""What a reader says of an input that it leaves or refuses is true, is said once, and mends it."""

import gzip
import io
import json
import tarfile

import pytest

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.phrasebook import said
from indexer.readers import read
from indexer.readers.columns import read_mapping

TABLE = "text,date,date\nCouncil voted on Tuesday.,2017,2018\n"
PAGE = b"<html><body><p>Council voted on Tuesday on clinics.</p></body></html>"


def written(folder, name: str, body: bytes):
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(body)
    return folder / name


def in_french(item: Refused | PassedOver) -> bool:
    return said(item.reason, "fr").language == "fr"


def test_a_mapped_column_that_is_not_there_is_the_only_fault_told(tmp_path):
    table = written(tmp_path, "a.csv", b"text,day\nCouncil voted.,2017\n")
    (refused,) = read([table], columns=read_mapping(["date=Nope"]))
    assert refused.reason == 'There is no column "Nope"; its columns are "text", "day".'
    assert in_french(refused)


def test_a_table_with_the_line_ends_of_an_old_macintosh_is_read(tmp_path):
    table = written(tmp_path, "a.csv", b"url,text\rhttps://a.example/1,One.\r,Two.\r")
    assert [item.body for item in read([table])] == [b"One.", b"Two."]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_a_fault_of_json_is_told_in_whole_words(tmp_path, name):
    body = b'{"text": "cut' if name == "a.jsonl" else b'[{"text": "cut'
    (refused,) = read([written(tmp_path, name, body)])
    assert "no JSON: unterminated string" in refused.reason
    assert " at at " not in refused.reason
    assert not refused.reason.endswith(" at.")


def test_a_table_of_pages_in_a_folder_is_refused_for_its_true_fault(tmp_path):
    written(tmp_path / "in", "a.csv", TABLE.encode())
    (refused,) = read([tmp_path / "in"])
    assert isinstance(refused, Refused)
    assert refused.reason == 'The column "date" stands twice.'


def test_a_table_without_header_in_a_folder_is_passed_over_with_the_mend(tmp_path):
    written(tmp_path / "in", "a.csv", b"https://a.example,Council voted.\n,Two.\n")
    (passed,) = read([tmp_path / "in"])
    assert isinstance(passed, PassedOver)
    assert "name the file itself, with --map text=COLUMN" in passed.reason
    assert in_french(passed)


@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_of_records_under_a_name_is_told(tmp_path, indent):
    text = json.dumps({"articles": [{"text": "Council voted."}]}, indent=indent)
    written(tmp_path / "in", "a.json", text.encode())
    (passed,) = read([tmp_path / "in"])
    assert passed.reason.startswith('Its records lie in a list under "articles"')
    assert in_french(passed)


def test_what_is_packed_too_often_is_told_so(tmp_path):
    body = PAGE
    for _ in range(3):
        body = gzip.compress(body)
    assert isinstance(next(read([written(tmp_path, "3.gz", body)])), Capture)
    (refused,) = read([written(tmp_path, "4.gz", gzip.compress(body))])
    assert refused.reason == "It is packed more than 3 times."
    assert in_french(refused)


def test_a_cut_in_a_tar_is_told_once(tmp_path):
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w") as archive:
        for name in ("a.html", "b.html"):
            member = tarfile.TarInfo(name)
            member.size = 50 * len(PAGE)
            archive.addfile(member, io.BytesIO(PAGE * 50))
    second = 512 + 50 * len(PAGE) + -50 * len(PAGE) % 512
    for cut in (second + 600, second + 3_000, second, second + 100):
        items = list(read([written(tmp_path, "a.tar", whole.getvalue()[:cut])]))
        assert [type(item) for item in items] == [Capture, Refused], cut


def test_a_text_that_is_html_as_a_whole_is_read_as_html_and_flagged(tmp_path):
    texts = ["<p>Fish &amp; chips.</p>\n<p>Two.</p>", "<p> is how a paragraph begins."]
    body = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
    markup, text = read([written(tmp_path, "a.jsonl", body)])
    assert (markup.media_type, text.media_type) == ("text/html", "text/plain")
    assert said(markup.supplied.notes[0], "fr").language == "fr"
    assert not text.supplied.notes
