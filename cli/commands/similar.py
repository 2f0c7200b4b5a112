"""`fonds similar`: the pages that say most of the same words as one."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.show import whole_id
from cli.options import ArchiveDir, AsJson, Id, open_archive
from cli.output import print_json

if TYPE_CHECKING:
    from indexer.similar import Similar

DEFAULT_LIMIT = 10
MAX_LIMIT = 50
MOST_WORDS = 12
INDENT = "     "


def command(
    context: typer.Context,
    id: Id,
    limit: Annotated[int, typer.Option(min=1, max=MAX_LIMIT, help="Pages to show.")] = (
        DEFAULT_LIMIT
    ),
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Find pages like one: those that share most of the words that tell it from others."""
    from indexer.index import open_index
    from indexer.search import Searcher
    from indexer.similar.as_json import similar_json

    with open_archive(context, archive) as opened:
        engine = open_index(opened)
        try:
            found = Searcher(opened, engine).similar(whole_id(opened, id), limit)
        finally:
            engine.close()
    if as_json:
        print_json(similar_json(found))
    else:
        print_similar(found)


def print_similar(found: "Similar") -> None:
    """What was looked for; then each page with the words that it shares."""
    from rich.text import Text

    from cli.facts import date_words
    from cli.output import console, one_line

    out = console()
    if found.reason:
        out.print(found.reason)
    else:
        out.print(f"Pages like this one, by: {one_line(some(found.words))}")
    for number, page in enumerate(found.pages, start=1):
        one = page.document
        out.print()
        out.print(Text(f"{number:>3}. {one_line(one.title)}"))
        about = f"{one.source or 'unknown source'} · {date_words(one.published)}"
        out.print(INDENT + one_line(about), style="dim")
        out.print(f"{INDENT}{one.id}", style="dim")
        out.print(f"{INDENT}shares: {one_line(some(page.shared))}")


def some(words: tuple[str, ...]) -> str:
    """The first words; of the rest, how many they are."""
    more = len(words) - MOST_WORDS
    return ", ".join(words[:MOST_WORDS]) + (f" and {more} more" if more > 0 else "")
