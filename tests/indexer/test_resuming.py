"""An ingest that is cut off anywhere, or is made in workers, ends as one that ran through."""

import time
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from contextlib import suppress

import pytest

from archive import Archive
from archive.capture import Capture
from archive.document import Refused
from archive.supplied import SaidBy, supplied_by
from indexer.cleaning.profile import NOTHING_KNOWN
from indexer.cleaning.repeated import NAME
from indexer.ingest import batches, ingest, making, workers
from indexer.ingest.time_limit import TooLong, time_limit
from indexer.ingest.writing import StoreWriter
from tests.indexer.repeats.pages import SITE, story, text

PAGES = 34
BATCH = 5


def page(number: int) -> Capture:
    address = f"https://{SITE}/story/{number}" if number % 5 else None
    supplied = supplied_by(SaidBy.COMMAND, source="" if address else "The Alder Post")
    body = text(story(number)).encode()
    return Capture(body, "text/plain", address, None, f"pages/{number}", supplied=supplied)


def items():
    """Pages of one source, one of them twice, and a refusal among them."""
    for number in range(PAGES):
        yield page(number)
        if number == 7:
            yield page(3)
            yield Refused("x.png", "It is a PNG image.", "Leave it out.")


def kept(archive: Archive) -> object:
    """All that an ingest makes, but for the times at which it did."""
    return (
        [(number, document) for number, document in archive.scan()],
        [
            [(one.digest, one.origin, one.current) for one in archive.history(document.id)]
            for _, document in archive.scan()
        ],
        [(one.origin, one.reason, one.mend, one.digest) for one in archive.refusals()],
        {name: archive.sources.profile(name) for name, _ in archive.sources.counts()},
        {document.id: archive.copies(document.id) for _, document in archive.scan()},
    )


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(batches, "BATCH_PAGES", BATCH)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """What comes of an ingest that runs through."""
    with (
        pytest.MonkeyPatch.context() as patch,
        Archive.create(tmp_path_factory.mktemp("through") / "a") as archive,
    ):
        patch.setattr(batches, "BATCH_PAGES", BATCH)
        ingest(archive, items())
        assert any(line.rule == NAME for _, one in archive.scan() for line in one.removed)
        return kept(archive)


class Cut(Exception):
    """The power is gone."""


@pytest.mark.parametrize("at", [0, 1, 4, 5, 6, 11, 23, PAGES])
def test_an_ingest_whose_input_breaks_off_goes_on_as_if_it_had_not(tmp_path, whole, at):
    def broken():
        for number, item in enumerate(items()):
            if number == at:
                raise Cut
            yield item

    with Archive.create(tmp_path / "a") as archive:
        with pytest.raises(Cut):
            ingest(archive, broken())
        ingest(archive, items())
        assert kept(archive) == whole


@pytest.mark.parametrize("at", [1, 3, 6])
def test_a_batch_that_could_not_be_written_is_made_again(tmp_path, whole, at, monkeypatch):
    write, calls = StoreWriter.write, []

    def failing(writer, outcomes):
        calls.append(1)
        noted = write(writer, outcomes)
        if len(calls) == at:
            raise Cut
        return noted

    def failing_inside(writer, outcomes):
        with writer._archive.batch():
            return failing(writer, outcomes)

    with Archive.create(tmp_path / "a") as archive:
        with monkeypatch.context() as patch:
            patch.setattr(StoreWriter, "write", failing_inside)
            with pytest.raises(Cut):
                ingest(archive, items())
        assert archive.stats().documents < PAGES
        ingest(archive, items())
        assert kept(archive) == whole


def test_any_executor_makes_the_same(tmp_path, whole):
    with ThreadPoolExecutor(3) as threads, Archive.create(tmp_path / "a") as archive:
        ingest(archive, items(), executor=threads)
        assert kept(archive) == whole


def test_workers_that_die_on_the_way_change_nothing(tmp_path, whole, monkeypatch):
    class Dying(ThreadPoolExecutor):
        """A pool that breaks at its ninth page, as one whose process was killed."""

        handed = 0

        def submit(self, call, *given):
            Dying.handed += 1
            if Dying.handed == 9:
                broken = Future()
                broken.set_exception(BrokenExecutor("killed"))
                return broken
            return super().submit(call, *given)

    monkeypatch.setattr(workers, "new_pool", lambda jobs: Dying(jobs))
    with Archive.create(tmp_path / "a") as archive:
        ingest(archive, items(), jobs=2)
        assert Dying.handed > PAGES
        assert kept(archive) == whole


def test_a_page_that_sets_off_endless_work_is_refused_and_its_neighbours_are_taken(
    tmp_path, monkeypatch
):
    prepare = making.prepare

    def endless(capture, *, profile):
        while capture.origin == "pages/2":
            with suppress(Exception):  # what a library may do with any error
                sum(range(1000))
        return prepare(capture, profile=profile)

    monkeypatch.setattr(making, "prepare", endless)
    monkeypatch.setattr(making, "SECONDS", 0.3)
    with Archive.create(tmp_path / "a") as archive:
        report = ingest(archive, map(page, range(4)))
        assert (report.new, report.refused) == (3, 1)
        assert "took longer than" in report.refusals[0].reason
        assert report.refusals[0].origin == "pages/2"


def test_a_worker_that_is_held_up_costs_its_page_a_refusal(tmp_path, monkeypatch):
    def held_up(capture, profile):
        time.sleep(2 if capture.origin == "pages/2" else 0)
        return making.make(capture, profile)

    monkeypatch.setattr(workers, "make_apart", held_up)
    monkeypatch.setattr(workers, "PATIENCE_S", 0.5)
    monkeypatch.setattr(workers, "new_pool", ThreadPoolExecutor)
    with Archive.create(tmp_path / "a") as archive:
        report = ingest(archive, map(page, range(4)), jobs=2)
        assert (report.new, [one.origin for one in report.refusals]) == (3, ["pages/2"])


def test_a_process_that_is_held_up_is_ended(monkeypatch):
    monkeypatch.setattr(workers, "PATIENCE_S", 0.01)
    refused = workers.make_alone(page(1), NOTHING_KNOWN).result
    assert isinstance(refused, Refused)
    assert "took longer" in refused.reason


def test_work_within_its_time_is_not_stopped_and_the_clock_is_put_back():
    with time_limit(5):
        pass
    with pytest.raises(TooLong), time_limit(0.05):
        work(60)
    work(1.2)


def work(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
