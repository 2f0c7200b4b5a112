"""The same words among the lines that were removed."""

from datetime import date

import pytest

from indexer import query
from indexer.help.removed_lines import among_removed
from indexer.query.nodes import Within
from indexer.question import Matching, Query


def looked_for(text: str, match: Matching = Matching.ALL) -> str | None:
    found = among_removed(Query(text, match=match, published_from=date(2016, 1, 1)))
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("share", "removed:share"),
        ('"share this"', 'removed:"share this"'),
        ("share tweet", "removed:(share tweet)"),
        ("share AND (tweet OR “back to”)", 'removed:(share (tweet OR "back to"))'),
        ("syndic*", "removed:syndic*"),
    ],
)
def test_words_phrases_and_choices_are_looked_for_among_removed_lines(
    typed: str, searched: str
) -> None:
    assert looked_for(typed) == searched
    assert isinstance(query.parse(searched), Within)


def test_any_of_the_words_stays_any_of_them() -> None:
    assert looked_for("share tweet", Matching.ANY) == "removed:(share OR tweet)"


@pytest.mark.parametrize(
    "typed", ["", "-share", "share -tweet", "title:share", "share year:2016", "removed:share"]
)
def test_what_asks_for_more_than_words_is_let_alone(typed: str) -> None:
    assert looked_for(typed) is None


def test_days_that_are_chosen_hold_there_too() -> None:
    found = among_removed(Query("share", published_from=date(2016, 1, 1)))
    assert found is not None
    assert found.published_from == date(2016, 1, 1)
