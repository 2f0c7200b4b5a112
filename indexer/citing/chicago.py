"""Chicago: The Chicago Manual of Style, 17th edition, an entry of a bibliography (14.207).

Titles keep the page's own capitals, as those of French and of quoted pages do.
"""

from indexer.citing import names
from indexer.citing.cited import Cited, quoted
from indexer.citing.dates import running
from indexer.citing.run import Run, Runs, ended, sentence, spaced


def chicago(page: Cited) -> Runs:
    """Author. “Title.” Site, date. Accessed day. Address."""
    words = page.words
    date = running(page.page.published, words)
    where = f"{page.site}, {date}" if page.site else sentence(date)
    accessed = words.accessed.format(day=page.accessed) if page.accessed else ""
    address = f"{page.url} ({page.archived})" if page.url else sentence(page.archived)
    return spaced(
        (
            ended([Run(names.chicago(page.names, words))]),
            quoted(page.page.title, words, stop="."),
            ended([Run(where)]),
            ended([Run(accessed)]),
            ended([Run(address)]),
        )
    )
