"""Queries that cannot mean what they say: where, why, and what to type instead."""

import pytest

from indexer.errors import QueryError
from indexer.query import parse

# typed, position, a part of the reason, a part of the mend
CASES = [
    ('police "sanctuary', 7, 'mark " is never closed', 'Close it with "'),
    ("“sanctuary", 0, "“ is never closed", "Close it with ”"),
    ("« ville", 0, "« is never closed", "Close it with »"),
    ("police )", 7, "never opened", "Open it with ("),
    ("a (b (c)", 2, "never closed", "Close it with )"),
    ("a ( ) b", 2, "nothing inside the parentheses", "Type words in them"),
    ('a ""', 2, "nothing to look for inside", "Type words in them"),
    ('"…"', 0, "nothing to look for inside", "Type words in them"),
    ("AND", 0, "AND has nothing before it", 'type "and"'),
    ("OR a", 0, "OR has nothing before it", 'type "or"'),
    ("a AND", 2, "AND has nothing after it", 'type "and"'),
    ("a NOT", 2, "NOT has nothing after it", 'type "not"'),
    ("(a OR ) b", 3, "OR has nothing after it", "Type a word"),
    ("( AND a)", 2, "AND has nothing before it", "Type a word"),
    ("a -AND b", 2, "- has nothing after it", "Type a word"),
    ("a AND OR b", 6, "AND and OR stand side by side", "Keep one"),
    ("NOT NOT a", 4, "NOT and NOT stand side by side", "Keep one"),
    ("--a", 0, "Minus signs stand side by side", "-a"),
    ("a - b", 2, "“-” has no letter and no digit", "right before the word"),
    ("a & b", 2, "“&” has no letter and no digit", "all words are asked for"),
    ("a && b", 2, "no letter and no digit", "all words are asked for"),
    ("a || b", 2, "no letter and no digit", "Type OR"),
    ("*", 0, "no letter and no digit", "leave the query empty"),
    ("citty:Toronto", 0, "no field “citty:”", "Type city: instead"),
    ("a -citty:Toronto", 3, "no field “citty:”", "Type city: instead"),
    ("ville:Toronto", 0, "no field “ville:”", "Type city: instead"),
    ("zzz:Toronto", 0, "no field “zzz:”", "The fields are title:, source:"),
    ("a title:", 2, "title: has nothing to look for", "Type a word"),
    ("title: OR a", 0, "title: has nothing to look for", "Type a word"),
    ("title:city:a", 6, "city: stands inside another field", "Put it after"),
    ("title:(a year:2017)", 9, "year: stands inside another field", "Put it after"),
    ("title:-a", 6, "between a field and its word", "-title:"),
    ('"New York"-based', 10, "not clear whether to leave out", "Put a space before"),
    ("year:2017-02", 5, "year: takes a year", "Type date:2017-02"),
    ("a date:2017-13", 7, "no month 13", "01 to 12"),
    ("date:2017-02-30", 5, "2017-02 has no day 30", "2017-02-28"),
    ("date:2017-02-29..2018", 5, "2017-02 has no day 29", "2017-02-28"),
    ("date:2018..2017", 5, "ends before it begins", "date:2017..2018"),
    ("date:..", 5, "not a range", "date:2016..2017"),
    ("year:17", 5, "“17” is not a date", "Type a year (2017)"),
    ("year:0000", 5, "no year 0000", "Type a year (2017)"),
    ("after:9999", 6, "no day after", "Type a year (2017)"),
    ("before:0001", 7, "no day before", "Type a year (2017)"),
    ("after:2016..2017", 6, "takes no range", "date:2016..2017"),
    ("date:[2016 TO 2017]", 5, "not a date", "date:2016..2017"),
    ("date:2016-2017", 5, "not a date", "2016..2017"),
    ("date:2017/2/3", 5, "not a date", "2017-02-03"),
    ('date:"last week"', 6, "not a date", "Type a year (2017)"),
    ("year:2017 ?", 10, "no letter and no digit", "right after the date"),
    ("lang:klingon", 5, "not a language", "lang:fr"),
    ("police w/10 status", 7, "distance (w/10)", "quotes for an exact phrase"),
    ("police pre/3 status", 7, "distance (pre/3)", "quotes for an exact phrase"),
    ('"police status"~10', 15, "distance (~10)", "quotes for an exact phrase"),
    ("police /s status", 7, "sentence or paragraph (/s)", "Type AND"),
    ("police /p status", 7, "sentence or paragraph (/p)", "Type AND"),
    ("sanctu*", 6, "wildcard *", "Type the whole word"),
    ("wom?n", 3, "wildcard ?", "Type the whole word"),
    ("why?", 3, "wildcard ?", "Type the whole word"),
    ('"sanctu* city"', 7, "wildcard cannot stand inside", "whole word"),
    ('"wom?n"', 4, "wildcard cannot stand inside", "whole word"),
    ("polise~", 6, "nearly so (~)", "OR between them"),
    ("a polise~2", 8, "nearly so (~2)", "OR between them"),
    ("police^4", 6, "more weight (^4)", "Leave it out"),
    ("!rally", 0, "! is not an operator", "-rally"),
    ("police|cbsa", 6, "| is not an operator", "Type OR"),
    ("x" * 1_001, 1_000, "1,001 characters; 1,000 are allowed", "Shorten"),
    ("x " * 33, 64, "more than 32 words", "several queries"),
    ("(" * 21 + "a" + ")" * 21, 20, "More than 20 parentheses", "Leave out"),
]


@pytest.mark.parametrize(
    ("typed", "position", "reason", "mend"), CASES, ids=[case[0][:30] for case in CASES]
)
def test_an_error_says_where_why_and_what_instead(
    typed: str, position: int, reason: str, mend: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(typed)
    error = caught.value
    assert (error.position, error.text) == (position, typed)
    assert reason in error.reason
    assert mend in error.mend
    assert error.reason.endswith(".")


def test_a_query_at_the_limits_is_answered() -> None:
    assert parse("x " * 32) is not None
    assert parse("(" * 20 + "a" + ")" * 20) is not None
    assert parse("a" * 1_000) is not None


def test_an_error_repeats_nothing_that_cannot_be_shown() -> None:
    with pytest.raises(QueryError) as caught:
        parse("\ud800\x00")
    assert f"{caught.value.reason} {caught.value.mend}".isprintable()
