"""`fonds clean --explain`: every line, and what became of it."""

import json
import re

import pytest

PAGE = (
    "Skip to main content\n\nThe ferry is late\n\n"
    "The council heard on Tuesday that the ferry was late, for the third week in a row.\n\n"
    "Tides and ferries\nShare on Facebook\n"
)
HTML = "<html><body><nav><a href=/>Home</a></nav><main><p>{}</p></main></body></html>".format(
    PAGE.split("\n")[4]
)
ORDERS = """\
[[override]]
source = "The Alder Post"
keep = "Share on *"
note = "It is a heading here."

[[override]]
source = "The Alder Post"
drop = "/^tides and/"
note = "The ferry box."
"""


@pytest.fixture
def mine(fonds, pages, tmp_path):
    """An archive of its own, with orders."""
    folder = tmp_path / "mine"
    assert fonds("ingest", pages, "--archive", folder).status == 0
    (folder / "overrides.toml").write_text(ORDERS, "utf-8")
    return folder


def margin(out: str) -> dict[int, str]:
    """The sign of each line by its number."""
    found = re.findall(r"^([-?+ ]) +([0-9]+)(?:  .*)?$", out, re.MULTILINE)
    return {int(number): sign for sign, number in found}


def test_every_line_stands_in_order_with_a_sign_and_what_took_it(fonds):
    ran = fonds("clean", "--explain", "-", stdin=PAGE.encode())
    assert (ran.status, ran.err) == (0, "")
    assert list(margin(ran.out)) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [number for number, sign in margin(ran.out).items() if sign == "-"] == [1, 8]
    assert "-     8  Share on Facebook  ← share-bar: It asks to share the page." in ran.out
    assert "      3  The ferry is late\n" in ran.out
    assert "kept      3 of 5 lines, 24 of 31 words\n" in ran.out
    assert "removed   2: share-bar 1, skip-link 1\n" in ran.out
    assert "\x1b" not in ran.out


def test_html_is_told_by_the_lines_that_cleaning_sees(fonds):
    ran = fonds("clean", "--explain", "-", stdin=HTML.encode())
    assert "← in-menu: It lies in a menu." in ran.out
    assert "The council heard on Tuesday" in ran.out


def test_on_a_terminal_removed_lines_are_struck_and_no_color_is_obeyed(fonds, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    ran = fonds("clean", "--explain", "-", stdin=PAGE.encode(), terminal=True)
    assert "\x1b[2;9mShare on Facebook\x1b[0m" in ran.out
    monkeypatch.setenv("NO_COLOR", "1")
    ran = fonds("clean", "--explain", "-", stdin=PAGE.encode(), terminal=True)
    assert "\x1b[31m" not in ran.out
    assert 8 in margin(re.sub("\x1b\\[[0-9;]*m", "", ran.out))


def test_doubtful_lines_carry_their_likelihood(fonds, monkeypatch):
    from indexer.cleaning.cleaned import Cleaned, KeptLine

    doubted = Cleaned("a", (KeptLine(1, "Perhaps", 0.523), KeptLine(2, "Sure")), ())
    monkeypatch.setattr("indexer.pipeline.clean", lambda page: doubted)
    ran = fonds("clean", "--explain", "-", stdin=b"Perhaps\nSure")
    assert "?     1  Perhaps  ← kept, 0.52 likely to be text\n" in ran.out
    assert "doubtful  1 of the kept lines" in ran.out


def test_json_has_the_lines_in_order_with_the_sums(fonds):
    told = json.loads(fonds("clean", "--explain", "--json", "-", stdin=PAGE.encode()).out)
    assert [line["number"] for line in told["lines"]] == list(range(1, 10))
    assert [line["number"] for line in told["lines"] if not line["kept"]] == [1, 8]
    assert "\n".join(line["text"] for line in told["lines"]) == PAGE
    assert told["summary"]["by_rule"] == [["share-bar", 1], ["skip-link", 1]]


def test_a_flag_is_told_with_the_sums(fonds):
    ran = fonds("clean", "--explain", "-", stdin=b"Share on Facebook\nSkip to main content")
    assert "look at   cleaning left nothing\n" in ran.out


def test_an_archives_orders_are_shown_as_the_pipeline_obeys_them(fonds, mine):
    options = ("--archive", mine, "--source", "The Alder Post")
    ran = fonds("clean", "--explain", "-", *options, stdin=PAGE.encode())
    assert ran.status == 0
    assert "-     7  Tides and ferries  ← override: The ferry box. (the archivist's" in ran.out
    assert "+     8  Share on Facebook  ← It is a heading here. (the archivist's" in ran.out
    assert "source    The Alder Post: 0 repeated lines known from 0 pages, 2 orders" in ran.out
    told = json.loads(fonds("clean", "--json", "-", *options, stdin=PAGE.encode()).out)
    assert [line["text"] for line in told["kept"] if line["why"]] == ["Share on Facebook"]
    assert told["source"]["overrides"][0]["verdict"] == "keep"


def test_another_sources_page_is_not_touched_and_what_is_unknown_is_said(fonds, mine):
    options = ("--archive", mine, "--source", "Elsewhere")
    ran = fonds("clean", "--explain", "-", *options, stdin=PAGE.encode())
    assert "override" not in ran.out.replace("0 orders", "")
    assert "knows nothing yet of this page's source, which is Elsewhere" in ran.err


def test_orders_that_cannot_be_read_are_told_with_file_and_line(fonds, mine, pages):
    (mine / "overrides.toml").write_text("\n[[override]]\nsource = 'x'\n", "utf-8")
    for command in (["clean", "-", "--archive", mine], ["ingest", pages, "--archive", mine]):
        ran = fonds(*command, stdin=PAGE.encode())
        assert (ran.status, ran.out) == (1, "")
        assert "overrides.toml:2: it orders nothing" in ran.err


def test_ingest_obeys_orders(fonds, mine, tmp_path):
    page = tmp_path / "ferry.txt"
    page.write_text(PAGE, "utf-8")
    ran = fonds("ingest", page, "--source", "The Alder Post", "--archive", mine)
    assert ran.status == 0, ran.err
    (rule,) = json.loads(fonds("rules", "override", "--json", "--archive", mine).out)["rules"]
    assert [sample["text"] for sample in rule["samples"]] == ["Tides and ferries"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_orders_speak_of_a_source_by_its_host_or_by_the_name_its_pages_give(fonds, tmp_path, jobs):
    folder, pages = tmp_path / "archive", tmp_path / "pages"
    folder.mkdir()
    pages.mkdir()
    orders = ORDERS.replace("The Alder Post", "alder.example", 1)
    (folder / "overrides.toml").write_text(orders, "utf-8")
    head = "<head><link rel=canonical href=https://www.alder.example/{}>{}</head>"
    name = "<meta property=og:site_name content='The Alder Post'>"
    body = "".join(f"<p>{line}</p>" for line in PAGE.splitlines())
    for number, named in enumerate([name, ""]):
        html = f"<html>{head.format(number, named)}<body>{body}</body></html>"
        (pages / f"{number}.html").write_text(html, "utf-8")
    ran = fonds("ingest", pages, "--archive", folder, "--jobs", jobs)
    assert ran.status == 0, ran.err
    (rule,) = json.loads(fonds("rules", "override", "--json", "--archive", folder).out)["rules"]
    assert (rule["lines"], rule["documents"]) == (1, 1)
    assert (
        json.loads(fonds("search", '"share on facebook"', "--json", "--archive", folder).out)[
            "total"
        ]
        == 2
    )
    explained = fonds("clean", "--explain", pages / "0.html", "--archive", folder)
    assert "2 orders" in explained.out
    assert "1 order of" in fonds("clean", "--explain", pages / "1.html", "--archive", folder).out


def test_giant_lines_and_harmful_ones_are_cut_and_spelled_out(fonds):
    page = "\x1b[31mred\nabc " + "word " * 1_000_000 + "\n" + "x" * 5_000_000
    ran = fonds("clean", "--explain", "-", stdin=page.encode())
    assert ran.status == 0
    assert "\\x1b[31mred" in ran.out
    assert "[cut here: 5,000,004 characters in all]" in ran.out
    assert len(ran.out) < 5_000


def test_changed_orders_hold_for_earlier_pages_once_they_are_reprocessed_and_corrections_stay(
    fonds, mine, tmp_path
):
    page = tmp_path / "ferry.txt"
    page.write_text(PAGE, "utf-8")
    (mine / "overrides.toml").unlink()
    fonds("ingest", page, "--source", "The Alder Post", "--archive", mine)
    (hit,) = json.loads(fonds("search", "ferry", "--json", "--archive", mine).out)["hits"]
    fonds("correct", hit["id"], "title=Late", "--who", "ann", "--archive", mine)

    def shown() -> dict:
        return json.loads(fonds("show", hit["id"], "--json", "--archive", mine).out)

    assert "Tides and ferries" in shown()["text"]
    (mine / "overrides.toml").write_text(ORDERS, "utf-8")
    assert fonds("reprocess", "--archive", mine).status == 0
    after = shown()
    assert "Tides and ferries" not in after["text"]
    assert "Share on Facebook" in after["text"]
    assert after["title"] == "Late"
    assert {"field": "title", "value": "Late", "finder": "correction by ann", "quote": ""} in after[
        "evidence"
    ]
