"""`--not FACET=NAME` leaves out pages."""

import json


def test_pages_with_a_value_are_left_out_of_a_search(fonds, archive):
    every = json.loads(fonds("search", "--json").out)["total"]
    ran = fonds("search", "--not", "city=hamilton", "--json")
    found = json.loads(ran.out)
    assert 0 < found["total"] < every
    (hamilton,) = [v for v in found["facets"]["city"]["values"] if v["excluded"]]
    assert (hamilton["label"], hamilton["count"]) == ("Hamilton, Ontario", every - found["total"])


def test_what_is_left_out_is_told_and_marked(fonds, archive):
    ran = fonds("search", "--not", "city=Hamilton", "--not", "year=-", "--facets")
    assert "; city not Hamilton, Ontario; year not none" in ran.out
    assert "-      1  Hamilton, Ontario" in ran.out
    french = fonds("search", "--not", "city=Hamilton", "--ui", "fr")
    assert "ville sauf Hamilton" in french.out


def test_an_export_leaves_out_the_same(fonds, archive):
    ran = fonds("export", "--format", "jsonl", "--not", "city=Hamilton")
    assert "Hamilton opens" not in ran.out
    assert ran.out


def test_a_name_that_no_page_has_is_told(fonds, archive):
    ran = fonds("search", "--not", "city=Hamiltonn")
    assert ran.status == 0
    assert 'No page here has the city "Hamiltonn".' in ran.err


def test_what_is_no_facet_and_name_is_a_fault_of_usage(fonds, archive):
    for typed in ("Hamilton", "colour=red", "city=", "=x"):
        ran = fonds("search", "--not", typed)
        assert ran.status == 2
        assert "the facets are city, region" in ran.err
