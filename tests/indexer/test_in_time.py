"""A search has a second; what is read once for all searches does not count."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from archive import Archive
from indexer import index, search
from indexer.deadline import NEARNESS, READING, Deadline
from indexer.engine import Found, Search
from indexer.errors import IndexDamaged, SearchTooSlow
from indexer.listing import Listing
from indexer.mending import MendingIndex
from indexer.query.expanding import Known
from indexer.query.nodes import Scope
from indexer.search import Query, Searcher
from tests.indexer.test_search import page

SECOND = 1.0


class Clock:
    """Time that passes only where a test lets it."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waited = 0.0

    def monotonic(self) -> float:
        return self.now + self.waited

    def thread_time(self) -> float:
        return self.now

    def perf_counter(self) -> float:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += seconds

    def waits(self, seconds: float) -> None:
        self.waited += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    for module in ("deadline", "search"):
        monkeypatch.setattr(f"indexer.{module}.time", made)
    return made


@pytest.fixture
def archive(tmp_path: Path) -> Iterable[Archive]:
    with Archive.create(tmp_path / "archive") as made:
        run = made.begin_run("test", ())
        for number in range(5):
            made.add(run, *page(f"p{number}", "A vote", f"The council voted on word{number}."))
        made.finish_run(run)
        yield made


@pytest.fixture
def searcher(archive: Archive) -> Searcher:
    return Searcher(archive, index.open_index(archive))


def slowed(method: Callable[..., object], clock: Clock, seconds: float) -> Callable[..., object]:
    def slow(*args: object) -> object:
        clock.passes(seconds)
        return method(*args)

    return slow


def test_a_deadline_passes() -> None:
    Deadline(None).check(READING)
    Deadline.after(600).check(READING)
    with pytest.raises(SearchTooSlow) as told:
        Deadline(time.thread_time() - 1).check(NEARNESS)
    assert str(told.value) == f"{NEARNESS.doing} takes too long. {NEARNESS.mend}"


def test_waiting_for_a_busy_machine_counts_a_tenth(clock: Clock) -> None:
    deadline = Deadline.after(SECOND)
    clock.waits(SECOND * 9)
    deadline.check(READING)
    clock.waits(SECOND * 2)
    with pytest.raises(SearchTooSlow):
        deadline.check(READING)


def test_what_does_not_count_puts_it_off(clock: Clock) -> None:
    deadline = Deadline.after(SECOND)
    with deadline.uncounted():
        clock.passes(5)
    deadline.check(READING)
    clock.passes(SECOND + 0.1)
    with pytest.raises(SearchTooSlow):
        deadline.check(READING)


def test_it_is_put_off_also_where_reading_fails(clock: Clock) -> None:
    deadline = Deadline.after(SECOND)

    def fails() -> None:
        with deadline.uncounted():
            clock.passes(5)
            raise OSError

    with pytest.raises(OSError):
        fails()
    deadline.check(READING)


def test_a_search_asks_the_engine_to_answer_within_its_time(
    searcher: Searcher, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Search] = []

    def answered(engine_asked: Search) -> Found:
        asked.append(engine_asked)
        return Found(0, (), (), 0, None)

    monkeypatch.setattr(searcher._engine, "search", answered)
    searcher.search(Query("vote"))
    assert asked[0].deadline == clock.now + search.ANSWER_S


def test_patterns_are_expanded_within_that_time(
    searcher: Searcher, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = searcher._engine
    monkeypatch.setattr(engine, "vocabulary", slowed(engine.vocabulary, clock, 0.6))
    assert searcher.search(Query("vot* OR word1")).total == 5
    with pytest.raises(SearchTooSlow, match="more letters"):
        searcher.search(Query("vot* OR wor* OR cou*"))


def test_reading_all_words_for_a_fuzzy_one_does_not_count_and_is_done_once(
    searcher: Searcher, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = searcher._engine
    asked: list[str] = []
    vocabulary = slowed(engine.vocabulary, clock, 5)

    def counted(scope: Scope, prefix: str) -> Iterable[Known]:
        asked.append(prefix)
        return vocabulary(scope, prefix)  # type: ignore[return-value]

    monkeypatch.setattr(engine, "vocabulary", counted)
    query = Query("counsil~ vated~ wird1~", help=False)
    assert searcher.search(query).total == 1
    assert asked == [""]


def test_a_list_is_shown_though_marking_its_hits_takes_too_long(
    archive: Archive, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = index.open_index(archive)
    found = engine.search(Search())
    monkeypatch.setattr("indexer.passages.snippets", slowed(lambda *_: (), clock, 4))
    hits = Listing(archive).hits(found, None)
    assert [hit.unmarked for hit in hits] == [False, False, True, True, True]


def test_waiting_for_a_damaged_index_to_be_mended_does_not_count(
    archive: Archive, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = index.open_index(archive)
    answer = engine.search
    damaged = [True]

    def search_once_damaged(asked: Search) -> Found:
        if damaged:
            raise IndexDamaged("cut off")
        return answer(asked)

    def make() -> None:
        clock.passes(60)
        damaged.clear()

    monkeypatch.setattr(engine, "search", search_once_damaged)
    mending = MendingIndex(engine, make, wait=True)
    assert mending.search(Search(deadline=clock.now + SECOND)).total == 5
    with pytest.raises(SearchTooSlow):
        mending.search(Search(deadline=clock.now - SECOND))


def test_without_a_deadline_nothing_is_given_up(archive: Archive, clock: Clock) -> None:
    engine = index.open_index(archive)
    clock.passes(10_000)
    assert engine.search(replace(Search(), deadline=None)).total == 5
