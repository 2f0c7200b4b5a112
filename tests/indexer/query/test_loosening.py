"""Any of the words instead of all: what is loosened, and what still holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query import any_of, echo, parse
from indexer.query.nodes import And


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
        ("year:2017 AND police mayor", "(police OR mayor) year:2017"),
        ("police AND year:2017 mayor", "(police OR mayor) year:2017"),
        ("police AND year:2017 AND mayor bus", "((police AND mayor) OR bus) year:2017"),
        ("police mayor AND -rally", "(police OR mayor) -rally"),
        ("police year:2017 mayor lang:fr", "(police OR mayor) year:2017 lang:fr"),
        ("-rally year:2017", "-rally year:2017"),
        ("police OR mayor library", "police OR (mayor OR library)"),
        ("police OR mayor library year:2017", "police OR ((mayor OR library) year:2017)"),
        ("police OR mayor AND library", "police OR (mayor AND library)"),
        ("police w/5 mayor library", "(police w/5 mayor) OR library"),
        ("title:(police mayor) library", "title:(police mayor) OR library"),
        ("polic* mayer~", "polic* OR mayer~"),
    ],
)
def test_words_side_by_side_are_loosened_and_all_else_holds(text: str, same_as: str) -> None:
    assert echo(any_of(parse(text), text)) == echo(parse(same_as))


def test_nothing_asked_stays_nothing() -> None:
    assert any_of(parse(""), "") is None


CLAUSES = (
    "police", "mayor", '"city hall"', "-rally", "year:2017", "city:Toronto", "title:bus", "bor*",
    "(a OR b)", "NOT x",
)  # fmt: skip
HELD = ("-rally", "year:2017", "city:Toronto", "NOT x")


@given(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=8), st.data())
def test_a_condition_holds_wherever_it_stands(clauses: list[str], data: st.DataObject) -> None:
    joints = st.lists(st.sampled_from((" ", " AND ")), min_size=7, max_size=7)
    between = ["", *data.draw(joints)]
    text = "".join(map("".join, zip(between, clauses, strict=False)))
    loosened = any_of(parse(text), text)
    strict = parse(text)
    words = [clause for clause in clauses if clause not in HELD]
    if len(words) < 2:
        assert loosened == strict
        return
    asked = {echo(parse(clause)) for clause in clauses if clause in HELD}
    parts = loosened.nodes if isinstance(loosened, And) else (loosened,)
    assert asked <= {echo(part) for part in parts}
