"""A manifest states what is known of files, and its faults are told with their line."""

from datetime import UTC, datetime

import pytest

from archive.document import PassedOver, Refused
from archive.supplied import SaidBy, supplied_by
from indexer.errors import UnreadablePath
from indexer.readers import read


def manifest(folder, text: str, name: str = "manifest.csv"):
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text("A page of text.")
    return tmp_path / "pages"


def test_what_a_row_states_comes_with_the_capture(folder):
    table = manifest(
        folder,
        "url,file,source,date,captured,lang\n"
        '"https://city.example/a?b=1,2",a.txt,"Roy, Ann & Co",Feb. 2017,2020-05-01,en\n',
    )
    found = next(read([folder], source="Else", manifest=table))
    assert found.url == "https://city.example/a?b=1,2"
    assert found.captured == datetime(2020, 5, 1, tzinfo=UTC)
    assert {(one.name, one.value, one.finder) for one in found.supplied.facts} == {
        ("source", "Roy, Ann & Co", "manifest manifest.csv:2"),
        ("date", "Feb. 2017", "manifest manifest.csv:2"),
        ("lang", "en", "manifest manifest.csv:2"),
    }


def test_a_source_that_a_row_does_not_state_is_known_to_come_from_the_command(folder):
    table = manifest(folder, "file,title\na.txt,A vote\n")
    found = next(read([folder], source="Else", manifest=table))
    assert {(one.name, one.value, one.finder) for one in found.supplied.facts} == {
        ("source", "Else", "ingest --source"),
        ("title", "A vote", "manifest manifest.csv:2"),
    }
    bare = manifest(folder, "file,url\na.txt,https://city.example/a\n")
    alone = next(read([folder], source="Else", manifest=bare))
    assert alone.supplied == supplied_by(SaidBy.COMMAND, source="Else")


def test_files_are_found_beside_the_manifest_wherever_it_is_named_from(folder, monkeypatch):
    manifest(folder, "file,title\na.txt,A vote\n")
    monkeypatch.chdir(folder.parent)
    found = next(read([folder], manifest=folder / "manifest.csv"))
    assert found.supplied == supplied_by(SaidBy.MANIFEST, "manifest.csv:2", title="A vote")


def test_without_paths_the_files_of_the_manifest_are_read(folder):
    (found,) = read([], manifest=manifest(folder, "file,title\na.txt,A vote\n"))
    assert found.body == b"A page of text."


def test_a_row_whose_file_is_absent_is_refused_with_its_line(folder):
    table = manifest(folder, "file\na.txt\ngone.txt\n")
    *_, last = read([folder], manifest=table)
    assert isinstance(last, Refused)
    assert last.origin.endswith("gone.txt")
    assert "Line 3" in last.reason


def test_a_row_whose_file_is_not_among_the_paths_is_told(folder):
    other = folder.parent / "other.txt"
    other.write_text("Another page.")
    *_, last = read([folder], manifest=manifest(folder, "file\n../other.txt\n"))
    assert isinstance(last, PassedOver)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name,url\na,b\n", 'manifest.csv:1: unknown column "name"'),
        ("url\nhttps://a.example/\n", 'manifest.csv:1: no column "file"'),
        ("", 'manifest.csv:1: no column "file"'),
        ("file,file\na,b\n", "manifest.csv:1: a column stands twice"),
        ("file,title\na.txt,One, two\n", "manifest.csv:2: 3 cells"),
        ("file,title\n\n,A vote\n", "manifest.csv:3: no file is named"),
        ("file,captured\na.txt,yesterday\n", 'manifest.csv:2: "yesterday" is no time'),
        ("file\na.txt\n./a.txt\n", "stands in line 2 too"),
        ('file\n"a.txt\n', "manifest.csv:"),
        ("file;title\na.txt;One; two\n", "hold a semicolon between"),
        ("file|title\na.txt|One\n", 'unknown column "file|title"'),
        (
            "file,date\n../pages,2017\n",
            'manifest.csv:2: "../pages" is a folder, and a row names one file',
        ),
    ],
)
def test_a_fault_is_told_with_its_line_before_anything_is_read(folder, text, says):
    with pytest.raises(UnreadablePath) as error:
        read([folder], manifest=manifest(folder, text))
    assert says in str(error.value)


def test_a_manifest_that_is_not_there_is_told(folder):
    with pytest.raises(UnreadablePath, match=r"none\.csv"):
        read([folder], manifest=folder / "none.csv")


def test_a_manifest_as_excel_saves_it_is_read(folder):
    path = folder / "manifest.csv"
    path.write_bytes("file,source\r\na.txt,Écho\r\n".encode("utf-8-sig"))
    assert next(read([folder], manifest=path)).supplied.value("source") == "Écho"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_cells_are_parted_by_what_the_header_has(folder, separator):
    rows = ['"Title";file;place', 'Une fin, un début;a.txt;"London, Ontario"']
    if separator == ",":
        rows[1] = '"Une fin, un début";a.txt;"London, Ontario"'
    table = manifest(folder, "\r\n".join(row.replace(";", separator) for row in rows))
    found = next(read([folder], manifest=table))
    assert found.supplied.value("title") == "Une fin, un début"
    assert found.supplied.value("place") == "London, Ontario"


JSON = '[{"file": "a.txt", "title": "A vote", "author": ["Ann Roy", "Li Wei"], "date": "2017-02"}]'
TOML = """
# What we know.
[[page]]
file = "a.txt"
title = "A vote"
author = ["Ann Roy", "Li Wei"]
date = "2017-02"
captured = 2020-05-01T12:00:00Z
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("about.json", JSON),
        ("about.json", f'{{"pages": {JSON}}}'),
        ("about.jsonl", JSON.strip("[]") + "\n"),
        ("about.toml", TOML),
        ("about", TOML),
    ],
)
def test_a_manifest_may_be_json_or_toml(folder, name, text):
    (found,) = read([], manifest=manifest(folder, text, name))
    facts = {"title": "A vote", "author": "Ann Roy; Li Wei", "date": "2017-02"}
    assert found.supplied == supplied_by(SaidBy.MANIFEST, f"{name}#1", **facts)
    assert found.captured == (datetime(2020, 5, 1, 12, tzinfo=UTC) if text == TOML else None)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[{"file": "a.txt", "titel": "x"}]', 'page 1: unknown fact "titel"'),
        ('[{"title": "x"}]', 'page 1: no "file"'),
        ('[{"file": "a.txt", "title": {}}]', '"title" is no text'),
        ('[{"file": "a.txt"}, {"file": "./a.txt"}]', "stands in page 1 too"),
        ('[{"file": "a.txt"', "no JSON"),
        ('{"a": 1}', "no list of pages"),
        ("[{}, 3]", 'page 1: no "file"'),
        ("[[page]]\nfile = a", "no TOML"),
        ("[" * 100_000, "no"),
        ('[{"file": "gone.txt"}]', ""),
    ],
)
def test_a_fault_of_json_or_toml_is_told_with_its_place(folder, text, says):
    table = manifest(folder, text)
    if not says:
        *_, refused = read([folder], manifest=table)
        assert "Page 1 of the manifest names it" in refused.reason
        return
    with pytest.raises(UnreadablePath) as error:
        read([], manifest=table)
    assert says in str(error.value)


def test_an_address_that_is_none_refuses_no_page_and_is_kept_as_it_was_written(folder):
    page = next(read([folder], manifest=manifest(folder, "file,url\na.txt,ftp://a.example/\n")))
    assert page.url is None
    assert page.supplied.fact("url").value == "ftp://a.example/"
    assert page.supplied.fact("url").where == "manifest.csv:2"
