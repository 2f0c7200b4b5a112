"""Plain text: all that is known, in a sentence that a journalist can put below a quotation."""

from indexer.citing import names
from indexer.citing.cited import Cited, quoted
from indexer.citing.dates import exactly
from indexer.citing.run import Run, Runs, ended, sentence, spaced
from indexer.query.languages import language_name


def note(page: Cited) -> Runs:
    """Names, “Title”, site, published day, address. Captured day (archived at …). In French."""
    words = page.words
    by = f"{names.straight(page.names, words)}, " if page.names else ""
    rest = [page.site, published(page), page.url]
    captured = words.captured.format(day=page.accessed) if page.accessed else ""
    return spaced(
        (
            ended([Run(by), *quoted(page.page.title, words), Run(row(rest))]),
            ended([Run(f"{captured} ({page.archived})" if captured else sentence(page.archived))]),
            [Run(other_language(page))],
        )
    )


def published(page: Cited) -> str:
    """The day, or both days of a range; "n.d." where nothing is known."""
    date = exactly(page.page.published, page.words)
    return page.words.published.format(day=date) if date else page.words.undated


def row(parts: list[str]) -> str:
    """The parts that are known, each after a comma."""
    return "".join(f", {part}" for part in parts if part)


def other_language(page: Cited) -> str:
    """In which language the page is, where it is not the citation's."""
    code = page.page.language
    if code is None or code == page.words.code:
        return ""
    return page.words.in_language.format(language=language_name(code, page.words.code))
