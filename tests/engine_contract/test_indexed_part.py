"""Of a page with too many words, every engine finds those of the same beginning."""

import pytest

from indexer import indexed_part
from indexer.engine import SearchEngine
from indexer.query.nodes import Node, Scope
from tests.engine_contract.documents import ident, page
from tests.engine_contract.queries import ids, within, word

LONG = "alder " * 200_000 + "birch"


@pytest.mark.parametrize(
    ("bound", "most"), [("MOST_WORDS", 150_000), ("MOST_DIFFERENT", 1)], ids=["words", "different"]
)
def test_what_is_past_the_bound_is_not_found(
    engine: SearchEngine, monkeypatch: pytest.MonkeyPatch, bound: str, most: int
) -> None:
    monkeypatch.setattr(indexed_part, "MOST_DIFFERENT", 1_000)
    monkeypatch.setattr(indexed_part, bound, most)
    engine.add([page("long", LONG, title="Cedar", removed=("Elm",)), page("short", "birch")], 1)
    removed: Node = within(Scope.REMOVED, word("elm"))
    assert ids(engine, word("alder")) == {ident("long")}
    assert ids(engine, word("cedar")) == {ident("long")}
    assert ids(engine, word("birch")) == {ident("short")}
    assert ids(engine, removed) == set()


def test_a_page_within_the_bounds_is_found_by_its_last_word(engine: SearchEngine) -> None:
    engine.add([page("long", LONG)], 1)
    assert ids(engine, word("birch")) == {ident("long")}
