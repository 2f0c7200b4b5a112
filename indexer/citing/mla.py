"""MLA: the MLA Handbook, 9th edition: one container, the site, then the day it was seen."""

from indexer.citing import names
from indexer.citing.cited import Cited, quoted
from indexer.citing.dates import shortened
from indexer.citing.run import Run, Runs, ended, sentence, spaced


def mla(page: Cited) -> Runs:
    """Author. “Title.” *Site*, date, address. Accessed day."""
    words = page.words
    site = [Run(page.site, italic=True), Run(", ")] if page.site else []
    rest = ", ".join(filter(None, (shortened(page.page.published, words), page.url)))
    where = [*site, Run(f"{rest if site else sentence(rest)} ({page.archived})")]
    accessed = words.accessed.format(day=page.accessed_short) if page.accessed else ""
    return spaced(
        (
            ended([Run(names.mla(page.names, words))]),
            quoted(page.page.title, words, stop="."),
            ended(where),
            ended([Run(accessed)]),
        )
    )
