"""What a command has written is indexed at its end, so that an open site finds it."""

from pathlib import Path
from typing import TYPE_CHECKING

from cli.options import with_its_group
from cli.output import say
from cli.progress import bar, of_all

if TYPE_CHECKING:
    from archive import Archive


def index_at_end(archive: "Archive") -> bool:
    """Bring the index up to the archive; False, and why is said, where that cannot be done.

    What was written to the archive is kept all the same.
    """
    from indexer.bringing_up import bring_up
    from indexer.errors import IndexerError

    try:
        with bar("Indexing", of_all(0)) as update:
            bring_up(archive, lambda done: update(done, 0, ""))
    except IndexerError as error:
        say(f"What was written is kept, and the index is behind it. {error}")
        return False
    return True


def index_folder_at_end(folder: Path) -> bool:
    """The same for the archive in a folder, which is opened for it."""
    from archive import Archive

    with with_its_group(Archive.open(folder)) as archive:
        return index_at_end(archive)
