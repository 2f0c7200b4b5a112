"""What must hold of any index that answers: it says what a plain scan of the archive says."""

import random

from archive import Archive
from indexer import fields, query
from indexer.engine import Search, SearchEngine, Sort
from tests.engine_contract.typed import random_query
from tests.faults.archives import oracle_of

FACETS = tuple(field.name for field in fields.FACETS)


def assert_answers_as_the_archive(archive: Archive, engine: SearchEngine, seed: int) -> None:
    """Ask for everything, with all facets, then a few random queries; compare with a plain scan."""
    oracle, chance = oracle_of(archive), random.Random(seed)
    texts = ["", "police", '"the of"', *(random_query(chance) for _ in range(3))]
    for text in texts:
        node = query.expand(query.parse(text), text, oracle.vocabulary)
        search = Search(node, sort=Sort.NEWEST, facets=FACETS, limit=1000)
        answer, expected = engine.search(search), oracle.search(search)
        assert answer.total == expected.total, text
        assert [m.id for m in answer.matches] == [m.id for m in expected.matches], text
        assert answer.facets == expected.facets, text
