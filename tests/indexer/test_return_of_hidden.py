"""A hidden page comes back by itself under a server that stays open, when its day has begun."""

import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from archive import Archive
from archive.withdrawals import Order, withdrawals
from indexer.engines import ENGINES
from indexer.following import follow
from indexer.index import open_index, rebuild
from indexer.search import Query, Searcher
from indexer.withdrawing.erasing import erase
from indexer.withdrawing.taking_out import take_out
from tests.webui.pages import build

TOMORROW = date.today() + timedelta(days=1)
# It is to come within seconds; a machine that is busy may take longer, and no test asserts a time.
PATIENCE_S = 60.0


class Clock(date):
    """The calendar of the server, which the test sets."""

    now = date.today()

    @classmethod
    def today(cls) -> date:
        """The day that it is."""
        return cls.now


@pytest.fixture(params=list(ENGINES))
def archive(request, tmp_path):
    with build(tmp_path / "archive") as built:
        rebuild(built, request.param)
        yield built


def found(searcher: Searcher) -> set[str]:
    return {hit.id for hit in searcher.search(Query("police", limit=100)).hits}


def test_a_hidden_page_is_found_again_by_an_open_server_and_not_a_day_before(archive, monkeypatch):
    monkeypatch.setattr(Clock, "now", date.today())
    monkeypatch.setattr(withdrawals, "date", Clock)
    with closing(open_index(archive)) as index:
        searcher = Searcher(archive, index)
        before = found(searcher)
        hidden = min(before)
        take_out(archive, [hidden], Order("embargo", "ann", datetime.now(UTC), TOMORROW))
        assert erase(archive) == ()
    with Archive.open(archive.folder) as served, closing(open_index(served, wait=False)) as index:
        searcher = Searcher(served, index)
        following = follow(served, index, searcher)
        try:
            until = time.monotonic() + 3  # a few looks of a day on which it may not come
            while time.monotonic() < until:
                assert found(searcher) == before - {hidden}
                time.sleep(0.2)
            Clock.now = TOMORROW
            until = time.monotonic() + PATIENCE_S
            while found(searcher) != before and time.monotonic() < until:
                time.sleep(0.2)
            assert found(searcher) == before
            assert served.get(hidden).id == hidden
        finally:
            following.close()
