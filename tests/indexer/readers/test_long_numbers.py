"""A number of thousands of digits in JSON is told in plain words, with its place and the mend."""

import pytest

from archive.backups.contents import read_contents
from archive.document import Refused
from archive.errors import BadBackup
from archive.long_numbers import long_number
from indexer.errors import UnreadablePath
from indexer.metadata.markup.json_ld import read_json_ld
from indexer.readers import read
from indexer.readers.warc.own import BadField, object_in

LONG = "9" * 5_000
MANIFESTS = {
    "m.json": f'[\n{{"file": "a.html", "title": {LONG}}}]',
    "m.jsonl": f'{{"file": "a.html"}}\n{{"file": "b.html", "title": {LONG}}}\n',
    "m.toml": f"[[page]]\nfile = {LONG}\n",
}


def refusal(path) -> Refused:
    (found,) = [one for one in read([path]) if isinstance(one, Refused)]
    return found


def test_in_json_lines_it_costs_its_line_and_is_told_with_its_character(tmp_path):
    path = tmp_path / "pages.jsonl"
    good = '{"text": "Words.", "url": "https://a.example/"}'
    path.write_text(f'{good}\n{{"text": "é", "n": {LONG}}}\n{good}\n', "utf-8")
    found = refusal(path)
    assert found.reason == "The number at character 20 has more than 4,300 digits."
    assert found.mend == "Write it between quotes, as text, or delete it."
    assert path.read_bytes()[found.offset :].startswith(b"999")
    assert len(list(read([path]))) == 3


def test_in_an_array_it_is_told_with_its_byte(tmp_path):
    path = tmp_path / "pages.json"
    path.write_text(f'[\n  {{"text": "Words."}},\n  {{"text": "é",\n "n": -{LONG}}}]', "utf-8")
    found = refusal(path)
    assert found.reason == "A number in it has more than 4,300 digits."
    assert found.mend == "Write it between quotes, as text, or delete it."
    assert path.read_bytes()[found.offset :].startswith(b"-999")


@pytest.mark.parametrize("name", MANIFESTS)
def test_in_a_manifest_it_is_told_with_its_line(tmp_path, name):
    path = tmp_path / name
    path.write_text(MANIFESTS[name], "utf-8")
    with pytest.raises(UnreadablePath) as told:
        list(read([], manifest=path))
    assert f"{name}:2: a number has more than 4,300 digits; write it between quotes" in str(
        told.value
    )
    assert "set_int_max" not in str(told.value)


def test_in_a_warc_field_or_a_backup_it_is_told_as_well():
    with pytest.raises(BadField, match=r"A number in its Fonds-Capture has more than 4,300 digits"):
        object_in(f'{{"url": {LONG}}}')
    with pytest.raises(BadBackup, match=r"A number in its backup.json has more than 4,300 digits"):
        read_contents(f'{{"format": {LONG}}}'.encode())


def test_in_linked_data_it_costs_no_other_fact():
    script = f'{{"@type": "NewsArticle", "headline": "A vote", "position": {LONG}}}'
    (found,) = read_json_ld([script])
    assert found.headline == "A vote"


@pytest.mark.parametrize(
    "text",
    [f'{{"n": "{LONG}"}}', f'{{"n": {LONG}.5}}', f'{{"n": {LONG}e5}}', f'{{"n": "a\\"{LONG}"}}'],
)
def test_what_is_no_integer_may_be_as_long(text):
    assert long_number(text) is None
