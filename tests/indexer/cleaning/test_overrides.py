"""An archivist's orders: read from their file, found on lines, obeyed whatever else says."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaning import clean_html, clean_text
from indexer.cleaning.overrides import read_overrides
from indexer.cleaning.patterns import BadPattern, glob, read_pattern
from indexer.cleaning.profile import Override, SourceProfile
from indexer.errors import BadOverrides

PAGE = """\
Skip to main content

The ferry is late

The council heard on Tuesday that the ferry was late again, for the third week in a row.

Tides and ferries
Letters to the editor
Share on Facebook"""

FILE = """\
# Orders
[[override]]
source = "alder.example"
drop = ["Tides and ferries", "Updated *"]
note = "The ferry box; on every page since 2016."

[[override]]
source = ["The Alder Post", "*.birch.example"]
keep = '/^share on/'
"""


def profile(*orders: tuple[str, str, str]) -> SourceProfile:
    return SourceProfile(overrides=tuple(Override(*order) for order in orders))


@pytest.fixture
def file(tmp_path):
    def writing(text: str):
        path = tmp_path / "overrides.toml"
        path.write_text(text, "utf-8")
        return path

    return writing


def test_a_line_that_is_ordered_away_stands_in_the_ledger_with_the_archivists_note():
    orders = profile(("drop", "tides & ferries", "?"), ("drop", "Tides*", "The ferry box."))
    cleaned = clean_text(PAGE, profile=orders)
    (taken,) = (line for line in cleaned.removed if line.rule == "override")
    assert (taken.number, taken.text) == (7, "Tides and ferries")
    assert taken.reason == ("The ferry box. (the archivist's order: drop “Tides*”)")
    assert "Tides" not in cleaned.text


def test_a_line_that_is_ordered_to_stay_stays_and_says_who_keeps_it():
    cleaned = clean_text(PAGE, profile=profile(("keep", "/^share on/", "")))
    assert "Share on Facebook" in cleaned.text
    (kept,) = (line for line in cleaned.kept if line.why)
    assert kept.text == "Share on Facebook"
    assert kept.why == "The archivist's order: keep “/^share on/”."
    assert "Share on Facebook" in {line.text for line in clean_text(PAGE).removed}


def test_the_first_order_that_finds_a_line_decides():
    orders = [("keep", "Letters *", ""), ("drop", "* editor", "")]
    assert "Letters" in clean_text(PAGE, profile=profile(*orders)).text
    assert "Letters" not in clean_text(PAGE, profile=profile(*reversed(orders))).text


def test_orders_win_over_the_judge():
    names = ["Weather", "Tides", "Classified", "Puzzles"] * 10
    page = "\n".join(["<nav>", *(f"<a href='/{n}'>{n}</a><br>" for n in names), "</nav>"])
    prose = "The council heard on Tuesday that the ferry was late again, as it was last week."
    html = f"<html><body>{page}<p>{prose}</p><p>{prose} Again.</p>{page}</body></html>"
    assert "Puzzles" not in clean_html(html).text
    kept = clean_html(
        html, profile=profile(("keep", "puzzles", ""), ("drop", f"{prose[:20]}*", ""))
    )
    assert "Puzzles" in kept.text
    assert prose not in kept.text
    assert all(line.doubt is None for line in kept.kept if line.why)


def test_a_page_that_orders_empty_is_flagged_and_its_lines_stand_in_the_ledger():
    lines = [line for line in PAGE.splitlines() if line]
    cleaned = clean_text(PAGE, profile=profile(*(("drop", line, "") for line in lines)))
    assert cleaned.text == ""
    assert cleaned.flags == ("cleaning left nothing",)
    assert cleaned.original_lines() == tuple(PAGE.split("\n"))


LINES = st.lists(st.sampled_from([*PAGE.splitlines(), "a", "x * y", "É", " "]), max_size=50)
ORDERS = st.lists(
    st.tuples(
        st.sampled_from(["keep", "drop"]),
        st.sampled_from(["a", "s*", "*e*", "/late/", "/^.{1,20}$/", "e*", "Skip to main content"]),
        st.just(""),
    ),
    max_size=5,
)


@given(LINES, ORDERS)
def test_whatever_is_ordered_kept_and_removed_lines_restore_the_page(lines, orders):
    text = "\n".join(lines)
    cleaned = clean_text(text, profile=profile(*orders))
    assert cleaned.original_lines() == tuple(text.split("\n"))
    if any(line.strip() for line in lines) and not cleaned.text.strip():
        assert "cleaning left nothing" in cleaned.flags
    for line in (*cleaned.kept, *cleaned.removed):
        first = next((o for o in orders if read_pattern(o[1]).finds(line.text)), None)
        if first and line.text.strip():
            assert (line in cleaned.kept) == (first[0] == "keep")


@pytest.mark.parametrize(
    ("pattern", "line", "found"),
    [
        ("Tides and ferries", "  TIDES and   ferries ", True),
        ("Tides and ferries", "Tides and ferries today", False),
        ("Ecoles", "Écoles", True),
        ("l’été", "L'ete", True),
        ("Updated *", "Updated", False),
        ("Updated*", "Updated", True),
        ("Updated *", "Updated at noon", True),
        ("* of *", "3 of 4", True),
        ("a*a", "a", False),
        ("C++ (new)", "c++ (NEW)", True),
        ("/Photo: .+ Wire$/", "photo: A Roy / Wire", True),
        ("/Photo: .+ Wire$/", "photo: A Roy / Wire service", False),
        ("/^É/", "école", True),
        ("Tides *", "Tides " + "and more " * 1000, True),
        ("* more", "Tides " + "and more " * 1000, False),
        ("/more$/", "Tides " + "and more " * 1000, False),
    ],
)
def test_patterns_find_what_they_say(pattern, line, found):
    assert read_pattern(pattern).finds(line) is found


@given(st.lists(st.text("ab", max_size=4), min_size=1, max_size=5), st.text("ab", max_size=20))
def test_stars_find_what_the_same_expression_finds(parts, text):
    import re

    expression = ".*".join(map(re.escape, parts))
    assert glob(tuple(parts), text) == bool(re.fullmatch(expression, text))


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("*", "finds every line"),
        ("/./", "finds every line"),
        ("//", "finds every line"),
        ("/(/", "no regular expression"),
        ("/a{99999999999}/", "no regular expression"),
        ("/(a+)+$/", "may not repeat"),
        ("/(?:a|aa)*$/", "may not repeat"),
        ("/(a?){40}b/", "may not repeat"),
        (r"/(a+)\1/", "refers back"),
        ("/a*a*a*a*b/", "more than 3"),
        ("/" + "a?" * 40 + "b/", "choices"),
        ("/.*.*.*b/", "takes too long"),
        ("x" * 400, "longer than"),
    ],
)
def test_a_pattern_that_is_wrong_or_slow_is_refused_and_told_how_to_mend(pattern, says):
    began = time.process_time()
    with pytest.raises(BadPattern, match=says):
        read_pattern(pattern)
    assert time.process_time() - began < 5


def test_orders_are_found_by_name_host_and_star(file):
    overrides = read_overrides(file(FILE))
    assert [o.pattern for o in overrides.of_source("www.alder.example")] == [
        "Tides and ferries",
        "Updated *",
    ]
    assert [o.verdict for o in overrides.of_source("the alder post", None)] == ["keep"]
    assert len(overrides.of_source("The Alder Post", "alder.example")) == 3
    assert [o.verdict for o in overrides.of_source("news.birch.example")] == ["keep"]
    assert overrides.of_source("Elsewhere", "elsewhere.example") == ()
    assert overrides.of_source(None) == ()
    assert overrides.of_source("alder.example")[0].note.startswith("The ferry box")


def test_www_makes_no_difference(file):
    overrides = read_overrides(file('[[override]]\nsource = "www.alder.example"\ndrop = "x"'))
    assert len(overrides.of_source("alder.example")) == 1
    assert len(overrides.of_source("www.alder.example")) == 1


def test_a_star_speaks_of_every_source(file):
    overrides = read_overrides(file('[[override]]\nsource = "*"\ndrop = "x"'))
    assert len(overrides.of_source("Anyone")) == len(overrides.of_source(None, "")) == 1


def test_without_a_file_there_are_no_orders(tmp_path):
    assert read_overrides(tmp_path / "overrides.toml").entries == ()
    with pytest.raises(BadOverrides, match=r"other\.toml.*fonds\.toml names it"):
        read_overrides(tmp_path / "other.toml", needed=True)
    with pytest.raises(BadOverrides, match="readable"):
        read_overrides(tmp_path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[override]\n", r"overrides\.toml: .*line 1"),
        ('[[override]]\nsource = "x"\ndrop = "/\\d+/"', "line 3.*' '"),
        ("\n[[overide]]\n", r'overrides\.toml:2: "overide" is not known'),
        ("override = 3", "not known"),
        ("override = [3]", "override 1: an override is a table"),
        ('\n\n[[override]]\nsource = "x"\ndorp = "y"', r'overrides\.toml:5: "dorp"'),
        ('[[override]]\ndrop = "y"', "no source"),
        ('[[override]]\nsource = "y"', "orders nothing"),
        ('[[override]]\nsource = "y"\ndrop = 3', "drop is a text or a list"),
        ('[[override]]\nsource = "y"\ndrop = [["z"]]', "drop is a text or a list"),
        ('[[override]]\nsource = "y"\ndrop = "z"\nnote = 3', "note is a line"),
        ('[[override]]\nsource = "y"\ndrop = "z"\nnote = "\\u001b[2J"', "note is a line"),
        ("[[override]]\nsource = 'y'\ndrop = '/(/'", 'drop "/\\(/": it is no regular'),
        ("[[override]]\nsource = '/(/'\ndrop = 'x'", "source .*regular"),
        ("[[override]]\nsource='a'\ndrop='b'\n\n[[override]]\nsource='a'\ndrop=''", ":7: drop"),
        ('[[override]]\nsource = "a"\ndrop = [\n"b",\n"/(/",\n]', r"toml:5: drop"),
    ],
)
def test_a_file_that_cannot_be_meant_says_where_and_how_to_mend(file, text, says):
    with pytest.raises(BadOverrides, match=says):
        read_overrides(file(text))


def test_a_file_in_another_charset_or_with_a_byte_order_mark(tmp_path, file):
    path = file(FILE)
    path.write_bytes(b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode())
    assert len(read_overrides(path).entries) == 2
    path.write_bytes(FILE.encode("utf-16"))
    with pytest.raises(BadOverrides, match="UTF-8"):
        read_overrides(path)
