"""A batch of pages prepared, here or in worker processes, in the order in which they came."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Protocol

from archive.capture import Capture
from indexer.cleaning.profile import SourceProfile
from indexer.ingest.making import (
    Item,
    Made,
    Outcome,
    Prepared,
    made_again,
    make,
    prepare_here,
    profile_of_found,
)
from indexer.ingest.workers import Workers
from indexer.readers.contents import PDF
from indexer.repeats.known import Profiles, stated_source

# A page of so many bytes takes some 150 MB at most; larger ones are made in a process whose memory
# is bounded. Of PDFs that is the one that reads them.
MAX_HERE_BYTES = 2_000_000

IsKnown = Callable[[Capture], bool]


class Preparer(Protocol):
    """What prepares a batch."""

    def prepare(self, batch: Sequence[Item]) -> Iterator[Outcome]:
        """What becomes of each; captures whose bytes are known are prepared as None."""
        ...


class Here:
    """Prepares in this process; pages so large that they could fill the memory in another."""

    def __init__(self, is_known: IsKnown, profiles: Profiles) -> None:
        self._is_known = is_known
        self._profiles = profiles
        self._apart: Workers | None = None

    def prepare(self, batch: Sequence[Item]) -> Iterator[Outcome]:
        """One after the other."""
        for item in batch:
            if not isinstance(item, Capture):
                yield item
            elif self._is_known(item):
                yield Prepared(item, None)
            else:
                is_large = len(item.body) > MAX_HERE_BYTES and item.media_type != PDF
                yield prepare_here(item, self._profiles, self._made_apart if is_large else make)

    def close(self) -> None:
        """End the other process, where there is one."""
        if self._apart:
            self._apart.close()

    def _made_apart(self, capture: Capture, profile: SourceProfile) -> Made:
        self._apart = self._apart or Workers(1)
        return next(self._apart.made([(capture, profile)]))


class InWorkers:
    """Prepares in other processes. Profiles are read here alone."""

    def __init__(self, is_known: IsKnown, profiles: Profiles, workers: Workers) -> None:
        self._is_known = is_known
        self._profiles = profiles
        self._workers = workers

    def prepare(self, batch: Sequence[Item]) -> Iterator[Outcome]:
        """All are handed out at once, and given back in order."""
        pages = [item for item in batch if isinstance(item, Capture) and not self._is_known(item)]
        made = dict(zip(map(id, pages), self._made(pages), strict=True))
        for item in batch:
            yield Prepared(item, made.get(id(item))) if isinstance(item, Capture) else item

    def _made(self, pages: Sequence[Capture]) -> list[Made]:
        """What is made of pages; those that need it a second time are handed out again."""
        work = [(page, self._profiles.of(stated_source(page))) for page in pages]
        first = [*self._workers.made(work)]
        found = [
            profile_of_found(page, made, self._profiles)
            for page, made in zip(pages, first, strict=True)
        ]
        again = self._workers.made(
            [(page, profile) for page, profile in zip(pages, found, strict=True) if profile]
        )
        return [
            made_again(made, next(again)) if profile else made
            for made, profile in zip(first, found, strict=True)
        ]


@contextmanager
def preparing(
    is_known: IsKnown, profiles: Profiles, jobs: int, executor: Executor | None
) -> Iterator[Preparer]:
    """What prepares, with processes of its own that end with the block.

    executor: where to prepare instead of in `jobs` processes; the caller's to end
    """
    if jobs == 1 and executor is None:
        here = Here(is_known, profiles)
        try:
            yield here
        finally:
            here.close()
        return
    workers = Workers(jobs, executor)
    try:
        yield InWorkers(is_known, profiles, workers)
    finally:
        workers.close()
