"""What a found place carries, and that nothing in a page breaks the finding."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.metadata.places import find_places

PAGE = "Police in Hamilton, Ont., met. Hamilton council agreed; Montréal did not."


def test_spans_stand_on_the_name_in_the_text() -> None:
    hamilton = next(p for p in find_places(PAGE) if p.name == "Hamilton")
    assert [PAGE[start:end] for start, end in hamilton.spans] == ["Hamilton", "Hamilton"]


def test_the_most_mentioned_place_comes_first() -> None:
    assert find_places(PAGE)[0].label == "Hamilton, Ontario"


def test_a_title_counts_as_a_mention_without_a_span() -> None:
    (place,) = find_places("Police in Hamilton agreed.", title="Hamilton council votes")
    assert (place.mentions, len(place.spans)) == (2, 1)


def test_the_evidence_says_what_followed_the_name() -> None:
    hamilton = next(p for p in find_places(PAGE) if p.name == "Hamilton")
    assert "followed by Ont" in hamilton.evidence


def test_confidence_is_a_share() -> None:
    assert all(0.5 <= place.confidence <= 1 for place in find_places(PAGE))


def test_the_country_of_the_site_chooses_among_namesakes() -> None:
    text = "Police in Edmonton were called to a school in Edmonton."
    british = find_places(text, url="https://paper.example.uk/a")[0]
    canadian = find_places(text, url="https://paper.example.ca/a")[0]
    assert (british.country, canadian.country) == ("United Kingdom", "Canada")


def test_the_country_in_the_sources_name_chooses_among_namesakes() -> None:
    text = "Police in Edmonton were called to a school in Edmonton."
    assert find_places(text, source="British Gazette")[0].country == "United Kingdom"


def test_a_small_town_abroad_is_uncertain_where_the_page_names_other_lands() -> None:
    text = "The City of Marl agreed. Winnipeg and Brandon, Manitoba, had done so, as had Canada."
    marl = next(place for place in find_places(text) if place.name == "Marl")
    assert marl.confidence <= 0.6


def test_a_page_without_capitals_still_names_its_large_cities() -> None:
    text = "toronto police stopped two men last night. officers in toronto gave no reason to them."
    assert [place.label for place in find_places(text)] == ["Toronto, Ontario"]


@pytest.mark.parametrize(
    "text",
    ["", " \n", "\0" * 5000, "A" * 500_000, "東京は日本の首都。" * 99, "London (", "\ud800", "St."],
    ids=["empty", "space", "zeros", "one word", "no capitals", "open", "surrogate", "short"],
)  # fmt: skip
def test_odd_text_gives_places_or_nothing_but_no_error(text: str) -> None:
    assert isinstance(find_places(text, title=text, url=text), tuple)


def test_a_very_long_list_of_names_is_read_in_good_time() -> None:
    found = find_places("Toronto, Hamilton, Windsor, " * 2000)
    assert {place.name for place in found} >= {"Toronto", "Hamilton"}


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aé LQOnt.,-'’\n東SCparis", max_size=120))
def test_spans_lie_within_any_text(text: str) -> None:
    for place in find_places(text, title="Laval"):
        assert all(0 <= start < end <= len(text) for start, end in place.spans)
