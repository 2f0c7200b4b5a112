"""Query text to nodes."""

import re
from datetime import date

import pytest

from indexer.query import parse
from indexer.query.nodes import And, Dated, Not, Or, Phrase, Scope, Within, Word


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t", "\ufeff\u200b", "\u200e"])
def test_an_empty_query_means_nothing(nothing: str) -> None:
    assert parse(nothing) is None


def test_spans_say_where_each_part_was_typed() -> None:
    typed = ' police  title:("border services" OR  -rally)'
    node = parse(typed)
    assert isinstance(node, And)
    assert [typed[slice(*child.span)] for child in node.nodes] == [
        "police",
        'title:("border services" OR  -rally',
    ]
    assert node.nodes[0] == Word("police", (1, 7))
    field = node.nodes[1]
    assert isinstance(field, Within)
    assert isinstance(field.node, Or)
    assert field.node.nodes == (
        Phrase("border services", (16, 33)),
        Not(Word("rally", (39, 44)), (38, 44)),
    )


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("police AND rally", "police rally"),
        ("police NOT rally", "police -rally"),
        ("police –rally", "police -rally"),
        ("a b OR c", "(a AND b) OR c"),
        ("NOT a b", "(NOT a) AND b"),
        ("TITLE:a", "title:a"),
        ("title: a", "title:a"),
        ("“a b”", '"a b"'),
        ("«a b» „c d“ ”e”", '"a b" "c d" "e"'),
        ("(a)(b)", "a b"),
        ("a \u200eOR\u200e b", "a OR b"),
        ("sanctu*\u200e polise~\ufeff", "sanctu* polise~"),
    ],
)
def test_there_is_more_than_one_way_to_type_it(typed: str, same: str) -> None:
    assert bare(parse(typed)) == bare(parse(same))


@pytest.mark.parametrize("word", ["and", "or", "not", "ANDREW", "ET", "NOTE", "Or", "co-operation"])
def test_what_looks_like_an_operator_can_be_a_word(word: str) -> None:
    assert parse(word) == Word(word, (0, len(word)))


def test_quotes_of_one_kind_may_stand_inside_another() -> None:
    assert parse('“the "big" one”') == Phrase('the "big" one', (0, 15))


def test_a_mark_that_nobody_sees_parts_no_word() -> None:
    assert parse("po\ufefflice") == Word("po\ufefflice", (0, 7))


@pytest.mark.parametrize("typed", ["12:30", "5:3", "https://city.example/news?id=4&x=*", "3M:x"])
def test_times_and_addresses_are_plain_words(typed: str) -> None:
    assert parse(typed) == Word(typed, (0, len(typed)))


@pytest.mark.parametrize(
    ("typed", "earliest", "latest", "perhaps"),
    [
        ("year:2017", date(2017, 1, 1), date(2017, 12, 31), False),
        ("year:2017?", date(2017, 1, 1), date(2017, 12, 31), True),
        ("date:2016", date(2016, 1, 1), date(2016, 12, 31), False),
        ("date:2016-02", date(2016, 2, 1), date(2016, 2, 29), False),
        ("date:2016-01..2017-03", date(2016, 1, 1), date(2017, 3, 31), False),
        ("date:2016-01…2017-03?", date(2016, 1, 1), date(2017, 3, 31), True),
        ("date:2016..", date(2016, 1, 1), None, False),
        ("date:..2016", None, date(2016, 12, 31), False),
        ("date:２０１６–02–03", date(2016, 2, 3), date(2016, 2, 3), False),
        ('date:"2016 .. 2017"', date(2016, 1, 1), date(2017, 12, 31), False),
        ("after:2016", date(2017, 1, 1), None, False),
        ("after:2016-02-29", date(2016, 3, 1), None, False),
        ("before:2017-02", None, date(2017, 1, 31), False),
        ("before:2017?", None, date(2016, 12, 31), True),
    ],
)
def test_dates_span_days(
    typed: str, earliest: date | None, latest: date | None, perhaps: bool
) -> None:
    node = parse(typed)
    assert isinstance(node, Dated)
    assert (node.earliest, node.latest, node.perhaps) == (earliest, latest, perhaps)
    assert node.span == (0, len(typed))


def test_a_group_of_dates_is_dates_joined() -> None:
    node = parse("year:(2016 OR 2018?)")
    assert isinstance(node, Or)
    assert [child.typed for child in node.nodes if isinstance(child, Dated)] == [
        "year:2016",
        "year:2018?",
    ]


@pytest.mark.parametrize("scope", [scope for scope in Scope if scope is not Scope.ANYWHERE])
def test_every_scope_has_its_prefix(scope: Scope) -> None:
    node = parse(f"{scope.value}:fr")
    assert isinstance(node, Within)
    assert node.scope is scope


def bare(node: object) -> str:
    """The nodes without their spans."""
    return re.sub(r"span=\(\d+, \d+\)", "", repr(node))
