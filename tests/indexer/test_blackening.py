"""Words are blacked out however a page writes them, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.withdrawing.blackening import BLACK, CannotBlacken, Words, blackened

NAME = Words("Zoé Marchetti-Ruiz")


@pytest.mark.parametrize(
    "written",
    [
        "Zoé Marchetti-Ruiz",
        "ZOE MARCHETTI RUIZ",
        "Zoe\u0301 Marchetti\u2011Ruiz",
        "Zo&eacute;&nbsp;Marchetti&#45;Ruiz",
        "Zo&#xE9; Marchetti-Ruiz",
        "Zo<b>é</b> March<wbr>etti-Ruiz",
        "Zo\u00adé Mar&shy;chetti-Ruiz",
        "<td>Zoé</td><td>Marchetti-Ruiz</td>",
        "Zoé<!-- x -->\n Marchetti<br>Ruiz",
        '<a href="/people/zoe-marchetti-ruiz/">she</a>',
        '<a href="/people/zo%C3%A9_marchetti_ruiz">she</a>',
        '<img alt="Zoé Marchetti-Ruiz" src="x.png">',
        '<script>{"author": "Zo\\u00e9 Marchetti-Ruiz"}</script>',
        "<!-- by Zoé Marchetti-Ruiz -->",
        "mail zoemarchettiruiz@paper.example",
        "Zoé Marchetti-Ruiz’s house",
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "utf-16-le"])
def test_a_name_goes_however_it_is_written(written, charset):
    page = f"<html><body><p>Before {written} after.</p></body></html>"
    try:
        body = page.encode(charset)
    except UnicodeEncodeError:
        pytest.skip("this charset has no such character")
    mark = b"\xff\xfe" if charset.startswith("utf-16") else b""
    out = blackened(mark + body, "text/html", charset, NAME)
    text = out.decode(charset)
    assert not NAME.stand_in(text)
    assert "archetti" not in text.lower()
    assert "Before" in text
    assert "after.</p></body></html>" in text


@pytest.mark.parametrize("text", ["Zoélle", "Marchetti", "Zoé M. Ruiz", "Azoé marchetti-ruiz", ""])
def test_what_only_looks_like_it_stays(text):
    assert NAME.blacked_out(text) == text


def test_a_mark_is_as_long_for_every_name():
    assert Words("Ann").blacked_out("Ann said") == f"{BLACK} said"
    assert Words("Bartholomew").blacked_out("Bartholomew said") == f"{BLACK} said"


def test_a_name_that_is_also_a_tag_leaves_the_markup_alone():
    page = "<mark>x</mark> by Mark <small>Mark</small>"
    assert Words("Mark").blacked_out(page) == f"<mark>x</mark> by {BLACK} <small>{BLACK}</small>"


@pytest.mark.parametrize("typed", ["", "  ", "--", "ab", "a b", "€€€€"])
def test_too_few_letters_are_no_words(typed):
    with pytest.raises(ValueError, match="3 letters"):
        Words(typed)


def test_a_pdf_cannot_be_rewritten():
    with pytest.raises(CannotBlacken, match="PDF"):
        blackened(b"%PDF-1.7", "text/html", None, NAME)


@given(st.binary(max_size=200))
def test_bytes_without_the_words_are_as_they_came(body):
    if not body.startswith(b"%PDF"):
        assert blackened(body, "text/html", None, NAME) == body


@given(st.text(max_size=40), st.text(max_size=40))
def test_after_it_no_text_holds_them(before, after):
    out = NAME.blacked_out(f"{before} Zoé Marchetti-Ruiz {after}")
    assert not NAME.stand_in(out)
