"""Queries that cannot mean what they say: where, why, and what to type instead."""

import pytest

from indexer.errors import QueryError
from indexer.query import parse
from indexer.query.nodes import Phrase

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
    ('"New York"-…based', 10, "not clear whether to leave out", "Put a space before"),
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
    ("date:[2016 TO 2017]", 11, "TO is not an operator", "date:2016..2017"),
    ("date:[2016..2017]", 5, "not a date", "date:2016..2017"),
    ("date:2016-2017", 5, "not a date", "2016..2017"),
    ("date:2017/2/3", 5, "not a date", "2017-02-03"),
    ('date:"last week"', 6, "not a date", "Type a year (2017)"),
    ("year:2017 ?", 10, "no letter and no digit", "right after them"),
    ("lang:klingon", 5, "not a language", "lang:fr"),
    ("w/10 status", 0, "w/10 has nothing before it", 'type "w/10"'),
    ("police pre/3", 7, "pre/3 has nothing after it", 'type "pre/3"'),
    ("a w/3 /s b", 6, "w/3 and /s stand side by side", "Keep one"),
    ("a OR w/3 b", 5, "OR and w/3 stand side by side", "Keep one"),
    ("police w/0 status", 7, "w/0 is no distance", "from 1 (side by side) to 250"),
    ("police w/251 status", 7, "w/251 is no distance", "to 250"),
    ("police w/" + "9" * 500 + " a", 7, "is no distance", "to 250"),
    ("police w/ status", 7, "w/ is not an operator", "Type w/10"),
    ("police adj/3 status", 7, "adj/3 is not an operator", "pre/3 for this order"),
    ("(a b) w/3 c", 1, "w/3 can only stand between words", "type AND"),
    ("title:a w/3 b", 0, "w/3 can only stand between words", "title:(police w/5 status)"),
    ("a w/3 year:2017", 6, "w/3 can only stand between words", "type AND"),
    ("author:(ada w/3 quill)", 12, "cannot be asked of author:", "Leave it out there"),
    ('city:"new york"~3', 15, "~3 cannot be asked of city:", "Leave it out there"),
    ('"police status"~0', 15, "~0 is no distance", "from 1"),
    ('"police status"~', 15, "~ is no distance", "from 1"),
    ('"police status" ~10', 16, "~10 is not an operator", "right after a phrase in quotes"),
    ('"police"~2', 8, "for two words or more", "police~"),
    ("*tion", 0, "* has fewer than three letters", "at least three"),
    ("sa*", 2, "* has fewer than three letters", "at least three"),
    ("w?men", 1, "? has fewer than three letters", "at least three"),
    ("why?", 3, "not clear whether the ? of “why?”", "type why*"),
    ("why??", 3, "not clear whether the ?", "Leave it out"),
    ("北京*", 2, "* has fewer than three letters", "at least three"),
    ("lang:fre*", 5, "not a language", "lang:fr"),
    ('"sanctu* city"', 7, "wildcard cannot stand inside", "whole word"),
    ('"wom?n"', 4, "wildcard cannot stand inside", "whole word"),
    ('"arena * vote"', 7, "wildcard cannot stand inside", 'type "arena" pre/2 "vote"'),
    ('"the arena ? vote now"', 11, "cannot stand inside", '"the arena" pre/2 "vote now"'),
    ('"arena * * vote * now"', 7, "cannot stand", '"arena" pre/3 "vote" pre/2 "now"'),
    ('title:"arena ** vote"', 13, "cannot stand inside", '"arena" pre/2 "vote"'),
    ('"arena *"', 7, "wildcard cannot stand inside", "Leave it out."),
    ('"* arena"', 1, "wildcard cannot stand inside", "Leave it out."),
    ('"? arena"', 1, "wildcard cannot stand inside", "Leave it out."),
    ('"?rena vote"', 1, "wildcard cannot stand inside", "whole word"),
    ('"see http://a.example/?q=b * vote"', 27, "cannot stand inside", "pre/2"),
    ('"arena *, vote"', 7, "wildcard cannot stand inside", "leave out the quotes"),
    ('"arena * vo*"', 7, "wildcard cannot stand inside", "leave out the quotes"),
    ('"arena * vote"~9', 7, "wildcard cannot stand inside", "pre/2"),
    ("polise~3", 6, "~3 asks for 3 letters", "2 at most"),
    ("polise~0", 6, "~0 asks for 0 letters", "2 at most"),
    ("cat~", 3, "“cat” is too short for ~", "4 letters or more"),
    ("polic~2", 5, "“polic” is too short for ~2", "6 letters or more"),
    ("co-operatoin~", 12, "is several words", "one word alone"),
    ("poli*e~", 6, "~ cannot stand here", "at the very end"),
    ("pol~ise", 3, "~ cannot stand here", "at the very end"),
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


@pytest.mark.parametrize(
    "typed",
    [
        '"who voted?"',
        '"who voted? nobody"',
        '"who voted ?"',
        "« Montréal, ville sanctuaire ? »",
        "« ville sanctuaire ? Oui, dit-elle »",
        "« ville sanctuaire\u202f? oui »",
        "« ville sanctuaire\u00a0? »",
        '"who voted?!"',
        '"arena (?) vote"',
        '"http://a.example/?q=b*c"',
    ],
)
def test_a_question_mark_of_a_quoted_sentence_is_punctuation(typed: str) -> None:
    assert isinstance(parse(typed), Phrase)


def test_a_query_at_the_limits_is_answered() -> None:
    assert parse("x " * 32) is not None
    assert parse("(" * 20 + "a" + ")" * 20) is not None
    assert parse("a" * 1_000) is not None


def test_an_error_repeats_nothing_that_cannot_be_shown() -> None:
    with pytest.raises(QueryError) as caught:
        parse("\ud800\x00")
    assert f"{caught.value.reason} {caught.value.mend}".isprintable()
