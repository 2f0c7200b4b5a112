"""A search that takes too long is given up, and says what to narrow."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from indexer.deadline import clock
from indexer.engine import SearchEngine
from indexer.errors import SearchTooSlow
from indexer.fields import FACETS
from indexer.query.nodes import Node
from tests.engine_contract.documents import page
from tests.engine_contract.queries import (
    SAME_SENTENCE,
    ask,
    at_least,
    loose,
    near,
    phrase,
    wildcard,
    word,
    words_apart,
)

ALL = tuple(field.name for field in FACETS)
PAGES = [page(f"p{n}", f"The police of the city, and word{n} of the police.") for n in range(50)]
KINDS: tuple[Node | None, ...] = (
    None,
    word("police"),
    phrase("of the city"),
    loose("police city", 5),
    wildcard("word*"),
    near(word("police"), words_apart(4), word("city"), SAME_SENTENCE, word("the")),
    at_least(1, word("police"), word("city")),
)


@pytest.mark.parametrize("node", KINDS, ids=lambda node: type(node).__name__)
def test_past_its_deadline_a_search_is_given_up(engine: SearchEngine, node: Node | None) -> None:
    engine.add(PAGES, 1)
    with pytest.raises(SearchTooSlow) as told:
        ask(engine, node, facets=ALL, deadline=clock() - 1)
    assert "takes too long" in told.value.reason
    assert told.value.mend.endswith(".")
    assert told.value.mend in str(told.value)


@pytest.mark.parametrize("node", KINDS, ids=lambda node: type(node).__name__)
def test_before_its_deadline_a_search_answers_as_without_one(
    engine: SearchEngine, node: Node | None
) -> None:
    engine.add(PAGES, 1)
    options = {"facets": ALL, "histogram": True, "fold": True}
    in_time = ask(engine, node, deadline=clock() + 600, **options)
    assert in_time == ask(engine, node, **options)
    assert in_time.total == len(PAGES)


def test_a_search_given_up_leaves_the_engine_as_it_was(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    for node in KINDS:
        with pytest.raises(SearchTooSlow):
            ask(engine, node, deadline=clock() - 1)
        assert ask(engine, node).total == len(PAGES)


def test_the_deadline_holds_in_any_thread_and_for_one_search_alone(engine: SearchEngine) -> None:
    engine.add(PAGES, 1)
    together = threading.Barrier(8)

    def answered(number: int) -> bool:
        together.wait(30)
        late = -1 if number % 2 else 600
        try:
            ask(engine, word("police"), facets=ALL, deadline=clock() + late)
        except SearchTooSlow:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(answered, range(8))) == [True, False] * 4
