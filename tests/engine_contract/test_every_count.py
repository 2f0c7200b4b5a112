"""Every count that is shown of the real pages is what selecting its value finds."""

from itertools import combinations

import pytest

from archive.document import Document
from indexer.engine import MISSING, Facet, SearchEngine, Selection
from indexer.fields import FACETS
from indexer.query import parse
from indexer.query.nodes import Node
from tests.engine_contract.queries import ask
from tests.engine_contract.test_every_word import corpus, prepared
from tests.engine_contract.test_facets import select

ALL = tuple(field.name for field in FACETS)
QUERIES = ("", "police", '"sanctuary city" -rally', "ville OR city")


@pytest.fixture(params=["shared", "own"])
def pages(request: pytest.FixtureRequest) -> tuple[Document, ...]:
    return prepared(corpus(request.param))


def walk(engine: SearchEngine, node: Node | None, selections: tuple[Selection, ...]) -> int:
    """Select each listed value alone in its facet; give how many were looked at."""
    shown = ask(engine, node, selections=selections, facets=ALL, facet_size=1000).facets
    for facet in shown:
        others = tuple(each for each in selections if each.field != facet.field)
        for value, count in counts(facet).items():
            alone = (*others, select(facet.field, value))
            assert ask(engine, node, selections=alone).total == count, (facet.field, value)
    return sum(len(counts(facet)) for facet in shown)


def counts(facet: Facet) -> dict[str, int]:
    return {row.value: row.count for row in facet.values} | {MISSING: facet.missing}


@pytest.mark.parametrize("text", QUERIES)
def test_every_count_of_every_facet(
    real_engine: SearchEngine, pages: tuple[Document, ...], text: str
) -> None:
    real_engine.add(pages, 1)
    assert walk(real_engine, parse(text), ()) > len(ALL)


@pytest.mark.parametrize("text", QUERIES)
def test_every_count_with_two_facets_selected(
    real_engine: SearchEngine, pages: tuple[Document, ...], text: str
) -> None:
    real_engine.add(pages, 1)
    first = ask(real_engine, facets=ALL, facet_size=2).facets
    commonest = [select(f.field, f.values[0].value) for f in first if f.values]
    for two in list(combinations(commonest, 2))[::5]:
        walk(real_engine, parse(text), two)
