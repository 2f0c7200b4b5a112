"""Processes that prepare pages."""

import signal
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context

from archive.capture import Capture
from archive.document import Refused
from indexer.cleaning.profile import SourceProfile
from indexer.ingest.making import Item, Made, Outcome, Prepared, made_again, make, profile_of_found
from indexer.repeats.known import Profiles, stated_source


class Workers:
    """Processes that prepare pages. One that dies costs the page it was at, and no other."""

    def __init__(self, jobs: int, profiles: Profiles) -> None:
        self._jobs = jobs
        self._profiles = profiles
        self._pool = new_pool(jobs)

    def hand(self, capture: Capture) -> Future[Made]:
        """Give a page to a worker, with what is known of its source now."""
        return self._handed(capture, self._profiles.of(stated_source(capture)))

    def outcome(self, item: Item, future: Future[Made] | None) -> Outcome:
        """What became of an item that was handed out, or needed no worker."""
        if not isinstance(item, Capture):
            return item
        if future is None:
            return Prepared(item, None)
        first = made_by(item, future)
        profile = profile_of_found(item, first, self._profiles)
        if profile is None:
            return Prepared(item, first)
        return Prepared(item, made_again(first, made_by(item, self._handed(item, profile))))

    def close(self) -> None:
        """Stop the workers; pages not begun are dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _handed(self, capture: Capture, profile: SourceProfile) -> Future[Made]:
        given = (portable(capture), portable_profile(profile))
        try:
            return self._pool.submit(make, *given)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = new_pool(self._jobs)
            return self._pool.submit(make, *given)


def made_by(capture: Capture, future: Future[Made]) -> Made:
    """What a worker made; where one died, perhaps by another page, the page is tried alone."""
    try:
        return future.result()
    except BrokenProcessPool:
        return make_alone(capture)


def make_alone(capture: Capture) -> Made:
    """Prepare a page in a process of its own: some page ended a worker, perhaps this one."""
    with new_pool(1) as pool:
        try:
            return pool.submit(make, portable(capture), SourceProfile(repeated={})).result()
        except BrokenProcessPool:
            refused = Refused(
                capture.origin,
                "Preparing it ended the worker process.",
                "Perhaps the memory was full: try this page alone, without --jobs.",
                digest=capture.digest,
            )
            return Made(refused, None)


def new_pool(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes, not forks: a fork would share the archive's open connection."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=leave_interrupts)


def leave_interrupts() -> None:
    """Ctrl-C goes to every process of a terminal; only the first one is to answer it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def portable(capture: Capture) -> Capture:
    """The capture with a plain dict in it, which can travel between processes."""
    return replace(capture, stated=dict(capture.stated))


def portable_profile(profile: SourceProfile) -> SourceProfile:
    """The profile with a plain dict in it."""
    return replace(profile, repeated=dict(profile.repeated))
