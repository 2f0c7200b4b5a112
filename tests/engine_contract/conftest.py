"""Every test here that takes `engine` runs on the oracle and on each engine of the registry."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.engine import SearchEngine
from indexer.engines import ENGINES, open_engine
from tests.engine_contract.plain_scan import PlainScan

ORACLE = PlainScan.name


@pytest.fixture(params=[ORACLE, *ENGINES])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchEngine]:
    made = (
        PlainScan() if request.param == ORACLE else open_engine(request.param, tmp_path / "index")
    )
    yield made
    made.close()


@pytest.fixture(params=list(ENGINES))
def real_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchEngine]:
    """For what the oracle leaves out: pages, scores, commits."""
    made = open_engine(request.param, tmp_path / "index")
    yield made
    made.close()
