"""What the command line offers where little or nothing is found."""

import json


def test_pages_with_the_most_words_are_listed_as_such(fonds, archive):
    out = fonds("search", "police nurses zebra").out
    assert out.startswith("0 pages: ")
    assert "No page has all of these words. 1 page has 2 of the 3:" in out
    assert "1. Hamilton opens its clinics to all" in out
    assert "lacks: zebra" in out


def test_the_next_of_the_nearest_pages_is_reached_by_their_cursor(fonds, archive):
    first = json.loads(fonds("search", "police zebra", "--limit", 1, "--json").out)
    assert (first["total"], first["nearest"]["total"]) == (0, 2)
    cursor = first["nearest"]["next"]
    ran = fonds("search", "police zebra", "--limit", 1, "--cursor", cursor)
    assert "  2. " in ran.out


def test_what_was_meant_is_told_as_pages_write_it(fonds, archive):
    assert "Did you mean: Montréal (1 page)?" in fonds("search", "Montreel").out


def test_a_query_that_finds_enough_is_let_alone(fonds, archive):
    out = fonds("search", "police").out
    assert "Did you mean" not in out
    assert "No page has" not in out


def test_words_that_only_removed_lines_have_are_told_with_what_finds_them(fonds, archive):
    told = "1 page has it only among the lines that were removed: removed:syndicate"
    out = fonds("search", "syndicate").out
    assert out.startswith("0 pages: ")
    assert told in out.splitlines()
    assert json.loads(fonds("search", "syndicate", "--json").out)["notes"] == [told]
    assert fonds("search", "removed:syndicate").out.startswith("1 page: ")
    assert "removed:" not in fonds("search", "zebra").out
