"""Here is an id; give me the page and its history.

`from archive import Archive` brings the database library with it (about 0.4 s); the values
(`archive.document`, `archive.capture`, `archive.records` …) come without it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.archive import Archive

__all__ = ["Archive"]


def __getattr__(name: str) -> object:
    """Load the Archive, and the database library, when it is first asked for."""
    if name == "Archive":
        from archive.archive import Archive

        return Archive
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
