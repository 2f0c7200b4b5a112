"""What was understood, for every kind of query."""

import pytest

from indexer.query import echo, expand, parse
from indexer.query.expanding import Known
from indexer.query.nodes import Expanded, Wildcard
from indexer.query.wording import ENGLISH, FRENCH

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
    "police w/10 status": "pages with any form of “police” within 10 words of any form of “status”",
    "police w/1 status": "pages with any form of “police” right beside any form of “status”",
    "police pre/3 status": "pages with any form of “police” at most 3 words before any form of "
    "“status”",
    "police pre/1 status": "pages with any form of “police” right before any form of “status”",
    "police /s (status OR rally) /p board": "pages with any form of “police” in one sentence with "
    "(any form of “status” or “rally”), and that in one paragraph with any form of “board”",
    '"police status"~10': "pages with the exact words “police status” within 10 words of each "
    "other in any order",
    '"police status"~1': "pages with the exact words “police status” next to each other in any "
    "order",
    "sanctu* OR polise~ OR polise~2": "pages with words like “sanctu*”, words that are “polise” "
    "but for one letter or words that are “polise” but for two letters",
    "author:trembl*": "pages by an author called “trembl*”",
    "title:(a w/3 b)": "pages with any form of “a” within 3 words of any form of “b” in the title",
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


def test_the_echo_lists_the_words_that_a_pattern_stands_for() -> None:
    def echoed(typed: str, *known: tuple[str, int]) -> str:
        return echo(expand(parse(typed), typed, lambda _, __: [Known(*each) for each in known]))

    many = [(f"sanctu{letter}", number) for number, letter in enumerate("abcdefg")]
    assert echoed("sanctu*") == "pages with words like “sanctu*” (there are none here)"
    assert echoed("sanctu*", ("sanctum", 2)) == "pages with words like “sanctu*” (here “sanctum”)"
    assert echoed("sanctu*", *many) == (
        "pages with words like “sanctu*” (here “sanctug”, “sanctuf”, “sanctue”, “sanctud”, "
        "“sanctuc” and 2 more)"
    )
    assert echoed("polise~", ("police", 9), ("polity", 3)) == (
        "pages with words that are “polise” but for one letter (here “police”)"
    )


FRENCH_CASES = {
    "police OR gendarmes": "pages avec toute forme de « police » ou « gendarmes »",
    '"ville sanctuaire" -rallye date:2017-02-01': "pages avec les mots exacts « ville "
    "sanctuaire », mais sans toute forme de « rallye », publiées le 1er février 2017 de façon "
    "certaine",
    "police /s statut": "pages avec toute forme de « police » dans la même phrase que toute forme "
    "de « statut »",
    "date:2017-02-01..2017-02-03": "pages publiées du 1er février 2017 au 3 février 2017 de façon "
    "certaine",
    "lang:fr": "pages en français",
}


@pytest.mark.parametrize(("typed", "echoed"), FRENCH_CASES.items(), ids=FRENCH_CASES)
def test_the_echo_speaks_french(typed: str, echoed: str) -> None:
    told = echo(parse(typed), FRENCH)
    assert told.replace("\N{NO-BREAK SPACE}", " ") == echoed
    assert "« " not in told, "a line could end there"


def test_the_echo_writes_numbers_as_its_language_does() -> None:
    terms = tuple(f"sanctu{number}" for number in range(1_239))
    asked = parse("sanctu*")
    assert isinstance(asked, Wildcard)
    expanded = Expanded(asked, terms, asked.span)
    assert echo(expanded, ENGLISH).endswith("and 1,234 more)")
    assert echo(expanded, FRENCH).endswith("et 1\N{NARROW NO-BREAK SPACE}234 autres)")
