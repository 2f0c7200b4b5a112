"""Many pages prepared, here or in worker processes, in the order in which they came."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future

from archive.capture import Capture
from indexer.ingest.making import Item, Made, Outcome, Prepared, prepare_here
from indexer.ingest.workers import Workers
from indexer.repeats.known import Profiles

# Pages handed out ahead for each worker: enough to keep it busy, few enough for the memory.
AHEAD_PER_JOB = 4

IsKnown = Callable[[Capture], bool]


def prepare_all(
    items: Iterable[Item], *, jobs: int, is_known: IsKnown, profiles: Profiles
) -> Generator[Outcome, None, None]:
    """Prepare every capture whose bytes are not known; all else goes through as it is."""
    if jobs > 1:
        yield from in_workers(items, jobs, is_known, profiles)
        return
    for item in items:
        if not isinstance(item, Capture):
            yield item
        elif is_known(item):
            yield Prepared(item, None)
        else:
            yield prepare_here(item, profiles)


def in_workers(
    items: Iterable[Item], jobs: int, is_known: IsKnown, profiles: Profiles
) -> Generator[Outcome, None, None]:
    """The same in worker processes: the next pages are handed out while earlier ones are made."""
    workers = Workers(jobs, profiles)
    waiting: deque[tuple[Item, Future[Made] | None]] = deque()
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
