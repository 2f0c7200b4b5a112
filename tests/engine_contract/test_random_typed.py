"""Each engine against the oracle: a thousand random queries, typed, over all operators."""

import random
from dataclasses import dataclass, replace
from functools import cache

import pytest

from archive.document import Document
from indexer import fields, query
from indexer.engine import Found, Search, SearchEngine, Selection, Sort
from indexer.query.nodes import And, AtLeast, Node
from tests.engine_contract.documents import messy_page
from tests.engine_contract.plain_scan import PlainScan
from tests.engine_contract.test_random import CHOICES
from tests.engine_contract.typed import random_query

SEEDS = 10
QUERIES = 100  # a seed
COMMITS = 5
PAGES = 20  # a commit; half of them replace those of the commit before
FACETS = [field.name for field in fields.FACETS]


def understood(text: str, engine: SearchEngine, least: float) -> Node | None:
    """What the query means in the words of an engine; `least` (0-1) loosens an And."""
    node = query.parse(text)
    if isinstance(node, And) and least:
        needed = max(1, round(least * len(node.nodes)))
        node = AtLeast(node.nodes, needed, node.span)
    return query.expand(node, text, engine.vocabulary)


def random_options(chance: random.Random) -> Search:
    chosen = chance.sample(sorted(CHOICES), chance.choice((0, 0, 1, 2)))
    return Search(
        selections=tuple(
            Selection(name, frozenset(chance.sample(CHOICES[name], chance.randint(1, 2))))
            for name in chosen
        ),
        sort=chance.choice((Sort.NEWEST, Sort.OLDEST)),
        facets=tuple(chance.sample(FACETS, 3)),
        facet_size=chance.choice((2, 20)),
        limit=1000,
        fold=chance.random() < 0.3,
        histogram=chance.random() < 0.3,
    )


def random_commits(chance: random.Random) -> list[list[Document]]:
    """Each replaces pages of the one before; the last one changes nothing."""
    commits = [
        [messy_page(chance, f"p{number}") for number in range(first, first + PAGES)]
        for first in range(0, COMMITS * PAGES // 2, PAGES // 2)
    ]
    return [*commits, commits[-1][:3]]


@dataclass(frozen=True)
class Case:
    text: str
    least: float
    search: Search
    expected: Found


@cache
def cases(seed: int) -> tuple[list[list[Document]], list[Case]]:
    """The commits and the queries of a seed; the oracle answers once for all engines."""
    chance = random.Random(seed)
    commits, oracle = random_commits(chance), PlainScan()
    for number, pages in enumerate(commits):
        oracle.add(pages, number)
    made = []
    for _ in range(QUERIES):
        text, least = random_query(chance), chance.choice((0, 0, 0, 0.3, 0.6))
        search = random_options(chance)
        found = oracle.search(replace(search, node=understood(text, oracle, least)))
        made.append(Case(text, least, search, found))
    everything = oracle.search(Search(limit=0)).total
    some = sum(0 < case.expected.total < everything for case in made)
    assert some > QUERIES // 3, "the queries should find some pages, but not all"
    return commits, made


def told(found: Found) -> Found:
    """What an engine must answer exactly: all but scores and cursors."""
    matches = tuple(replace(match, score=0.0) for match in found.matches)
    return replace(found, matches=matches, next=None)


def everyone(found: Found) -> set[str]:
    return {id for match in found.matches for id in (match.id, *match.copies)}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_typed_query_finds_what_a_plain_scan_finds(real_engine: SearchEngine, seed: int) -> None:
    commits, asked = cases(seed)
    for number, pages in enumerate(commits):
        assert real_engine.add(pages, number) == len(pages)
    for case in asked:
        search = replace(case.search, node=understood(case.text, real_engine, case.least))
        answer = real_engine.search(search)
        assert told(answer) == told(case.expected), case.text
        ranked = real_engine.search(replace(search, sort=Sort.RELEVANCE))
        assert everyone(ranked) == everyone(case.expected), case.text
