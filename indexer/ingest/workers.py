"""Processes that prepare pages."""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as WaitedTooLong
from dataclasses import replace
from multiprocessing import get_context, parent_process

from archive.capture import Capture
from archive.document import Refused
from indexer.cleaning.profile import SourceProfile
from indexer.ingest.bounds import took_too_long
from indexer.ingest.making import Made, make, make_apart
from indexer.ingest.time_limit import SECONDS

# How long the next page is waited for on the wall. A worker stops a page itself at its own limit
# (see `time_limit`); this is for one that cannot, or for a machine that does other things.
PATIENCE_S = SECONDS + 50.0

Work = tuple[Capture, SourceProfile]


class Workers:
    """Processes that prepare pages. A page that ends or holds up its worker costs itself alone.

    executor: any of `concurrent.futures`' kind, to be used in place of processes of our own
    """

    def __init__(self, jobs: int, executor: Executor | None = None) -> None:
        self._jobs = jobs
        self._given = executor
        self._pool = executor or new_pool(jobs)

    def made(self, work: Sequence[Work]) -> Iterator[Made]:
        """What is made of each page, in order; all are handed out when the first is asked for."""
        waiting = deque(work)
        futures = deque(self._handed(one) for one in work)
        while waiting:
            one, future = waiting.popleft(), futures.popleft()
            try:
                yield future.result(PATIENCE_S)
                continue
            except BrokenExecutor:
                lost = type(future.exception()).__name__
            except WaitedTooLong:
                lost = ""
            yield self._tried_alone(one, lost)
            self._begin_anew()
            futures = deque(
                earlier if is_made(earlier) else self._handed(left)
                for earlier, left in zip(futures, waiting, strict=True)
            )

    def close(self) -> None:
        """Stop the workers; pages not begun are dropped."""
        if self._given is None:
            end(self._pool)

    def _handed(self, one: Work) -> Future[Made]:
        capture, profile = one
        given = (capture, portable_profile(profile))
        made = make_apart if self._given is None else make  # the caller's may be threads of ours
        try:
            return self._pool.submit(made, *given)
        except BrokenExecutor:
            self._begin_anew()
            return self._pool.submit(made, *given)

    def _begin_anew(self) -> None:
        if self._given is None:
            end(self._pool)
            self._pool = new_pool(self._jobs)

    def _tried_alone(self, one: Work, lost: str) -> Made:
        """A page whose worker was lost, perhaps by another page, in a process of its own."""
        if self._given is None:
            return make_alone(*one)
        return refused(one[0], lost)


def make_alone(capture: Capture, profile: SourceProfile) -> Made:
    """Prepare a page in a process of its own."""
    pool = new_pool(1)
    try:
        future = pool.submit(make_apart, capture, portable_profile(profile))
        return future.result(PATIENCE_S)
    except BrokenExecutor as error:
        return refused(capture, type(error).__name__)
    except WaitedTooLong:
        return refused(capture, "")
    finally:
        end(pool)


def refused(capture: Capture, lost: str) -> Made:
    """The refusal of a page that ended its worker (`lost` names the error) or held it up ("")."""
    if not lost:
        return Made(took_too_long(capture, PATIENCE_S), None)
    told = Refused(
        capture.origin,
        "Preparing it ended the worker process.",
        "Perhaps the memory was full: look what is strange in it, or split it.",
        digest=capture.digest,
    )
    return Made(told, None)


def is_made(future: Future[Made]) -> bool:
    """Whether a page is there already."""
    return future.done() and not future.cancelled() and future.exception() is None


def end(pool: Executor) -> None:
    """Stop a pool's processes, those that are held up too."""
    held = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in held:
        process.kill()
    for process in held:
        process.join()


def new_pool(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes, not forks: a fork would share the archive's open connection."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=begin)


def begin() -> None:
    """What a worker does first."""
    leave_interrupts()
    threading.Thread(target=end_with_the_first, daemon=True).start()


def end_with_the_first() -> None:
    """End when the process that began this one has ended, however that came."""
    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)


def leave_interrupts() -> None:
    """Ctrl-C goes to every process of a terminal; only the first one is to answer it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def portable_profile(profile: SourceProfile) -> SourceProfile:
    """The profile with a plain dict in it."""
    return replace(profile, repeated=dict(profile.repeated))
