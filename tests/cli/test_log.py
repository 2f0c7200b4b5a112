"""`fonds log`, and what a restored archive knows of withdrawals."""

import json
from datetime import date, timedelta

import pytest

from archive import Archive


@pytest.fixture
def own(fonds, pages, tmp_path, monkeypatch):
    """An archive of two pages to be written to, and its ids."""
    monkeypatch.setenv("FONDS_ARCHIVE", str(tmp_path / "own"))
    assert fonds("ingest", pages).status == 0
    with Archive.open(tmp_path / "own") as archive:
        return {one.language: one.id for _, one in archive.scan()}


def test_everything_that_happened_is_told_oldest_first(fonds, own, tmp_path):
    fonds("correct", own["en"], "title=Clinics", "--note", "on paper", "--who", "ann")
    fonds("correct", own["en"], "--undo", "title", "--who", "bob")
    fonds("reprocess")
    file = tmp_path / "b.tar.zst"
    fonds("backup", file)
    fonds("withdraw", own["fr"], "--yes", "--reason", "A court said so.", "--who", "ann")
    day = date.today() + timedelta(days=9)
    fonds("withdraw", own["en"], "--yes", "--reason", "Embargo.", "--until", day)
    fonds("withdraw", "--undo", own["en"], "--who", "bob")
    told = json.loads(fonds("log", "--json").out)["events"]
    assert [event["what"] for event in told] == [
        "ingest",
        "correction",
        "undone correction",
        "reprocess",
        "backup",
        "withdrawn",
        "hidden",
        "let back",
    ]
    assert (told[0]["new"], told[4]["detail"], told[6]["detail"]) == (2, str(file), str(day))
    assert told[5]["reason"] == "A court said so."
    out = fonds("log").out
    assert f"{own['fr']} withdrawn for good, by ann: A court said so." in out
    assert f"correction of title in {own['en']}, by ann: on paper" in out
    assert "Montréal" not in out
    assert "retirée définitivement" in fonds("log", "--ui", "fr").out


def test_the_log_of_an_empty_archive_says_so(fonds, tmp_path):
    Archive.create(tmp_path / "new").close()
    ran = fonds("--archive", tmp_path / "new", "log")
    assert (ran.status, ran.out) == (0, "")
    assert "Nothing has happened yet." in ran.err


def test_a_restored_archive_says_that_withdrawn_pages_are_back(fonds, own, tmp_path):
    file, again = tmp_path / "b.tar.zst", tmp_path / "again"
    fonds("backup", file)
    fonds("withdraw", own["fr"], "--yes", "--reason", "A court said so.")
    ran = fonds("--archive", again, "restore", file)
    assert ran.status == 0
    assert "--withdrawals DIR" in ran.err
    assert fonds("--archive", again, "show", own["fr"]).status == 0
    assert [
        one["what"] for one in json.loads(fonds("--archive", again, "log", "--json").out)["events"]
    ] == ["ingest", "restore"]


def test_what_another_archive_withdrew_is_withdrawn_again_at_a_restore(fonds, own, tmp_path):
    file, again = tmp_path / "b.tar.zst", tmp_path / "again"
    fonds("backup", file)
    fonds("withdraw", own["fr"], "--yes", "--reason", "A court said so.")
    day = date.today() + timedelta(days=9)
    fonds("withdraw", own["en"], "--yes", "--reason", "Embargo.", "--until", day)
    ran = fonds("--archive", again, "restore", file, "--withdrawals", tmp_path / "own")
    assert ran.status == 0, ran.err
    assert "Withdrawn again: 1 for good, 1 for a time." in ran.out
    assert "A court said so." in fonds("--archive", again, "show", own["fr"]).err
    assert "Embargo." in fonds("--archive", again, "show", own["en"]).err
    assert fonds("--archive", again, "verify").status == 0
    assert "Montréal".encode() not in (again / "archive.db").read_bytes()
    missing = fonds("--archive", tmp_path / "x", "restore", file, "--withdrawals", tmp_path / "no")
    assert (missing.status, (tmp_path / "x").exists()) == (2, False)


def test_the_old_name_of_undo_still_works_and_says_its_new_one(fonds, own):
    fonds("correct", own["en"], "title=Clinics")
    ran = fonds("correct", own["en"], "--withdraw", "title")
    assert ran.status == 0
    assert "--withdraw is called --undo now" in ran.err
    ran = fonds("correct", own["en"], "--withdraw", "title", "--undo", "title")
    assert ran.status == 2
