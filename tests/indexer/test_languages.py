"""The language of each paragraph, and what follows it: stems, marks and the language facet."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis import terms
from indexer.languages import (
    OWN,
    folded_may_be_mixed,
    language_of_line,
    may_be_mixed,
    parts,
    spoken,
)
from indexer.passages import marks
from indexer.query import parse
from tests.engine_contract.documents import page
from tests.engine_contract.plain_scan import holds

ENGLISH = "The council voted for the plan, and residents of the city were pleased with it."
FRENCH = "Le conseil a voté pour le plan, et les résidents de la ville étaient contents."
HEADING = "Nos services"
BOTH = f"{ENGLISH}\n\n{HEADING}\n\n{FRENCH}"


def languages_of(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[p.start : p.end].strip(), p.language) for p in parts(text, language)]


def test_each_paragraph_of_a_bilingual_page_has_its_own_language() -> None:
    assert languages_of(BOTH, "en") == [
        (ENGLISH, "en"),
        (f"{HEADING}\n\n{FRENCH}", "fr"),
    ]


def test_a_page_of_one_language_is_one_part() -> None:
    assert languages_of(f"{ENGLISH}\nMore.\n{ENGLISH}", "en") == [
        (f"{ENGLISH}\nMore.\n{ENGLISH}", "en")
    ]


def test_a_line_that_does_not_tell_is_in_the_pages_language() -> None:
    assert languages_of("Toronto 2017", "fr") == [("Toronto 2017", "fr")]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        ("L’immigration n’est pas un crime, dit-il.", "fr"),
        ("Des Moines, Le Caire and La Paz", None),
        ("Der Bürgermeister sagte, dass die Stadt nicht für die Busse zahlen werde.", None),
        ("El alcalde dijo que la ciudad no pagaría por los autobuses del centro.", None),
        ("", None),
    ],
)
def test_only_a_line_that_tells_surely_has_a_language(line: str, language: str | None) -> None:
    assert language_of_line(line) == language


def test_a_page_speaks_the_languages_of_a_good_part_of_it() -> None:
    assert spoken(BOTH, "en") == ("en", "fr")
    assert spoken(f"{ENGLISH}\n" * 30 + FRENCH, "en") == ("en",)


def test_a_bilingual_page_is_found_in_both_languages_and_each_word_by_its_own_forms() -> None:
    document = page("both", BOTH, language="en")
    for query in ("lang:fr", "lang:en", "vote", "résidentes", "residence OR residents"):
        node = parse(query)
        assert node is not None
        assert holds(node, document), query


def test_a_word_is_marked_by_the_language_of_its_paragraph() -> None:
    text = BOTH.replace("contents", "contents de leur immigration")
    found = marks(parse("immigrations"), text, "en")
    assert [text[start:end] for start, end in found] == ["immigration"]
    french = marks(parse("résidente"), text, "en")
    assert [text[start:end] for start, end in french] == ["résidents"]


@given(st.text(alphabet="the of le les\n’aé", max_size=200), st.sampled_from(["en", "fr", "und"]))
def test_parts_cover_the_text_and_end_with_lines(text: str, language: str) -> None:
    found = parts(text, language)
    assert "".join(text[part.start : part.end] for part in found) == text
    assert all(text[part.end - 1] == "\n" for part in found[:-1])


LINES = st.lists(
    st.sampled_from(sorted({*OWN["en"], *OWN["fr"], "x", "A", "à.", "é\n"})), max_size=9
)


@settings(max_examples=500, deadline=None)
@given(LINES.map(" ".join), st.sampled_from(["en", "fr", "de"]))
def test_folded_words_never_hide_another_language(text: str, language: str) -> None:
    alone = not folded_may_be_mixed(set(terms(text)), text, language)
    assert not (alone and may_be_mixed(text, language))
    assert parts(text, language, lambda: set(terms(text))) == parts(text, language)
