"""Commands that read the archive: search, show, stats, verify, reindex."""

import base64
import json

import pytest

HARM = "\x1b]0;owned\x07 \x9b31m \u202e reversed \udcff"


def only_id(fonds, query: str) -> str:
    (hit,) = json.loads(fonds("search", query, "--json").out)["hits"]
    return hit["id"]


def test_search_lists_title_source_date_places_id_and_snippet(fonds, archive):
    ran = fonds("search", "clinics")
    assert (ran.status, ran.err) == (0, "")
    assert "1 page: pages with" in ran.out
    assert "1. Hamilton opens its clinics to all" in ran.out
    assert "2014-02-13 · Hamilton, Ontario" in ran.out
    assert only_id(fonds, "clinics") in ran.out
    assert "\x1b" not in ran.out


def test_what_matched_is_bold_on_a_terminal(fonds, archive, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1mclinics\x1b[0m" in fonds("search", "clinics", terminal=True).out


def test_search_json_has_the_shape_of_the_contract(fonds, archive):
    results = json.loads(fonds("search", "police", "--json").out)
    assert results["total"] == 2
    assert {"query", "understood", "total", "took_ms", "engine", "hits", "facets", "next"} <= set(
        results
    )
    assert set(results["facets"]) == {
        *("city", "region", "country", "year"),
        *("year_mentioned", "source", "author", "language"),
    }


@pytest.mark.parametrize(
    ("options", "total"),
    [
        (["--city", "hamilton"], 1),
        (["--city", "Hamilton", "--city", "montreal"], 2),
        (["--city", "Atlantis"], 0),
        (["--year", "2017"], 1),
        (["--language", "French"], 1),
        (["--from", "2014-02", "--to", "2014"], 1),
        (["--from", "2017-02-21"], 0),
        (["--source", "-"], 1),
    ],
)
def test_search_is_narrowed_by_options(fonds, archive, options, total):
    assert json.loads(fonds("search", "--json", *options).out)["total"] == total


def test_facets_are_shown_as_tables_when_asked_for(fonds, archive):
    assert "\ncity\n" not in fonds("search", "police").out
    out = fonds("search", "police", "--facets").out
    assert "\ncity\n" in out
    assert "       1  Hamilton, Ontario" in out


def test_the_next_page_is_reached_by_its_cursor(fonds, archive):
    first = json.loads(fonds("search", "--limit", 1, "--json").out)
    second = json.loads(fonds("search", "--limit", 1, "--cursor", first["next"], "--json").out)
    assert first["hits"][0]["id"] != second["hits"][0]["id"]
    assert second["next"] is None


def test_a_query_that_goes_wrong_is_shown_with_a_caret(fonds, archive):
    ran = fonds("search", 'police "open')
    assert (ran.status, ran.out) == (2, "")
    error, query, caret = ran.err.splitlines()
    assert error.startswith("fonds: ")
    assert caret.index("^") == query.index('"')


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--from", "soon"], '--from: "soon" is no date'),
        (["--to", "2017-02-30"], "on no calendar"),
        (["--sort", "best"], "--sort"),
        (["--limit", "-1"], "--limit"),
        (["--match", "some"], "--match"),
    ],
)
def test_an_option_that_cannot_be_meant_is_a_usage_error(fonds, archive, args, says):
    ran = fonds("search", "police", *args)
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err


def test_show_takes_the_beginning_of_an_id(fonds, archive):
    id = only_id(fonds, "clinics")
    out = fonds("show", id[:6].upper()).out
    assert "Hamilton opens its clinics to all" in out
    assert "whatever papers they have" in out
    assert "Skip to main content" not in out


def test_show_json_is_the_whole_document(fonds, archive):
    document = json.loads(fonds("show", only_id(fonds, "clinics"), "--json").out)
    assert document["title"] == "Hamilton opens its clinics to all"
    assert document["copies"] == document["corrections"] == []


def test_the_original_comes_back_byte_for_byte(fonds, archive, pages):
    id, body = only_id(fonds, "clinics"), (pages / "clinics.txt").read_bytes()
    assert fonds("show", id, "--original").out.encode() == body
    packed = json.loads(fonds("show", id, "--original", "--json").out)
    assert base64.b64decode(packed["body_base64"]) == body


def test_removed_lines_are_shown_with_their_reason(fonds, archive):
    id = only_id(fonds, "clinics")
    lines = json.loads(fonds("show", id, "--removed", "--json").out)["removed"]
    assert [line["text"] for line in lines] == ["Skip to main content", "Syndicate content"]
    out = fonds("show", id, "--removed").out
    assert all(line["reason"] in out for line in lines)


def test_captures_are_listed(fonds, archive):
    captures = json.loads(fonds("show", only_id(fonds, "clinics"), "--captures", "--json").out)
    assert [capture["current"] for capture in captures["captures"]] == [True]


def test_two_views_at_once_are_a_usage_error(fonds, archive):
    assert fonds("show", "a", "--original", "--removed").status == 2


def test_an_id_that_nothing_has_is_told(fonds, archive):
    ran = fonds("show", "zzzz")
    assert (ran.status, ran.out) == (1, "")
    assert "zzzz" in ran.err


def test_the_beginning_of_many_ids_is_not_guessed_at(fonds, tmp_path, pages):
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(f"Page number {number} of many.")
    folder = tmp_path / "archive"
    fonds("--archive", folder, "ingest", tmp_path)
    found = [fonds("--archive", folder, "show", digit) for digit in "0123456789abcdef"]
    several = [ran for ran in found if ran.status == 2]
    assert several
    assert all("type more of it" in ran.err for ran in several)


def test_stats_count_what_is_there(fonds, archive):
    stats = json.loads(fonds("stats", "--json").out)
    assert (stats["documents"], stats["captures"], stats["refusals"]) == (2, 2, 0)
    assert stats["languages"] == [{"value": "en", "count": 1}, {"value": "fr", "count": 1}]
    told = fonds("stats").out
    assert "2  documents" in told
    assert "Languages (the main one of each page)" in told.splitlines()


def test_a_sound_archive_is_called_so(fonds, archive):
    ran = fonds("verify", "--json")
    assert ran.status == 0
    assert json.loads(ran.out)["sound"] is True


def test_reindex_makes_the_index_anew(fonds, archive):
    ran = fonds("reindex", "--json")
    assert ran.status == 0
    assert json.loads(ran.out)["documents"] == 2
    assert json.loads(fonds("search", "police", "--json").out)["total"] == 2


def test_an_unknown_engine_is_told(fonds, archive):
    ran = fonds("reindex", "--engine", "nosuch")
    assert ran.status == 1
    assert "nosuch" in ran.err


def test_nothing_harmful_in_a_page_reaches_the_terminal(fonds, tmp_path):
    text = (
        f"Title {HARM}\n\nThe council of Hamilton voted {HARM} on clinics for all who live there."
    )
    page = tmp_path / "harm.txt"
    page.write_bytes(text.encode("utf-8", errors="surrogateescape"))
    where = ("--archive", tmp_path / "archive")
    fonds(*where, "ingest", page)
    id = json.loads(fonds(*where, "search", "--json").out)["hits"][0]["id"]
    ran = [
        fonds(*where, *args)
        for args in (["search"], ["search", "--json"], ["search", "--facets"], ["show", id])
    ]
    ran += [fonds(*where, "show", id, "--original", terminal=True)]
    ran += [fonds("clean", page, terminal=True), fonds("describe", page)]
    for each in (*ran[:3], *ran[4:]):
        assert each.status == 0
        shown = each.out.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


def test_match_any_asks_for_any_of_the_words(fonds, archive):
    both = fonds("search", "police xyzzyword").out
    either = fonds("search", "police xyzzyword", "--match", "any").out
    assert both.startswith("0 pages")
    assert not either.startswith("0 pages")
    assert "or “xyzzyword”" in either


def test_words_need_no_quotes_around_them(fonds, archive):
    assert fonds("search", "police", "mayor").out == fonds("search", "police mayor").out


def test_a_value_that_no_page_has_is_told(fonds, archive):
    ran = fonds("search", "--city", "Londnville")
    assert ran.out.startswith("0 pages")
    assert 'No page here has the city "Londnville"' in ran.err


def test_days_in_the_wrong_order_are_a_usage_error(fonds, archive):
    ran = fonds("search", "--from", "2018", "--to", "2017")
    assert (ran.status, ran.out) == (2, "")
    assert "change them round" in ran.err


def test_the_version_is_told(fonds):
    assert fonds("--version").out.startswith("Fonds ")


def test_a_search_that_asks_for_too_much_says_what_to_narrow(fonds, archive, monkeypatch):
    monkeypatch.setattr("indexer.search.ANSWER_S", -1.0)
    ran = fonds("search", "police clinics")
    assert (ran.status, ran.out) == (1, "")
    assert "takes too long. Ask for fewer words" in ran.err
