"""A page that is given to a command by itself: a file, or "-" for standard input."""

from pathlib import Path
from typing import Annotated

import typer

from archive.capture import Capture
from archive.document import Refused
from archive.joined import joined

PageFile = Annotated[
    Path, typer.Argument(metavar="FILE|-", help='A page; "-" reads it from standard input.')
]


def page_at(path: Path) -> Capture:
    """The page. Raise UnreadablePath where it is none."""
    from indexer.errors import UnreadablePath
    from indexer.readers import read_page

    page = read_page(path)
    if isinstance(page, Refused):
        raise UnreadablePath(f"{page.origin}: {joined(page.reason, page.mend)}")
    return page
