"""Searches from many threads: what they share is made once, and answers all of them right."""

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.engine import Found, Search, SearchEngine, Selection, Sort
from indexer.engines import ENGINES, open_engine
from indexer.fields import FACETS
from indexer.query import expand
from indexer.query.nodes import Scope
from tests.engine_contract.documents import random_page
from tests.engine_contract.queries import random_node, word

THREADS = 8
ALL = tuple(field.name for field in FACETS)


def searches(chance: random.Random, engine: SearchEngine) -> list[Search]:
    """Some that share words, columns and positions."""
    nodes = [random_node(chance, 2) for _ in range(12)]
    return [
        Search(
            expand(node, "", engine.vocabulary),
            selections=(Selection("language", frozenset({"en", "fr"})),) if number % 3 else (),
            sort=chance.choice([*Sort]),
            facets=ALL,
            limit=50,
            fold=number % 2 == 0,
            histogram=True,
        )
        for number, node in enumerate(nodes)
    ]


def bare(found: Found) -> Found:
    """What is found without its cursor, which may carry numbers that the search does not use."""
    return replace(found, next="on" if found.next else None)


@pytest.mark.parametrize("name", ENGINES)
def test_threads_that_begin_together_on_a_new_engine_all_answer_right(
    tmp_path: Path, name: str
) -> None:
    chance = random.Random(3)
    engine = open_engine(name, tmp_path / "index")
    for commit in range(3):
        pages = [random_page(chance, f"p{number}") for number in range(commit * 20, 80)]
        engine.add(pages, commit)
    asked = searches(chance, engine)
    expected = [bare(engine.search(search)) for search in asked]
    words = sorted(engine.vocabulary(Scope.ANYWHERE, ""))
    engine.close()
    for _ in range(5):
        fresh = open_engine(name, tmp_path / "index", create=False)
        together = threading.Barrier(THREADS)

        def answers(
            start: int, fresh: SearchEngine = fresh, together: threading.Barrier = together
        ) -> list[Found]:
            together.wait(30)
            turned = [*asked[start:], *asked[:start]]
            found = [bare(fresh.search(search)) for search in turned]
            assert sorted(fresh.vocabulary(Scope.ANYWHERE, "")) == words
            return [*found[len(asked) - start :], *found[: len(asked) - start]]

        with ThreadPoolExecutor(THREADS) as threads:
            assert all(found == expected for found in threads.map(answers, range(THREADS)))
        fresh.close()


def test_searches_go_on_while_documents_are_added(real_engine: SearchEngine) -> None:
    chance = random.Random(5)
    done = threading.Event()
    real_engine.add([random_page(chance, f"first{n}") for n in range(20)], 1)
    search = Search(word("police"), facets=ALL, histogram=True, fold=True)

    def asks() -> list[int]:
        totals = []
        while not done.is_set():
            found = real_engine.search(search)
            assert found.histogram is not None
            months = sum(month.count for month in found.histogram.months)
            counted = months + found.histogram.uncertain + found.histogram.undated
            languages = found.facets[ALL.index("language")]
            in_one = sum(row.count for row in languages.values) + languages.missing
            assert counted == found.total <= in_one
            totals.append(found.total)
        return totals

    with ThreadPoolExecutor(4) as threads:
        asking = [threads.submit(asks) for _ in range(4)]
        try:
            for commit in range(15):
                pages = [random_page(chance, f"later{commit}-{n}") for n in range(5)]
                real_engine.add(pages, commit + 2)
        finally:
            done.set()
        for each in asking:
            totals = each.result(60)
            assert totals == sorted(totals), "counts never go back"
    assert real_engine.search(search).total >= totals[-1]
