"""What was understood, for every kind of query."""

import pytest

from indexer.query import echo, parse

CASES = {
    "": "all pages",
    "police": "pages with any form of “police”",
    "police immigration": "pages with any form of “police” and “immigration”",
    "a b c": "pages with any form of “a”, “b” and “c”",
    '"sanctuary city"': "pages with the exact words “sanctuary city”",
    '"sanctuary"': "pages with the exact word “sanctuary”",
    'police "sanctuary city" -rally year:2017': "pages with any form of “police” and the exact "
    "words “sanctuary city”, but without any form of “rally”, published in 2017 for certain",
    "police OR cbsa": "pages with any form of “police” or “cbsa”",
    "a b OR c": "pages with any form of “c” or (any form of “a” and “b”)",
    "a (b OR c)": "pages with any form of “a” and (any form of “b” or “c”)",
    'a OR b OR "c d"': "pages with any form of “a” or “b”, or the exact words “c d”",
    "NOT rally": "all pages without any form of “rally”",
    "-a -b": "all pages without any form of “a” and without any form of “b”",
    "NOT (a b)": "all pages without (any form of “a” and “b”)",
    "a OR NOT b": "pages with any form of “a” or without any form of “b”",
    "a (b OR -c)": "pages with any form of “a”, (with any form of “b” or without any form of “c”)",
    "a OR lang:fr": "pages with any form of “a” or in French",
    "a OR (lang:fr year:2017)": "pages with any form of “a” or (in French and published in 2017 "
    "for certain)",
    "police and not rally": "pages with any form of “police”, “and”, “not” and “rally”",
    "police, l’immigration Montreal's C++": "pages with any form of “police”, “immigration”, "
    "“Montreal” and “C”",
    "title:a": "pages with any form of “a” in the title",
    'title:(a OR "b c")': "pages with (any form of “a” or the exact words “b c”) in the title",
    "title:(a -b)": "pages with (any form of “a” and not any form of “b”) in the title",
    "-title:a b": "pages with any form of “b”, but not with any form of “a” in the title",
    'removed:"follow us"': "pages with the exact words “follow us” in the text that cleaning "
    "removed",
    "source:star author:tremblay": "pages from a source called “star”, by an author called "
    "“tremblay”",
    'city:"London, Ontario"': "pages that name the city “London, Ontario”",
    "place:6167865": "pages that name the place “6167865”",
    "lang:français": "pages in French",
    "lang:(fr OR en) a": "pages with any form of “a”, in (French or English)",
    "year:2017?": "pages published in 2017 for certain or perhaps",
    "NOT year:2017": "all pages not published in 2017 for certain",
    "year:2015..2017": "pages published from 2015 to 2017 for certain",
    "date:2017-02": "pages published in February 2017 for certain",
    "date:2017-02-03": "pages published on 3 February 2017 for certain",
    "date:2016-01..2017-03": "pages published from January 2016 to March 2017 for certain",
    "date:2016-01-15..2017-03": "pages published from 15 January 2016 to 31 March 2017 for certain",
    "after:2016": "pages published on 1 January 2017 or later for certain",
    "before:2017-02?": "pages published on 31 January 2017 or earlier for certain or perhaps",
    "year:(2016 OR 2018)": "pages published in 2016 for certain or published in 2018 for certain",
    "12:30 https://city.example/?id=4": "pages with any form of “12:30” and "
    "“https://city.example/?id=4”",
}


@pytest.mark.parametrize(("typed", "understood"), CASES.items())
def test_the_echo_says_what_was_understood(typed: str, understood: str) -> None:
    assert echo(parse(typed)) == understood


def test_no_two_of_these_queries_sound_alike() -> None:
    assert len(set(CASES.values())) == len(CASES)


def test_what_cannot_be_shown_does_not_reach_the_echo() -> None:
    assert echo(parse("a\x00b\ud800c \u202epolice")).isprintable()
