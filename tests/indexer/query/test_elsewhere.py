"""What people type who come from other search tools: understood as meant, or told our way."""

import re

import pytest

from indexer.errors import QueryError
from indexer.query import parse, query_words
from indexer.query.nodes import Node
from indexer.query.operators import BEFORE, BETWEEN, CALLED, NOT_YET

# typed, how it is typed here
UNDERSTOOD = [
    ("police AND NOT rally", "police -rally"),
    ("police AND (NOT rally)", "police -rally"),
    ("+police +rally", "police rally"),
    ("police NEAR/5 status", "police w/5 status"),
    ("police W/S status", "police /s status"),
    ("TITLE:police", "title:police"),
    ("«sanctuary city»", '"sanctuary city"'),
    ("‹sanctuary city›", '"sanctuary city"'),
    ("「sanctuary city」 OR 『border』", '"sanctuary city" OR "border"'),
    ("ｔｉｔｌｅ：police", "title:police"),
    ("（police ＯＲ rally） status", "(police OR rally) status"),
    ("police　ＡＮＤ　rally", "police rally"),
    ("police ｗ／５ status", "police w/5 status"),
    ("sanctu＊ polise～２", "sanctu* polise~2"),
    ('d\'"Étoile du Quai"', '"Étoile du Quai"'),
    ("police l’«asile»", 'police "asile"'),
    ("AT&T R&D C++ C# .NET @user #tag $100 50% LGBTQ+", "AT&T R&D C C NET user tag 100 50 LGBTQ"),
    ("ET", "et"),
    ("police ET", "police et"),
    ("rock 'n roll", "rock n roll"),
    ("the cities' don't", "the cities don't"),
    ("sanctuary police (toronto)", "sanctuary police toronto"),
]


def looked_for(node: Node | None) -> str:
    """The node, words as they are looked for, without where they were typed."""
    said = re.sub(r"Word\(text=(['\"])(.*?)\1", lambda m: f"Word{query_words(m[2])}", repr(node))
    return re.sub(r"span=\(\d+, \d+\)", "", said)


@pytest.mark.parametrize(("typed", "ours"), UNDERSTOOD)
def test_it_is_understood_as_meant(typed: str, ours: str) -> None:
    assert looked_for(parse(typed)) == looked_for(parse(ours))


# typed, position, a part of the reason, a part of the mend
REFUSED = [
    ("police ANDNOT rally", 7, "ANDNOT is not an operator", "Type AND, OR or NOT"),
    ("police BUT NOT rally", 7, "BUT is not an operator", "Type AND, OR or NOT"),
    ("police XOR rally", 7, "XOR is not an operator", "Type AND, OR or NOT"),
    ("police ET rally", 7, "ET is not an operator", "in small letters"),
    ("police OU rally", 7, "OU is not an operator", "as in police OR cbsa"),
    ('"police" OU "rally"', 9, "OU is not an operator", "as in police OR cbsa"),
    ("police SAUF rally", 7, "SAUF is not an operator", "AND, OR or NOT"),
    ("SAUF rally", 0, "SAUF is not an operator", "as in NOT rally"),
    ("police && rally", 7, "no letter and no digit", "Leave it out"),
    ("police || rally", 7, "no letter and no digit", "Type OR"),
    ('+"sanctuary city"', 0, "no letter and no digit", "all words are asked for"),
    ('!"sanctuary city"', 0, "no letter and no digit", "-rally"),
    ("police !rally", 7, "! is not an operator", "-rally"),
    ("site:city.example police", 0, "no field “site:”", "Type source: instead"),
    ("intitle:police", 0, "no field “intitle:”", "Type title: instead"),
    ("titre:police", 0, "no field “titre:”", "Type title: instead"),
    ("texte:police", 0, "no field “texte:”", "Leave it out"),
    ("filetype:pdf", 0, "no field “filetype:”", "The fields are title:"),
    ("title=police", 0, "title= names no field", "title:police"),
    ("TIT_HEAD=police", 0, "TIT_HEAD= names no field", "title:police"),
    ("date>2017", 0, "date> names no field", "after:2016"),
    ("year>=2017", 0, "year>= names no field", "after:2016"),
    ("title :police", 6, "A colon stands before “police”", "title:police"),
    ("title::police", 6, "A colon stands before “police”", "title:police"),
    ("police NEAR status", 7, "NEAR is not an operator", "Type w/10"),
    ("police NEAR5 status", 7, "NEAR5 is not an operator", "Type w/10"),
    ("police N5 status", 7, "N5 is not an operator", "put it in quotes"),
    ("police ADJ3 status", 7, "ADJ3 is not an operator", "pre/3 for this order"),
    ("police SAME status", 7, "SAME is not an operator", "/p for one paragraph"),
    ("police NEXT/3 status", 7, "NEXT/3 is not an operator", "pre/3"),
    ("police n/5 status", 7, "n/5 is not an operator", "Type w/10"),
    ("police +5 status", 7, "+5 is not an operator", "pre/3"),
    ("police %2 status", 7, "%2 is not an operator", "Type w/10"),
    ("police /para status", 7, "/para is not an operator", "/p for one paragraph"),
    ("police w/sent status", 7, "w/sent is not an operator", "/s for one sentence"),
    ("police pre/s status", 7, "pre/s is not an operator", "Type w/10"),
    ("police w/-5 status", 7, "w/-5 is not an operator", "Type w/10"),
    ("police w/2.5 status", 7, "w/2.5 is not an operator", "Type w/10"),
    ("police w\\5 status", 7, "w\\5 is not an operator", "Type w/10"),
    ("police AROUND(5) status", 7, "AROUND is not an operator", "Type w/10"),
    ("NEAR(police, status)", 0, "NEAR is not an operator", "Type w/10"),
    ("police NOT w/5 status", 11, "NOT and w/5 stand side by side", "NOT (police w/5 status)"),
    ("police w/5 NOT status", 11, "w/5 and NOT stand side by side", "NOT (police w/5 status)"),
    ("atleast5(police)", 0, "How often a word stands", "Leave it out"),
    ("plural(city)", 0, "Capitals and numbers of a word", "put it in quotes"),
    ("headline(police)", 0, "whether headline and the parenthesis", "title:(police)"),
    ("employé(e)s", 0, "whether employé and the parenthesis", "put a space"),
    ("immigra!", 7, "whether ! stands for other letters", "type *"),
    ("immigra$", 7, "whether $ stands for other letters", "type *"),
    ("wom#n", 3, "whether # stands for other letters", "type *"),
    ("immigra%", 7, "whether % stands for other letters", "type *"),
    ("=police", 0, "= is not an operator", '"police"'),
    ("2016..2017", 0, "2016..2017 is no word", "date:2016..2017"),
    ("[2016 TO 2017]", 6, "TO is not an operator", "date:2016..2017"),
    ("year:2016 TO 2017", 10, "TO is not an operator", "date:2016..2017"),
    ("year:2016 OR 2017", 13, "whether “2017” belongs to year", "year:(2016 OR 2017)"),
    ("lang:fr OR en", 11, "whether “en” belongs to lang", "lang:(fr OR en)"),
    ("year:2016,2017", 5, "not a date", "year:(2016 OR 2017)"),
    ("date:>2017", 5, "not a date", "Type after:2017"),
    ("date:>=2017-02", 5, "not a date", "Type date:2017-02.."),
    ("date:<2017", 5, "not a date", "Type before:2017"),
    ("date:<=2017", 5, "not a date", "Type date:..2017"),
    ('date:"2016 to 2017"', 6, "not a date", "2016..2017"),
    ("date:28/02/2017", 5, "not a date", "the year first"),
    ("date:février", 5, "not a date", "in numbers"),
    ("lang:en-CA", 5, "not a language", "type lang:en"),
    ("'sanctuary city'", 0, "single quotation marks", "double ones"),
    ("police ‘sanctuary city’.", 7, "single quotation marks", "double ones"),
    ("``sanctuary city''", 0, "single quotation marks", "double ones"),
    ('"the "big" one"', 6, "runs into “big”", "Put a space"),
    ('police"rally"', 6, "“police” runs into", "Put a space"),
    ('“police" and “rally”', 13, "A second “ stands where", "Close the first one with ”"),
    ("«police «rally»", 8, "A second « stands where", "Close the first one with »"),
    ("police title：＂rally", 13, "＂ is never closed", "Close it with ＂"),
]


@pytest.mark.parametrize(("typed", "position", "reason", "mend"), REFUSED)
def test_it_is_refused_with_our_way_to_type_it(
    typed: str, position: int, reason: str, mend: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(typed)
    error = caught.value
    assert (error.position, error.text) == (position, typed)
    assert reason in error.reason
    assert mend in error.mend


@pytest.mark.parametrize(
    "typed",
    [one for kind in (NOT_YET, BETWEEN, BEFORE, CALLED) for each in kind
     for one in each.typed.split(", ")],
)  # fmt: skip
def test_every_operator_that_the_guide_lists_is_refused(typed: str) -> None:
    with pytest.raises(QueryError):
        parse(typed)
