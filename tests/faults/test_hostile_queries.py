"""Whatever is typed gets an answer or a message, soon, and leaves the process as it was."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from archive import Archive
from indexer.engine import Results
from indexer.engines import ENGINES
from indexer.errors import BadCursor, QueryError, SearchTooSlow
from indexer.search import Query, Searcher
from tests.faults.archives import messy_archive, open_with
from tests.faults.duration import long_or
from tests.faults.hostile import NAUGHTY, junk
from webui import create_app

# Far beyond what a query may take: a slow machine passes, a loop without end does not.
HANGS_S = 20
QUERIES = 5_000
# Caches fill with the first quarter; the others may take little more memory.
MOST_GROWTH_MB = 48

SEARCHERS_KINDS = (QueryError, BadCursor, SearchTooSlow)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with messy_archive(tmp_path_factory.mktemp("hostile") / "archive", seed=9, pages=60) as made:
        yield made


@pytest.fixture(scope="module", params=list(ENGINES))
def searcher(request: pytest.FixtureRequest, archive: Archive) -> Iterator[Searcher]:
    engine = open_with(archive, request.param)
    yield Searcher(archive, engine)
    engine.close()


@pytest.fixture(scope="module")
def client(searcher: Searcher, archive: Archive) -> FlaskClient:
    return create_app(searcher, archive).test_client()


@contextmanager
def hang_guard() -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise TimeoutError(f"no answer within {HANGS_S} s")

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(HANGS_S)
    try:
        yield
    finally:
        signal.alarm(0)


def answered(searcher: Searcher, text: str) -> Results | None:
    """The results, or None where the searcher is told what to change."""
    with hang_guard():
        try:
            return searcher.search(Query(text, facets=("year",), limit=3))
        except SEARCHERS_KINDS:
            return None


@pytest.mark.parametrize("kind", NAUGHTY)
def test_a_naughty_query_is_answered_or_refused(searcher: Searcher, kind: str) -> None:
    answered(searcher, NAUGHTY[kind])
    assert answered(searcher, "police") is not None


@pytest.mark.parametrize("path", ["/", "/api/v1/search"])
def test_the_site_never_fails_over_a_naughty_query(client: FlaskClient, path: str) -> None:
    wrong = []
    for kind, text in NAUGHTY.items():
        with hang_guard():
            answer = client.get(f"{path}?q={quote(text, errors='surrogatepass')}")
        if answer.status_code >= 500:
            wrong.append((kind, answer.status_code))
    assert wrong == []


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def test_five_thousand_queries_of_junk_are_answered_or_refused(searcher: Searcher) -> None:
    """The engines share the queries among them, unless time is no matter."""
    step = long_or(len(ENGINES), 1)
    first = list(ENGINES).index(searcher_engine(searcher)) % step
    asked = junk(QUERIES, seed=5)[first::step]
    warm = len(asked) // 4
    understood = sum(answered(searcher, text) is not None for text in asked[:warm])
    before = resident_mb()
    understood += sum(answered(searcher, text) is not None for text in asked[warm:])
    assert understood > len(asked) / 5
    assert resident_mb() - before < MOST_GROWTH_MB


def searcher_engine(searcher: Searcher) -> str:
    return searcher.search(Query(limit=0)).engine
