"""Pages that have at least so many of a query's parts."""

import random
from itertools import combinations
from pathlib import Path

import pytest

from indexer.engine import SearchEngine
from indexer.engines import ENGINES, open_engine
from indexer.query.nodes import Scope
from tests.engine_contract.documents import ident, page, random_page
from tests.engine_contract.plain_scan import PlainScan
from tests.engine_contract.queries import (
    all_of,
    any_of,
    ask,
    at_least,
    but_not,
    ids,
    phrase,
    random_node,
    wildcard,
    within,
    word,
)

PAGES = (
    page("one", "river river river river"),
    page("two", "river council"),
    page("two-apart", "council", title="A river"),
    page("three", "council vote on the river"),
    page("none", "nothing", removed=("river council vote",)),
)
PARTS = (word("river"), word("council"), word("vote"))


@pytest.mark.parametrize(
    ("least", "expected"),
    [
        (1, {"one", "two", "two-apart", "three"}),
        (2, {"two", "two-apart", "three"}),
        (3, {"three"}),
        (4, set()),
    ],
)
def test_each_part_counts_once_however_often_it_stands_there(
    engine: SearchEngine, least: int, expected: set[str]
) -> None:
    engine.add(PAGES, 1)
    assert ids(engine, at_least(least, *PARTS)) == set(map(ident, expected))


def test_parts_may_be_anything_that_a_query_says(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    parts = (phrase("the river"), wildcard("coun*"), within(Scope.REMOVED, word("vote")))
    assert ids(engine, at_least(2, *parts)) == {ident("three")}
    parts = (but_not(word("river")), but_not(word("council")), word("vote"))
    assert ids(engine, at_least(2, *parts)) == {ident("none")}


def test_it_may_stand_inside_other_parts(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    two = at_least(2, *PARTS)
    assert ids(engine, all_of(two, but_not(word("vote")))) == {ident("two"), ident("two-apart")}
    assert ids(engine, but_not(two)) == {ident("one"), ident("none")}
    titled = within(Scope.TITLE, at_least(1, *PARTS))
    assert ids(engine, titled) == {ident("two-apart")}


def test_the_score_rests_on_every_part_that_a_page_has(real_engine: SearchEngine) -> None:
    real_engine.add(PAGES, 1)
    some = {match.id: match.score for match in ask(real_engine, at_least(1, *PARTS)).matches}
    either = {match.id: match.score for match in ask(real_engine, any_of(*PARTS)).matches}
    assert some == pytest.approx(either)
    assert max(some, key=lambda id: some[id]) == ident("three")


@pytest.mark.parametrize("seed", range(8))
def test_it_is_any_of_all_choices_of_so_many_parts(engine: SearchEngine, seed: int) -> None:
    chance = random.Random(seed)
    engine.add([random_page(chance, f"p{number}") for number in range(40)], 1)
    parts = [random_node(chance, 1) for _ in range(4)]
    for least in (1, 2, 3, 4):
        choices = (all_of(*some) for some in combinations(parts, least))
        assert ids(engine, at_least(least, *parts)) == ids(engine, any_of(*choices))


@pytest.mark.parametrize("name", ENGINES)
def test_it_finds_what_a_plain_scan_finds(tmp_path: Path, name: str) -> None:
    chance = random.Random(4)
    pages = [random_page(chance, f"p{number}") for number in range(60)]
    engine, oracle = open_engine(name, tmp_path / "index"), PlainScan()
    engine.add(pages, 1)
    oracle.add(pages, 1)
    for _ in range(25):
        parts = [random_node(chance, 2) for _ in range(chance.randint(1, 5))]
        node = at_least(chance.randint(1, len(parts)), *parts)
        assert ids(engine, node) == ids(oracle, node), node
    engine.close()
