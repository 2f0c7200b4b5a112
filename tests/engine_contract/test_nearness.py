"""Distances, sentences, paragraphs, and words that stand for several."""

import pytest

from indexer.engine import SearchEngine
from indexer.query import expand, parse
from indexer.query.nodes import Scope
from tests.engine_contract.documents import ident, page
from tests.engine_contract.queries import ask

TEXT = """The police met the council of Riverton. No status was asked.

A new sanctuary opened. Sanctuaries elsewhere closed, said Dr. Status of the women’s board.

A woman asked the police. The police of the police?"""

PAGES = (
    page("a", TEXT, title="Police and status", removed=("Share this. Status here", "Police there")),
    page("b", "Le conseil policier. Immigration et statut.", language="fr", authors=("Zoé Plume",)),
    page("c", "status police status"),
)

CASES = {
    # distance: 1 is side by side; the other order counts too
    "police w/1 met": "a",
    "met w/1 police": "a",
    "council w/3 police": "a",
    "council w/2 police": "",
    "status w/1 police": "c",
    "police pre/3 council": "a",
    "council pre/3 police": "",
    "police near/3 council": "a",
    "police /3 council": "a",
    # one word twice needs two places
    "police w/3 police": "a",
    "police w/1 police": "",
    "riverton w/9 riverton": "",
    # sentences and paragraphs
    "police /s council": "a",
    "police /s asked": "a",
    "council /s asked": "",
    "council /p asked": "a",
    "council /p sanctuary": "",
    "sanctuary w/s board": "a",
    "opened w/s board": "",
    "sanctuaries /s board": "a",
    '"closed said" /s "women s"': "a",
    "statut /s immigration": "b",
    "conseil /s immigration": "",
    # the title is one sentence, apart from the text
    "title:(police /s status)": "a",
    "title:(police w/1 status)": "",
    "removed:(share /s status)": "",
    "removed:(share /p status)": "a",
    # chains and groups
    "police pre/3 council pre/2 riverton": "a",
    "police pre/3 council pre/1 riverton": "",
    "met w/3 (board OR council)": "a",
    'police w/2 ("met the" OR "no status")': "a",
    "-(police w/5 met)": "b c",
    # phrases whose words may be apart
    '"council police"~3': "a",
    '"council police"~2': "",
    '"police met council"~2': "a",
    '"police met council"~1': "",
    '"status police status"~1': "c",
    # patterns
    "sanctu*": "a",
    "wom?n": "a",
    "poli*": "a b c",
    "policie?*": "b",
    "polcie~": "a c",
    "polise~": "a c",
    "polixx~2": "a c",
    "statuts~": "a b c",
    "immigr* /s statut": "b",
    "title:sanctu*": "",
    "removed:stat*": "a",
    "author:plu*": "b",
    "author:plme~": "b",
}


@pytest.fixture
def filled(engine: SearchEngine) -> SearchEngine:
    engine.add(PAGES, 1)
    return engine


def found(engine: SearchEngine, typed: str) -> set[str]:
    return {match.id for match in ask(engine, parse(typed)).matches}


@pytest.mark.parametrize(("typed", "names"), CASES.items(), ids=CASES)
def test_a_query_finds_just_the_pages_that_hold_it(
    filled: SearchEngine, typed: str, names: str
) -> None:
    assert found(filled, typed) == {ident(name) for name in names.split()}


def test_the_vocabulary_of_a_scope_is_its_own(filled: SearchEngine) -> None:
    def known(scope: Scope, prefix: str) -> set[str]:
        return {each.term for each in filled.vocabulary(scope, prefix)}

    assert known(Scope.ANYWHERE, "sanc") == {"sanctuary", "sanctuaries"}
    assert known(Scope.TITLE, "") == {"police", "and", "status", "a", "page"}
    assert known(Scope.REMOVED, "sh") == {"share"}
    assert known(Scope.AUTHOR, "pl") == {"plume"}
    assert known(Scope.ANYWHERE, "zz") == set()


def test_a_pattern_stands_for_the_words_of_the_archive(filled: SearchEngine) -> None:
    node = expand(parse("sanctu*"), "sanctu*", filled.vocabulary)
    assert set(getattr(node, "terms", ())) == {"sanctuary", "sanctuaries"}


def test_words_near_each_other_count_for_the_score(real_engine: SearchEngine) -> None:
    real_engine.add(PAGES, 1)
    (match,) = ask(real_engine, parse("police /s council")).matches
    assert match.score > 0
    often, once = ask(real_engine, parse("polic* w/9 status OR immigration")).matches[:2]
    assert often.score > once.score
