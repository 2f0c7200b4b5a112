"""sources.toml, from the command line."""

import json

import pytest

TABLE = '[[source]]\nname = "The Harbour Post"\naliases = ["harbourpost.example", "HP Online"]\n'
PAGE = "The ferry stays\nBy Ann Kerjean\n" + "The company kept the crossing of nine o'clock. " * 9


@pytest.fixture
def mine(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "sources.toml").write_text(TABLE, "utf-8")
    (tmp_path / "ferry.txt").write_text(PAGE, "utf-8")
    return folder


@pytest.fixture
def ingested(fonds, mine, tmp_path):
    ran = fonds("--archive", mine, "ingest", "--source", "HP online", tmp_path / "ferry.txt")
    assert ran.status == 0, ran.err
    return mine


def sources(ran):
    assert ran.status == 0, ran.err
    return [hit["source"] for hit in json.loads(ran.out)["hits"]]


def test_a_source_given_by_an_alias_is_stored_by_its_name(fonds, ingested):
    assert sources(fonds("--archive", ingested, "search", "ferry", "--json")) == [
        "The Harbour Post"
    ]


def test_the_evidence_says_who_stated_the_alias_and_that_the_table_named_it(fonds, ingested):
    (hit,) = json.loads(fonds("--archive", ingested, "search", "ferry", "--json").out)["hits"]
    shown = json.loads(fonds("--archive", ingested, "show", hit["id"], "--json").out)
    (told,) = (fact for fact in shown["evidence"] if fact["field"] == "source")
    assert told["finder"].endswith("--source, named in sources.toml"), told
    assert told["quote"] == "HP online"


@pytest.mark.parametrize("typed", ["hp online", "harbour post", "harbourpost.example"])
def test_search_finds_a_source_by_any_of_its_names(fonds, ingested, typed):
    ran = fonds("--archive", ingested, "search", "--source", typed, "--json")
    assert sources(ran) == ["The Harbour Post"]


def test_a_correction_by_an_alias_states_the_name(fonds, ingested):
    (hit,) = json.loads(fonds("--archive", ingested, "search", "ferry", "--json").out)["hits"]
    ran = fonds("--archive", ingested, "correct", hit["id"], "source=HP Online", "--json")
    assert ran.status == 0, ran.err
    assert json.loads(ran.out)["correction"]["value"] == "The Harbour Post"


def test_a_table_that_cannot_be_read_is_told_before_any_page_is_taken(fonds, mine, tmp_path):
    (mine / "sources.toml").write_text('[[source]]\nname = ""\n', "utf-8")
    ran = fonds("--archive", mine, "ingest", tmp_path / "ferry.txt")
    assert ran.status == 1
    assert "sources.toml: source 1: name is ''" in ran.err
