"""In about how many documents terms stand, which other parts of Fonds choose words by."""

import pytest

from indexer.engine import SearchEngine
from indexer.query.nodes import Scope
from tests.engine_contract.documents import CANADA, LONDON, MONTREAL, page

PAGES = (
    page("a", "Zebra zebra crossing", title="Zebra", removed=("menu quagga",)),
    page("b", "A crossing at the école", source="The Zebra Post", places=(LONDON, CANADA)),
    page("c", "nothing here", title="Crossing", source="The Zebra Post", places=(MONTREAL,)),
)


@pytest.fixture
def filled(engine: SearchEngine) -> SearchEngine:
    engine.add(PAGES[:2], 1)
    engine.add(PAGES[2:], 2)
    return engine


def test_a_term_counts_once_for_each_document_of_either_part(filled: SearchEngine) -> None:
    found = filled.frequencies(Scope.ANYWHERE, ("zebra", "ecole"))
    assert (found["zebra"], found["ecole"]) == (1, 1)
    # Title and text together: it may be told as about as many.
    assert 2 <= filled.frequencies(Scope.ANYWHERE, ("crossing",))["crossing"] <= 3


def test_a_term_that_stands_nowhere_is_told_as_none(filled: SearchEngine) -> None:
    found = filled.frequencies(Scope.ANYWHERE, ("walrus", "quagga", "école", "", "\ud800"))
    assert not any(found.values())


def test_each_scope_looks_in_its_own_place(filled: SearchEngine) -> None:
    for scope, expected in {Scope.TITLE: 1, Scope.REMOVED: 0, Scope.ANYWHERE: 1}.items():
        assert filled.frequencies(scope, ("zebra",)).get("zebra", 0) == expected, scope
    assert filled.frequencies(Scope.REMOVED, ("quagga",))["quagga"] == 1


@pytest.mark.parametrize("scope", [Scope.SOURCE, Scope.PLACE, Scope.CITY])
def test_names_are_counted_as_the_vocabulary_counts_them(
    filled: SearchEngine, scope: Scope
) -> None:
    known = dict(filled.vocabulary(scope, ""))
    assert known
    assert dict(filled.frequencies(scope, known)) == known


def test_many_terms_can_be_asked_for_after_the_whole_vocabulary(filled: SearchEngine) -> None:
    known = dict(filled.vocabulary(Scope.ANYWHERE, ""))
    assert dict(filled.frequencies(Scope.ANYWHERE, known)) == known
