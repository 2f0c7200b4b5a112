"""A page that is given to a command by itself: a file, or "-" for standard input."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from archive.capture import Capture
from archive.document import Refused

STANDARD_INPUT = "-"

PageFile = Annotated[
    Path, typer.Argument(metavar="FILE|-", help='A page; "-" reads it from standard input.')
]


def page_at(path: Path) -> Capture:
    """The page. Raise UnreadablePath where it is none."""
    from indexer.errors import UnreadablePath
    from indexer.readers import page_of, read_page
    from indexer.readers.contents import unfit
    from indexer.readers.limits import MAX_PAGE_BYTES

    if str(path) == STANDARD_INPUT:
        body = sys.stdin.buffer.read(MAX_PAGE_BYTES + 1)
        if fault := unfit(body):
            raise UnreadablePath(f"standard input: {fault.reason} {fault.mend}")
        return page_of(body, "standard input")
    page = read_page(path)
    if isinstance(page, Refused):
        raise UnreadablePath(f"{page.origin}: {page.reason} {page.mend}")
    return page
