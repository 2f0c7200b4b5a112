"""The search state: what an address means, and the addresses one click away."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engine import Sort
from indexer.question import Matching
from webui.parameters import BadParameter
from webui.state import CHOOSABLE, MAX_TRAIL, SearchState

words = st.text(max_size=40)
values = st.text(min_size=1, max_size=20)
days = st.dates(min_value=date(1000, 1, 1))
choices = st.tuples(st.sampled_from(CHOOSABLE), values)


@st.composite
def states(draw: st.DrawFn) -> SearchState:
    first, last = draw(st.none() | days), draw(st.none() | days)
    if first and last and first > last:
        first, last = last, first
    return SearchState(
        text=draw(words),
        chosen=draw(st.frozensets(choices, max_size=5)),
        excluded=draw(st.frozensets(choices, max_size=3)),
        published_from=first,
        published_to=last,
        sort=draw(st.sampled_from(Sort)),
        limit=draw(st.integers(0, 100)),
        match=draw(st.sampled_from(Matching)),
        fold=draw(st.booleans()),
        trail=tuple(draw(st.lists(values, max_size=3))),
    )


def query_of(state: SearchState) -> str:
    return state.to_url().partition("?")[2]


@given(states())
@settings(max_examples=150, deadline=None)
def test_a_state_survives_its_address(state: SearchState) -> None:
    assert SearchState.from_url(query_of(state)) == state


@given(states(), choices)
@settings(max_examples=50, deadline=None)
def test_ticking_twice_gives_the_same_search_back_on_its_first_page(
    state: SearchState, choice: tuple[str, str]
) -> None:
    once = state.toggle(*choice)
    assert once != state
    assert once.trail == ()
    assert once.toggle(*choice) == state.first_page()


@given(states(), choices)
@settings(max_examples=50, deadline=None)
def test_choosing_only_one_value_leaves_other_facets_alone(
    state: SearchState, choice: tuple[str, str]
) -> None:
    field, value = choice
    alone = state.only(field, value)
    assert alone.chosen_in(field) == (value,)
    assert alone.without_facet(field) == state.let_in(field, value).without_facet(field)


@given(states(), choices)
@settings(max_examples=50, deadline=None)
def test_a_value_is_left_out_and_let_in_again(state: SearchState, choice: tuple[str, str]) -> None:
    without = state.exclude(*choice)
    assert choice[1] in without.excluded_in(choice[0])
    assert choice[1] not in without.chosen_in(choice[0])
    assert without.let_in(*choice).excluded == state.excluded - {choice}


def test_previous_leads_back_along_the_pages_that_led_here() -> None:
    first = SearchState(text="police")
    third = first.next_page("a").next_page("b")
    assert third.cursor == "b"
    assert third.previous_page().cursor == "a"
    assert third.previous_page().previous_page() == first


def test_the_address_of_a_deep_page_stays_short() -> None:
    state = SearchState()
    for number in range(MAX_TRAIL * 2):
        state = state.next_page(str(number))
    assert len(state.trail) == MAX_TRAIL
    assert SearchState.from_url(query_of(state)) == state


def test_a_year_alone_is_its_first_and_last_day() -> None:
    state = SearchState.from_url("from=2016&to=2016")
    assert (state.published_from, state.published_to) == (date(2016, 1, 1), date(2016, 12, 31))
    assert SearchState.from_url("to=2016-02").published_to == date(2016, 2, 29)


def test_only_an_empty_search_is_the_front_page() -> None:
    assert SearchState.from_url("").blank
    assert SearchState.from_url("q=&city=").blank
    assert not SearchState.from_url("sort=newest").blank
    assert not SearchState.from_url("after=x").blank


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("limit=-1", "limit"),
        ("limit=101", "limit"),
        ("limit=²", "limit"),
        ("limit=" + "9" * 500, "limit"),
        ("sort=best", "sort"),
        ("from=yesterday", "from"),
        ("from=2016-13", "from"),
        ("to=0000", "to"),
        ("to=2017-02-30", "to"),
        ("from=2018&to=2017", "from"),
        ("q=a&q=b", "q"),
        ("q=" + "a" * 2_001, "q"),
        ("x=" + "a" * 20_000, "address"),
        ("x=1&" * 300, "address"),
    ],
)
def test_an_address_that_makes_no_sense_names_the_fault(address: str, name: str) -> None:
    with pytest.raises(BadParameter) as caught:
        SearchState.from_url(address)
    assert caught.value.name == name
    assert caught.value.reason.endswith(".")
    assert caught.value.mend.endswith(".")
    assert len(str(caught.value)) < 300


def test_saying_the_same_twice_does_no_harm() -> None:
    assert SearchState.from_url("q=a&q=a").text == "a"
