"""Folding, words and stems: what index, query and highlighting agree on."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import analysis, pieces
from indexer.analysis import fold, stem, stems, terms, words

# Letters, marks and signs that meet each other in real pages, beside any text at all.
LETTERS = st.text(alphabet="aéÉœßIİ’'-_\u0301\u00ad\u200d\u200e½²٣東タｶﾞहिंदي Жй\n", max_size=40)
TEXTS = st.text(max_size=60) | LETTERS


def terms_of(text: str) -> list[str]:
    return [token.term for token in words(text)]


@pytest.mark.parametrize(
    "typed", ["Montréal", "montreal", "MONTREAL", "MONTRÉAL", "Montre\u0301al", "Ｍontréal"]
)
def test_one_city_is_one_term_however_it_is_written(typed: str) -> None:
    assert terms_of(typed) == ["montreal"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'immigration", ["l", "immigration"]),
        ("d’asile, qu’elle", ["d", "asile", "qu", "elle"]),
        ("Montreal's", ["montreal", "s"]),
        ("co-operation co_operation", ["co", "operation", "co", "operation"]),
        ("cœur Œuvre Ægir Straße Øre Łódź", ["coeur", "oeuvre", "aegir", "strasse", "ore", "lodz"]),
        ("immi\u00adgration sanc\u200dtuary", ["immigration", "sanctuary"]),
        ("H₂O ﬁle ①", ["h2o", "file", "1"]),
        ("2½ hours", ["2", "hours"]),
        ("東京タワー", ["東", "京", "タ", "ワ", "ー"]),
        ("ｶﾞｷﾞ", ["ガ", "ギ"]),
        ("हिन्दी", ["हिन्दी"]),
        ("Hawaiʻi", ["hawai", "i"]),
        ("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]),
        ("ёлка ЁЛКА", ["елка", "елка"]),
        ("❤️ — … &", []),
        ("", []),
    ],
)
def test_text_is_split_and_folded(text: str, expected: list[str]) -> None:
    assert terms_of(text) == expected


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_any_character_twice_is_folding_it_once() -> None:
    assert [code for code in range(0x3000) if fold(fold(chr(code))) != fold(chr(code))] == []


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_each_token_says_where_its_term_stands(text: str) -> None:
    end = 0
    for token in words(text):
        assert end <= token.start < token.end <= len(text)
        folded = fold(text[token.start : token.end])
        kept = [one for one in folded if one.isalnum() or pieces.is_mark(ord(one))]
        assert token.term == "".join(kept) != ""
        end = token.end


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_terms_are_those_of_words(text: str) -> None:
    assert terms(text) == terms_of(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abcéÉñüàôœ ’-ÇŁ", max_size=40))
def test_decomposed_accents_and_capitals_make_no_difference(text: str) -> None:
    assert terms_of(unicodedata.normalize("NFD", text)) == terms_of(text)
    assert terms_of(text.upper()) == terms_of(text)


def test_a_stem_is_tagged_with_its_language() -> None:
    assert stem("immigration", "en") == "en:immigr"
    assert stem("immigration", "fr") == "fr:immigr"
    assert stem("immigration", "de") == "und:immigration"
    assert stem("immigration", "und") == "und:immigration"


def test_a_query_word_has_one_stem_a_language() -> None:
    assert stems("policies") == {"en:polici", "fr:polici", "und:policies"}


@pytest.mark.parametrize("language", ["en", "fr", "de", "und"])
def test_a_document_holds_a_word_when_its_stem_is_among_the_words_stems(language: str) -> None:
    for term in ("immigration", "villes", "police", "2017"):
        assert stem(term, language) in stems(term)


def test_caches_stay_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "CACHED_TERMS", 10)
    for number in range(50):
        terms(f"й{number}")
        stem(f"x{number}", "en")
    assert len(analysis._TERMS) <= 10
    assert len(analysis._STEMS["en"]) <= 10


def test_threads_get_the_same_stems() -> None:
    many = [f"immigration{'s' * (n % 3)}{n % 97}ations" for n in range(2_000)]
    alone = [f"en:{analysis._stemmer('en').stemWord(term)}" for term in many]
    analysis._STEMS["en"].clear()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda term: stem(term, "en"), many))
    assert together == alone


def test_the_quick_class_has_every_mark() -> None:
    import re

    quick = re.compile(f"[{pieces.MAY_BE_INSIDE}]")
    marks = [chr(code) for code in range(0x110000) if pieces.is_mark(code)]
    assert [mark for mark in (*marks, *pieces.INVISIBLE) if not quick.match(mark)] == []
