"""`fonds reprocess`: what it tells, writes and returns."""

import json
import sys

import pytest

from cli.commands import reprocess
from tests.indexer.repeats.pages import BELOW, lines, story


@pytest.fixture
def folder(tmp_path, fonds, monkeypatch):
    """An archive of pages that came in at once, so that nothing was known of their source."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(8):
        body = "".join(f"<p>{line}</p>" for line in lines(story(number)))
        link = f'<link rel="canonical" href="https://alder.example/story/{number}">'
        (pages / f"{number}.html").write_text(f"<head>{link}</head>{body}", "utf-8")
    monkeypatch.setenv("FONDS_ARCHIVE", str(tmp_path / "archive"))
    assert fonds("ingest", pages).status == 0
    return tmp_path / "archive"


def test_a_dry_run_shows_what_would_change_and_changes_nothing(folder, fonds):
    told = fonds("reprocess", "--dry-run")
    assert told.status == 0
    assert told.out.startswith("8 pages: 8 would change")
    assert "Lines that go now\n        32  repeated-on-site\n" in told.out
    assert BELOW[0] in told.out
    assert fonds("reprocess", "--dry-run").out.startswith("8 pages: 8 would change")


def test_then_it_changes_them_and_the_same_again_changes_nothing(folder, fonds):
    assert "\n8 pages: 8 changed" in fonds("reprocess").out
    assert "\n8 pages: nothing changed" in fonds("reprocess").out
    assert json.loads(fonds("search", "guests", "--json").out)["total"] == 0
    assert json.loads(fonds("search", "removed:guests", "--json").out)["total"] == 8


def test_it_says_what_changes_before_it_writes(folder, fonds, monkeypatch):
    seen = []

    def look() -> bool:
        sys.stdout.flush()
        seen.append(sys.stdout.text())
        assert json.loads(fonds("search", "guests", "--json").out)["total"] == 8
        return True

    monkeypatch.setattr(reprocess, "may_write", look)
    told = fonds("reprocess").out
    assert seen[0].startswith("8 pages: 8 would change")
    assert "\n  go: 32 lines on 8 pages, " in seen[0]
    assert BELOW[0] in seen[0]
    assert told.startswith(seen[0])
    assert told.removeprefix(seen[0]).startswith("8 pages: 8 changed")
    assert told.count(BELOW[0]) == 1


def test_a_person_at_a_terminal_is_asked_and_may_say_no(folder, fonds, monkeypatch):
    monkeypatch.setattr(reprocess, "may_write", lambda: False)
    told = fonds("reprocess")
    assert (told.status, told.err.splitlines()[-1]) == (0, "Nothing was written.")
    assert json.loads(fonds("reprocess", "--json").out)["dry_run"] is True
    assert "8 would change" in fonds("reprocess", "--dry-run").out
    assert "8 changed" in fonds("reprocess", "--yes").out


def test_beside_json_what_is_to_change_is_said_on_stderr(folder, fonds):
    told = fonds("reprocess", "--json")
    assert "8 pages: 8 would change" in told.err
    found = json.loads(told.out)
    assert found["goes"]["lines"] == 32
    assert found["goes"]["characters"] > 32
    assert found["comes_back"] == {"pages": 0, "lines": 0, "characters": 0}


def test_as_json_it_tells_the_same(folder, fonds):
    told = json.loads(fonds("reprocess", "--json", "--source", "alder.example").out)
    assert (told["documents"], told["changed"], told["dry_run"]) == (8, 8, False)
    assert told["taken"] == {"repeated-on-site": 32}


def test_a_source_that_is_not_there_is_a_usage_fault_that_names_some(folder, fonds):
    ran = fonds("reprocess", "--source", "www.alder.example")
    assert ran.status == 2
    assert "alder.example" in ran.err.split("state:")[1]


def test_without_an_archive_it_fails(tmp_path, fonds):
    assert fonds("--archive", tmp_path / "none", "reprocess").status == 1


def test_an_order_may_speak_of_a_source_by_any_of_its_names(folder, fonds):
    names = '[[source]]\nname = "The Alder Post"\naliases = ["HP Online", "alder.example"]\n'
    (folder / "sources.toml").write_text(names, "utf-8")
    order = f'[[override]]\nsource = "HP Online"\nkeep = "{BELOW[0]}"\n'
    (folder / "overrides.toml").write_text(order, "utf-8")
    told = fonds("reprocess")
    assert "        24  repeated-on-site\n" in told.out
    assert "no page has the source" not in told.err


def test_an_order_about_a_source_that_no_page_has_is_told(folder, fonds):
    order = '[[override]]\nsource = "*"\nkeep = "a"\n\n[[override]]\nsource = "alde.example"\n'
    (folder / "overrides.toml").write_text(f'{order}drop = "x"\n', "utf-8")
    for command in ("reprocess", "rules"):
        ran = fonds(command)
        assert ran.status == 0
        assert ran.err.count("no page has the source") == 1
        assert 'overrides.toml:5: no page has the source "alde.example"; write a host' in ran.err


def test_a_source_of_near_copies_says_why_nothing_is_taken(folder, fonds, tmp_path):
    copies = tmp_path / "copies"
    copies.mkdir()
    for number in range(7):
        (copies / f"{number}.txt").write_text("\n".join([*lines(story(0)), f"No. {number}"]))
    assert fonds("ingest", copies, "--source", "The Birch Post").status == 0
    ran = fonds("reprocess")
    assert "The Birch Post: 7 pages, of which 6 are near-copies of others: too few" in ran.err
    assert "alder.example:" not in ran.err
    page = ("clean", "--explain", copies / "1.txt", "--archive", folder)
    said = fonds(*page, "--source", "The Birch Post").out
    assert "0 repeated lines known from 7 pages, of which 6 are near-copies of others, 0" in said
