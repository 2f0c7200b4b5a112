"""`fonds similar`."""

import json

import pytest

from cli.main import run

NOTE = "The ferry across the harbour waits for dredging, its company {0}. Sailors {0} the tide."


@pytest.fixture(scope="module")
def ferries(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ferries")
    for name, word in (("one", "says"), ("two", "writes")):
        (folder / f"{name}.txt").write_text(f"Ferry {name}\n\n{NOTE.format(word)}\n", "utf-8")
    (folder / "three.txt").write_text("A choir\n\nThe choir sang in the park on Sunday.\n", "utf-8")
    archive = folder.with_name("ferries-archive")
    assert run(["--archive", str(archive), "ingest", str(folder)]) == 0
    return archive


def id_of(fonds, archive, query):
    found = json.loads(fonds("--archive", archive, "search", query, "--json").out)
    return found["hits"][0]["id"]


def test_pages_are_listed_with_the_words_they_share(fonds, ferries):
    ran = fonds("--archive", ferries, "similar", id_of(fonds, ferries, "title:one"))
    assert ran.status == 0
    assert "Ferry two" in ran.out
    assert "shares: " in ran.out
    assert "ferry" in ran.out.lower()


def test_a_page_like_no_other_says_so(fonds, ferries):
    ran = fonds("--archive", ferries, "similar", id_of(fonds, ferries, "choir"), "--json")
    told = json.loads(ran.out)
    assert (ran.status, told["similar"]) == (0, [])
    assert told["reason"].endswith(".")


def test_an_unknown_id_fails(fonds, ferries):
    assert fonds("--archive", ferries, "similar", "ffffffffffff").status == 1
