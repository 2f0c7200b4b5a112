"""What comes in, cut into batches: the same cuts in whatever way they are prepared."""

from collections.abc import Iterable, Iterator

from archive.capture import Capture
from indexer.ingest.making import Item

# A batch is one transaction: pages and bytes that a crash can cost, and that wait in memory.
BATCH_PAGES = 100
BATCH_BYTES = 32_000_000


def in_batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items by the hundred, fewer where they are large; none is left out."""
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.body) if isinstance(item, Capture) else 0
        if len(batch) >= BATCH_PAGES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
