"""Many pages prepared, here or in worker processes, in the order in which they came."""

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context

from archive.capture import Capture
from archive.document import Document, PassedOver, Refused
from indexer.pipeline import prepare

# Pages handed out ahead for each worker: enough to keep it busy, few enough for the memory.
AHEAD_PER_JOB = 4


@dataclass(frozen=True, slots=True)
class Prepared:
    """A capture and what was made of it; None where its bytes are known, so that nothing was."""

    capture: Capture
    result: Document | Refused | None


Item = Capture | Refused | PassedOver
Outcome = Prepared | Refused | PassedOver


def prepare_all(
    items: Iterable[Item], *, jobs: int, is_known: Callable[[Capture], bool]
) -> Generator[Outcome, None, None]:
    """Prepare every capture whose bytes are not known; all else goes through as it is."""
    if jobs > 1:
        yield from in_workers(items, jobs, is_known)
        return
    for item in items:
        if not isinstance(item, Capture):
            yield item
        elif is_known(item):
            yield Prepared(item, None)
        else:
            yield Prepared(item, prepare_or_refuse(item))


def prepare_or_refuse(capture: Capture) -> Document | Refused:
    """Prepare a page; a fault of ours costs this page a refusal, and no other page anything."""
    try:
        return prepare(capture)
    # The edge of the process: whatever a scraped page sets off in us or in a library that reads
    # it, the thousand pages after it must go on. The refusal names the error, so it can be mended.
    except Exception as error:  # noqa: BLE001
        return Refused(
            capture.origin,
            f"Preparing it failed: {type(error).__name__}: {error}"[:500],
            "This is a fault of Fonds: please report it with the page.",
            digest=capture.digest,
        )


def in_workers(
    items: Iterable[Item], jobs: int, is_known: Callable[[Capture], bool]
) -> Generator[Outcome, None, None]:
    """The same in worker processes: the next pages are handed out while earlier ones are made."""
    workers = Workers(jobs)
    waiting: deque[tuple[Item, Future[Document | Refused] | None]] = deque()
    try:
        for item in items:
            wanted = isinstance(item, Capture) and not is_known(item)
            future = workers.hand(item) if wanted and isinstance(item, Capture) else None
            waiting.append((item, future))
            if len(waiting) >= jobs * AHEAD_PER_JOB:
                yield workers.outcome(*waiting.popleft())
        while waiting:
            yield workers.outcome(*waiting.popleft())
    finally:
        workers.close()


class Workers:
    """Processes that prepare pages. One that dies costs the page it was at, and no other."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool = new_pool(jobs)

    def hand(self, capture: Capture) -> Future[Document | Refused]:
        """Give a page to a worker."""
        try:
            return self._pool.submit(prepare_or_refuse, portable(capture))
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = new_pool(self._jobs)
            return self._pool.submit(prepare_or_refuse, portable(capture))

    def outcome(self, item: Item, future: Future[Document | Refused] | None) -> Outcome:
        """What became of an item that was handed out, or needed no worker."""
        if not isinstance(item, Capture):
            return item
        if future is None:
            return Prepared(item, None)
        try:
            return Prepared(item, future.result())
        except BrokenProcessPool:
            return Prepared(item, prepare_alone(item))

    def close(self) -> None:
        """Stop the workers; pages not begun are dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def prepare_alone(capture: Capture) -> Document | Refused:
    """Prepare a page in a process of its own: some page ended a worker, perhaps this one."""
    with new_pool(1) as pool:
        try:
            return pool.submit(prepare_or_refuse, portable(capture)).result()
        except BrokenProcessPool:
            return Refused(
                capture.origin,
                "Preparing it ended the worker process.",
                "Perhaps the memory was full: try this page alone, without --jobs.",
                digest=capture.digest,
            )


def new_pool(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes, not forks: a fork would share the archive's open connection."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=leave_interrupts)


def leave_interrupts() -> None:
    """Ctrl-C goes to every process of a terminal; only the first one is to answer it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def portable(capture: Capture) -> Capture:
    """The capture with a plain dict in it, which can travel between processes."""
    return replace(capture, stated=dict(capture.stated))
