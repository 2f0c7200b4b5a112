"""Any of the words instead of all: what is loosened, and what still holds."""

import pytest

from indexer.query import any_of, echo, parse


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("police", "police"),
        ("police mayor", "police OR mayor"),
        ('police "border services"', 'police OR "border services"'),
        ("police mayor -rally", "(police OR mayor) -rally"),
        ("police mayor year:2017", "(police OR mayor) year:2017"),
        ("police mayor city:Toronto", "(police OR mayor) city:Toronto"),
        ("police title:mayor", "police OR title:mayor"),
        ("police AND mayor", "police AND mayor"),
        ("police AND mayor library", "(police AND mayor) OR library"),
        ("police city:Toronto", "police city:Toronto"),
        ("(police OR mayor) library", "(police OR mayor) OR library"),
        ("lower and case", "lower OR and OR case"),
    ],
)
def test_words_side_by_side_are_loosened_and_all_else_holds(text: str, same_as: str) -> None:
    assert echo(any_of(parse(text), text)) == echo(parse(same_as))


def test_nothing_asked_stays_nothing() -> None:
    assert any_of(parse(""), "") is None
