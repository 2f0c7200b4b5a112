"""APA: Publication Manual of the American Psychological Association, 7th edition, 10.16.

In French as the libraries of Quebec's universities adapt it.
"""

from indexer.citing import names
from indexer.citing.cited import Cited
from indexer.citing.dates import year_first
from indexer.citing.run import Run, Runs, ended, sentence, spaced


def apa(page: Cited) -> Runs:
    """Author. (Date). *Title*. Site. Address. Where nobody is named, the title leads."""
    title = ended([Run(page.page.title, italic=True, own=True)])
    date = [Run(f"({year_first(page.page.published, page.words)}).")]
    author = ended([Run(names.apa(page.names, page.words))])
    beginning = (author, date, title) if page.names else (title, date)
    return spaced((*beginning, ended([Run(page.site)]), [Run(address(page))]))


def address(page: Cited) -> str:
    """Where the page was and is; no full stop, which would read as part of it."""
    if not page.url:
        where = page.words.retrieved.format(day=page.accessed) if page.accessed else ""
    elif page.accessed:
        where = page.words.retrieved_from.format(day=page.accessed, url=page.url)
    else:
        where = page.url
    return f"{where} ({page.archived})" if where else sentence(page.archived)
