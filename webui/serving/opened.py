"""The index that a server opens: the first one is made while it answers."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial

from archive import Archive
from indexer.engine import SearchEngine
from indexer.index import generation, open_index
from indexer.pending import PendingIndex

# A small index is made within this; a larger one while searches are answered by 503.
PREPARING_WAIT_S = 10.0


@contextmanager
def index_of(archive: Archive) -> Iterator[tuple[SearchEngine, bool]]:
    """The index of an archive, and whether it is there: the first one may take a while to make.

    Raise EngineUnavailable where there is one that cannot be read.
    """
    open_it = partial(open_index, archive, wait=False)
    if generation(archive) is not None:
        with closing(open_it()) as engine:
            yield engine, True
        return
    pending = PendingIndex(open_it, lambda: None)
    with closing(pending):
        yield pending, pending.begin(PREPARING_WAIT_S)
