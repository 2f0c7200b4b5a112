"""The rows that match come out the same, fetched one by one or as sums of their bits."""

from pathlib import Path

import numpy as np
import pytest
import tantivy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.engines import open_engine
from indexer.engines.tantivy_engine import bits
from indexer.engines.tantivy_engine.schema import BLOCK_ROWS, SCHEMA
from indexer.engines.tantivy_engine.snapshot import Snapshot
from tests.engine_contract.documents import page

ROWS = 3 * BLOCK_ROWS + 5


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """Row n holds the words n, and of every divisor up to 60 of n: "d7"."""
    engine = open_engine("tantivy", Path(tmp_path_factory.mktemp("bits")))
    texts = [f"w{n} " + " ".join(f"d{d}" for d in range(1, 61) if n % d == 0) for n in range(ROWS)]
    half = ROWS // 2
    engine.add([page(f"p{n}", text) for n, text in enumerate(texts[:half])], 1)
    engine.add([page(f"p{n}", text) for n, text in enumerate(texts[half:], half)], 2)
    return engine._snapshot()  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("divisor", range(1, 61))
def test_both_ways_find_the_rows_of_a_word(snapshot: Snapshot, divisor: int) -> None:
    query = tantivy.Query.term_query(SCHEMA, "text_words", f"d{divisor}")
    expected = np.arange(ROWS) % divisor == 0
    assert (bits.summed(snapshot.searcher, query, ROWS) == expected).all()
    assert (bits.fetched(snapshot.searcher, query, ROWS, ROWS) == expected).all()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(wanted=st.sets(st.integers(0, ROWS - 1)))
def test_both_ways_find_any_rows(snapshot: Snapshot, wanted: set[int]) -> None:
    query = tantivy.Query.term_set_query(SCHEMA, "row", sorted(wanted))
    expected = np.isin(np.arange(ROWS), list(wanted))
    assert (bits.summed(snapshot.searcher, query, ROWS) == expected).all()
    assert (bits.fetched(snapshot.searcher, query, ROWS, len(wanted)) == expected).all()
