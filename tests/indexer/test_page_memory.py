"""A page that wants too much memory is refused with the reason, and ends no ingest."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from archive import Archive
from archive.capture import Capture
from archive.document import Document, Refused
from indexer.cleaning.profile import NOTHING_KNOWN
from indexer.ingest import bounds, ingest, making, preparing
from indexer.ingest.memory_limit import data_bytes, memory_limit

ROOT = Path(__file__).resolve().parents[2]

needs_a_count = pytest.mark.skipif(
    data_bytes() is None, reason="the system does not count a process's memory"
)

# In a process of its own: there the bound holds for all of it.
HUNGRY = """
from archive.capture import Capture
from indexer.cleaning.profile import NOTHING_KNOWN
from indexer.ingest import making

prepare = making.prepare

def hungry(capture, *, profile):
    wanted = [bytearray(8_000_000) for _ in range(100 if capture.url else 10)]
    return prepare(capture, profile=profile)

making.prepare = hungry
for url in ("https://a.example/1", None):
    page = Capture(b"A page of a few words, in Toronto.", "text/plain", url, None, "page")
    result = making.make_apart(page, NOTHING_KNOWN).result
    print(getattr(result, "reason", None) or result.text)
"""


def page(number: int, size: int = 10) -> Capture:
    body = f"Page {number}. " + "The council met in the old hall. " * size
    return Capture(body.encode(), "text/plain", f"https://a.example/{number}", None, f"p/{number}")


@needs_a_count
def test_a_page_that_wants_too_much_memory_is_refused_and_the_next_one_is_taken():
    ran = subprocess.run(
        [sys.executable, "-c", HUNGRY], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines() == [
        "Preparing it took more than 512 MB of memory.",
        "A page of a few words, in Toronto.",
    ]


def test_a_page_for_which_there_is_no_memory_is_no_fault_of_ours(monkeypatch):
    def full(capture, *, profile):
        raise MemoryError

    monkeypatch.setattr(making, "prepare", full)
    refused = making.make(page(1), NOTHING_KNOWN).result
    assert isinstance(refused, Refused)
    assert "memory" in refused.reason
    assert "fault of Fonds" not in refused.mend


def test_a_large_page_is_made_in_another_process_and_is_the_same(tmp_path, monkeypatch):
    made = []
    apart = preparing.Here._made_apart
    monkeypatch.setattr(
        preparing.Here, "_made_apart", lambda *given: made.append(given[1]) or apart(*given)
    )
    large = page(2, 70_000)
    with Archive.create(tmp_path / "a") as archive:
        report = ingest(archive, [page(1), large, page(3)])
        assert report.new == 3
        stored = archive.get(large.document_id)
    assert [capture.origin for capture in made] == ["p/2"]
    here = making.make(large, NOTHING_KNOWN).result
    assert isinstance(here, Document)
    assert (stored.text, stored.title, stored.flags) == (here.text, here.title, here.flags)


def test_a_page_that_a_command_is_given_is_bounded_in_time_as_well(monkeypatch):
    monkeypatch.setattr(bounds, "SECONDS", 0.05)

    def endless():
        while True:
            sum(range(1000))

    refused = bounds.within_bounds(page(1), endless)
    assert isinstance(refused, Refused)
    assert "took longer than" in refused.reason


@needs_a_count
def test_threads_side_by_side_leave_the_process_without_a_bound():
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_DATA)
    ends = [threading.Event(), threading.Event()]
    begun = threading.Semaphore(0)

    def bounded(end: threading.Event) -> None:
        with memory_limit():
            begun.release()
            end.wait(60)

    threads = [threading.Thread(target=bounded, args=(end,)) for end in ends]
    for thread in threads:
        thread.start()
        assert begun.acquire(timeout=60)
    for thread, end in zip(threads, ends, strict=True):  # who began first ends first
        end.set()
        thread.join(60)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
    with memory_limit():
        assert resource.getrlimit(resource.RLIMIT_DATA) != before
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
