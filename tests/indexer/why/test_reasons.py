"""Why a clause does not hold: each reason where it belongs, with its place."""

import re
from datetime import date
from pathlib import Path

import pytest

from archive.document import Document, PublicationDate
from indexer.why import Account, Clause, Reason, explain
from indexer.why.as_json import account_json
from indexer.why.wording import MESSAGES, Because
from tests.engine_contract.documents import LONDON, ONTARIO, page

TEXT = (
    "The council met. Two officers of the police spoke about immigration. An email came.\n\n"
    "Les policiers de Montréal n’ont rien dit. The school board voted for sanctuary cities; the "
    "city did not.\n\nFar away a web site opened."
)
PAGE = page(
    "why",
    TEXT,
    title="Council votes for sanctuary",
    removed=("Home", "Sign up for our newsletter", "Follow the harbour"),
    source="The Harbour Light",
    authors=("Ada Quill",),
    published=PublicationDate(
        date(2016, 3, 1), date(2017, 5, 31), "bounded by text", "last spring"
    ),
    places=(LONDON, ONTARIO),
)

CASES = {
    "zebra": ("absent", "It does not stand on this page at all."),
    "newsletter": ("only-removed", "only among the lines that cleaning removed"),
    "title:officers": ("only-text", "in the text, which is not asked"),
    "removed:council": ("only-title", "in the title, which is not asked"),
    '"sanctuary city"': ("other-form", "another form: “sanctuary cities”"),
    '"police officer"': ("other-form-of-word", "“officer” is not there, but in another form"),
    "e-mail": ("written-together", "one word there: “email”"),
    "website": ("written-apart", "two words there: “web site”"),
    "polise": ("spelled-like", "“polise” is not there; spelled nearly so: “police”"),
    '"police zebra"': ("word-absent", "“zebra” is not there"),
    '"board school"': ("other-order", "another order"),
    '"officers police"': ("apart", "the nearest lie within 4 words"),
    "zebr*": ("no-word-fits", "No word of the page fits."),
    "council w/2 police": ("too-far", "is 6 words apart; 2 are asked at most"),
    "police pre/3 officers": ("wrong-order", "stand 3 words apart, but in the other order"),
    "council /s police": ("not-one-sentence", "(in the sentences 1) and “police” (in 2) of 6"),
    "officers /p school": ("not-one-paragraph", "(in the paragraphs 1) and “school” (in 2) of 3"),
    "police w/3 officers w/1 spoke": ("too-far", "“officers” and “spoke” stand is 4 words apart"),
    "council /s zebra": ("thing-absent", "“zebra” does not stand there."),
    '"votes" w/3 school': ("in-other-parts", "not all in one part"),
    '"police council"~2': ("loose-too-far", "within 6 words of each other; 2 are asked at most"),
    "source:times": ("source", "Its source is “The Harbour Light”."),
    "author:plume": ("authors", "Its authors: “Ada Quill”."),
    "author:policiers": ("in-text-instead", "The text says it"),
    "city:toronto": ("cities", "The cities that it names: “London, Ontario”."),
    "place:france": ("places", "“London, Ontario”, “Ontario, Canada”"),
    "lang:fr": ("languages", "It is in “English”."),
    "year:2016": ("would-match-perhaps", "It may be so: year:2016? would match."),
    "year:2012?": ("published", "between 2016-03-01 and 2017-05-31, found by: bounded by text"),
    "-council": ("left-out", "The page has it, and is left out for that."),
    "zebra council": ("some-hold", "1 of 2 match."),
}


def reasons_of(clause: Clause) -> list[Reason]:
    return [*clause.reasons, *(each for child in clause.clauses for each in reasons_of(child))]


def why(query: str, document: Document = PAGE) -> Account:
    return explain(document, query)


@pytest.mark.parametrize(("query", "expected"), CASES.items(), ids=CASES)
def test_a_clause_that_does_not_hold_says_why(query: str, expected: tuple[str, str]) -> None:
    account = why(query)
    assert not account.holds
    assert account.clause is not None
    told = {reason.because.value: reason.text for reason in reasons_of(account.clause)}
    because, text = expected
    assert because in told
    assert text in told[because]


HOLDING = {
    "polic*": ("words-that-fit", "The words that fit: “police”, “policiers”."),
    "year:2016?": ("published", "last spring"),
    "-zebra": ("not-there-as-asked", "As asked, the page does not have it."),
}


@pytest.mark.parametrize(("query", "expected"), HOLDING.items(), ids=HOLDING)
def test_a_clause_that_holds_says_more_where_there_is_more(
    query: str, expected: tuple[str, str]
) -> None:
    account = why(query)
    assert account.holds
    assert account.clause is not None
    told = {reason.because.value: reason.text for reason in account.clause.reasons}
    assert expected[1] in told[expected[0]]


def test_nothing_known_is_told_as_nothing_known() -> None:
    bare = page("bare", "Nothing.", language="und")
    for query, because in (
        ("source:x", "no-source"),
        ("author:x", "no-authors"),
        ("city:x", "no-cities"),
        ("place:x", "no-places"),
        ("lang:fr", "no-language"),
        ("year:2017", "undated"),
    ):
        clause = why(query, bare).clause
        assert clause is not None
        assert [reason.because for reason in clause.reasons] == [because]


def test_a_removed_line_comes_with_its_rule() -> None:
    clause = why("newsletter").clause
    assert clause is not None
    ((standing,),) = (reason.standings for reason in clause.reasons)
    (passage,) = standing.passages
    assert passage.line == PAGE.removed[1]
    assert [passage.snippet.text[a:b] for a, b in passage.snippet.marks] == ["newsletter"]


def test_a_phrase_over_two_removed_lines_is_shown_in_the_first() -> None:
    clause = why('removed:"home sign"').clause
    assert clause is not None
    assert clause.holds
    (passage,) = clause.standings[0].passages
    assert passage.line == PAGE.removed[0]
    assert passage.snippet.marks == ((0, 4),)


def test_places_are_counted_by_part() -> None:
    clause = why("council").clause
    assert clause is not None
    assert [(s.part.value, s.times) for s in clause.standings] == [("title", 1), ("text", 1)]


def test_two_that_are_the_same_words_are_told() -> None:
    clause = why("board w/5 (board OR board)").clause
    assert clause is not None
    assert [reason.because for reason in clause.reasons] == ["overlap"]


def test_a_chain_whose_links_hold_in_different_places_is_told() -> None:
    text = "Police and council.\n\n" + "Nothing. " * 9 + "\n\nCouncil and school."
    clause = why("police w/2 council w/2 school", page("chain", text)).clause
    assert clause is not None
    assert "not-one-chain" in [reason.because for reason in clause.reasons]


def test_clauses_stand_as_they_were_typed() -> None:
    query = 'title:(council OR zebra) -(rally OR "x y") "sanctuary cities" officers w/3 police'
    clause = why(query).clause
    assert clause is not None
    assert [each.typed for each in clause.clauses] == [
        "title:(council OR zebra)",
        '-(rally OR "x y")',
        '"sanctuary cities"',
        "officers w/3 police",
    ]


def test_french_words_are_told_in_their_forms() -> None:
    french = page("fr", "Les écoles ont ouvert. Le maire l’a voté.", language="fr")
    assert why("école voter maire", french).holds
    clause = why('"l\'école"', french).clause
    assert clause is not None
    found = [reason.text for reason in clause.reasons]
    assert "“ecole” is not there, but in another form: “écoles”." in found


def test_every_reason_has_a_sentence_and_is_documented() -> None:
    guide = (Path(__file__).resolve().parents[3] / "docs" / "why.md").read_text("utf-8")
    assert set(MESSAGES) == set(Because)
    assert {each.value for each in Because} <= set(re.findall(r"`([a-z-]+)`", guide))


HOSTILE = {
    "right to left": "שלום police \u202eecilop\u202c مدينة القدس officers\u200f.",
    "zero width": "po\u200blice of\u00adfi\u200dcers \ufeffcity\u2060",
    "one line of a megabyte": "police " + "x" * 1_000_000 + " officers " + "y-" * 100_000,
    "controls": "police\x00\x07\x1b[31m officers\x85city\u2028school",
    "marks": "e\u0301" * 500 + " police " + "👩‍👩‍👧‍👦" * 200 + " officers",
    "nothing": "",
}
QUERIES = (
    "police officers",
    '"police officers"',
    "police w/3 officers",
    "city /s police /p zebra",
    '"officers police"~3',
    "polise~ offic* -city",
    "title:police removed:police",
    "القدس OR שלום",
)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_gets_an_account_with_whole_marks(text: str) -> None:
    document = page("hostile", text, removed=(text, "police"))
    for query in QUERIES:
        account = why(query, document)
        for row in json_marks(account_json(account)):
            start, end = row
            assert 0 <= start < end


def json_marks(value: object) -> list[list[int]]:
    """Every mark of an account as JSON, checked to lie in its passage."""
    if isinstance(value, list):
        return [mark for each in value for mark in json_marks(each)]
    if not isinstance(value, dict):
        return []
    if "marks" in value:
        assert all(end <= len(value["text"]) <= 700 for _, end in value["marks"])
        assert len(value["kinds"]) == len(value["marks"]) > 0
        return list(value["marks"])
    return [mark for each in value.values() for mark in json_marks(each)]


def test_places_are_counted_exactly_however_many_they_are() -> None:
    many = page("many", "The police and the city met again. " * 2_000)
    for query, times in (
        ("police", 2_000),
        ("police w/3 city", 2_000),
        ("police /s city", 2_000),
        ('"city police"~3', 2_000),
    ):
        clause = why(query, many).clause
        assert clause is not None
        (standing,) = clause.standings
        assert standing.times == times
        assert len(standing.passages) == 2
