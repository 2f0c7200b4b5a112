"""Each engine against the oracle, on random documents and queries from a seed."""

import random
from dataclasses import replace

import pytest

from indexer import fields
from indexer.engine import MISSING, UNCERTAIN, Search, SearchEngine, Selection, Sort
from indexer.query import expand
from tests.engine_contract.documents import SOURCES, random_page
from tests.engine_contract.plain_scan import PlainScan
from tests.engine_contract.queries import random_node

QUERIES = 60
ALL = tuple(field.name for field in fields.FACETS)
CHOICES = {
    "source": (*(source for source in SOURCES if source), MISSING, "Nobody"),
    "year": ("2015", "2016", "2017", UNCERTAIN, MISSING),
    "language": ("en", "fr", "de", MISSING),
    "country": ("Canada", "United Kingdom", MISSING),
}


def some(chance: random.Random, name: str, most: int) -> frozenset[str]:
    """A few of a facet's values, or none."""
    return frozenset(chance.sample(CHOICES[name], chance.randint(0, most)))


def random_search(chance: random.Random) -> Search:
    chosen = chance.sample(sorted(CHOICES), chance.randint(0, 2))
    selections = tuple(
        Selection(name, some(chance, name, 2), some(chance, name, 1)) for name in chosen
    )
    return Search(
        node=random_node(chance),
        selections=selections,
        sort=chance.choice((Sort.NEWEST, Sort.OLDEST)),
        facets=ALL,
        facet_size=chance.choice((2, 20)),
        limit=1000,
    )


@pytest.mark.parametrize("seed", range(4))
def test_an_engine_answers_as_a_plain_scan_does(real_engine: SearchEngine, seed: int) -> None:
    chance = random.Random(seed)
    oracle = PlainScan()
    for commit in range(4):
        # Each commit replaces some documents of the ones before.
        pages = [
            random_page(chance, f"p{number}") for number in range(commit * 12, commit * 12 + 25)
        ]
        assert real_engine.add(pages, commit) == oracle.add(pages, commit)
    found = 0
    for _ in range(QUERIES):
        search = random_search(chance)
        search = replace(search, node=expand(search.node, "", oracle.vocabulary))
        answer, expected = real_engine.search(search), oracle.search(search)
        found += expected.total
        assert answer.total == expected.total, search
        assert [m.id for m in answer.matches] == [m.id for m in expected.matches], search
        assert answer.facets == expected.facets, search
        ranked = real_engine.search(replace(search, sort=Sort.RELEVANCE))
        assert {m.id for m in ranked.matches} == {m.id for m in expected.matches}, search
    assert found > QUERIES, "the queries should find something"
