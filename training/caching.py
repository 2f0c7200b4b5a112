"""Pages as read, kept in a file of one's own between runs."""

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Pages = TypeVar("Pages")


def cached(cache: Path | None, read: Callable[[], Pages]) -> Pages:
    """The pages, read anew unless a cache (never one from strangers) has them."""
    if cache is not None and cache.exists():
        pages: Pages = pickle.loads(cache.read_bytes())  # noqa: S301 - its own file
        return pages
    pages = read()
    if cache is not None:
        cache.write_bytes(pickle.dumps(pages))
    return pages
