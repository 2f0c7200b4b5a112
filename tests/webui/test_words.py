"""Words, numbers and dates as English and French write them."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

import webui
from archive.document import PublicationDate
from webui.catalogues import Catalogue, english_form
from webui.dates import day_words, moment_words, published_words, short_month
from webui.speaking import speaking
from webui.words import (
    clauses,
    decimal,
    filled,
    language_name,
    listing,
    n,
    noun,
    number,
    percent,
    sort_key,
    t,
    value_label,
)

NARROW, FIXED = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "0 pages", "0 page"),
        (1, "1 page", "1 page"),
        (2, "2 pages", "2 pages"),
        (2431, "2,431 pages", f"2{NARROW}431 pages"),
        (1_000_000, "1,000,000 pages", f"1{NARROW}000{NARROW}000 pages"),
    ],
)
def test_counts(count: int, english: str, french: str) -> None:
    assert n(count, "page", "pages") == english
    with speaking("fr"):
        assert n(count, "page", "pages") == french


def test_a_noun_stands_without_its_number() -> None:
    assert (noun(1, "page", "pages"), noun(0, "page", "pages")) == ("page", "pages")
    with speaking("fr"):
        assert noun(0, "page", "pages") == "page"


@pytest.mark.parametrize(
    ("share", "english", "french"),
    [
        (0, "0%", f"0{FIXED}%"),
        (0.31, "31%", f"31{FIXED}%"),
        (0.034, "3.4%", f"3,4{FIXED}%"),
        (0.9999, "100%", f"100{FIXED}%"),
        (1, "100%", f"100{FIXED}%"),
    ],
)
def test_percentages(share: float, english: str, french: str) -> None:
    assert percent(share) == english
    with speaking("fr"):
        assert percent(share) == french


def test_shares_of_a_column_have_as_many_digits() -> None:
    with speaking("fr"):
        assert percent(0.9689, places=1) == f"96,9{FIXED}%"
        assert percent(0.00547, places=1) == f"0,5{FIXED}%"
        assert decimal(0.871, 2) == "0,87"


@given(st.integers(0, 10**15))
def test_a_number_keeps_its_digits_in_every_language(count: int) -> None:
    for code in ("en", "fr"):
        with speaking(code):
            assert "".join(c for c in number(count) if c.isdigit()) == str(count)


@pytest.mark.parametrize(
    ("first", "last", "english", "french"),
    [
        ("2017-05-01", "2017-05-01", "1 May 2017", "1er mai 2017"),
        ("2017-05-12", "2017-05-12", "12 May 2017", "12 mai 2017"),
        ("2017-01-01", "2017-12-31", "some day in 2017", "un jour en 2017"),
        ("2017-02-01", "2017-02-28", "some day in February 2017", "un jour en février 2017"),
        ("2016-01-01", "2017-12-31", "2016 to 2017", "2016 – 2017"),
        (None, "2017-08-01", "on or before 1 August 2017", "au plus tard le 1er août 2017"),
        ("2017-12-31", None, "on or after 31 December 2017", "au plus tôt le 31 décembre 2017"),
        (None, None, "undated", "sans date"),
    ],
)
def test_dates(first: str | None, last: str | None, english: str, french: str) -> None:
    span = [date.fromisoformat(day) if day else None for day in (first, last)]
    published = PublicationDate(span[0], span[1], "dateline", "")
    assert published_words(published) == english
    with speaking("fr"):
        assert published_words(published) == french


@given(st.dates())
def test_every_day_has_words_in_every_language(day: date) -> None:
    for code in ("en", "fr"):
        with speaking(code):
            assert str(day.year) in day_words(day)
            assert short_month(day)


def test_moments() -> None:
    moment = datetime(2023, 1, 2, 3, 4, tzinfo=UTC)
    assert moment_words(moment) == "2 January 2023, 03:04 UTC"
    with speaking("fr"):
        assert moment_words(moment) == "2 janvier 2023, 3 h 04 UTC"


def test_things_in_a_row() -> None:
    assert [listing(()), listing("A"), listing("ABC")] == ["", "A", "A, B and C"]
    with speaking("fr"):
        assert listing("ABC") == "A, B et C"


def test_names_of_languages_and_places() -> None:
    with speaking("fr"):
        assert language_name("de") == "allemand"
        assert value_label("language", "de", "German") == "allemand"
        assert value_label("country", "United States", "United States") == "États-Unis"
        assert value_label("city", "6", "Victoria, British Columbia").endswith("Britannique")
        assert value_label("city", "-") == "aucune ville mentionnée"
        assert value_label("source", "United States", "United States") == "United States"


def test_names_are_sorted_without_regard_to_accents_and_case() -> None:
    names = ["Zoé", "Éric", "eau", "Anne", "École"]
    assert sorted(names, key=sort_key) == ["Anne", "eau", "École", "Éric", "Zoé"]


def test_a_sentence_with_a_link_in_it_is_markup_and_all_else_is_escaped() -> None:
    link = Markup("<a href='/'>here</a>")
    said = filled("Look {where} & {what}", {"where": link, "what": "<b>"})
    assert said == Markup("Look <a href='/'>here</a> &amp; &lt;b&gt;")
    assert isinstance(said, Markup)
    assert not isinstance(filled("Look {what}", {"what": "<b>"}), Markup)


@given(st.text())
def test_what_was_typed_is_never_read_as_a_name_to_fill(typed: str) -> None:
    assert t("“{typed}” is not a day.", typed=typed) == f"“{typed}” is not a day."
    marked = filled("{a} {b}", {"a": typed, "b": Markup("<i>")})
    assert "<i>" in marked
    assert Markup.escape(typed) in marked


def test_where_a_translation_moves_the_number_it_is_not_told_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moved = Catalogue({}, {("page", "pages"): ("{count}. Seite", "Seiten: {count}")}, english_form)
    monkeypatch.setattr("webui.words.catalogue", lambda code: moved)
    assert [n(c, "page", "pages") for c in (1, 2)] == ["1. Seite", "Seiten: 2"]


def test_a_singular_may_write_its_number_as_a_word() -> None:
    assert n(1, "In the text, once", "In the text, {count} times") == "In the text, once"


def test_statements_in_a_row_have_a_space_before_the_semicolon_in_french() -> None:
    assert clauses(("2 mentions", "", "64% sure")) == "2 mentions; 64% sure"
    with speaking("fr"):
        assert clauses(("2 mentions", "sûr")) == "2 mentions\N{NARROW NO-BREAK SPACE}; sûr"


def test_no_template_writes_a_semicolon_of_its_own_between_two_statements() -> None:
    templates = Path(webui.__file__).parent / "templates"
    glued = [
        path.name
        for path in templates.rglob("*.html")
        if re.search(r"""(?:[%}]}|>); |join\("; "\)""", path.read_text("utf-8"))
    ]
    assert not glued
