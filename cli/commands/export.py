"""`fonds export`: everything that a search finds, as a file for another program."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.search import (
    FIELDS,
    Author,
    City,
    Country,
    HowMany,
    Language,
    Order,
    Region,
    Source,
    Year,
    YearMentioned,
    between,
    selections,
    typed_query,
)
from cli.failing import UsageFault
from cli.options import ArchiveDir, open_archive
from cli.output import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.document import Document


class FormName(StrEnum):
    """The forms that `indexer.exports` writes; a test holds the two lists together."""

    CSV = "csv"
    JSONL = "jsonl"
    RIS = "ris"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


def command(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY", help="As for `fonds search`; nothing means every page."),
    ] = None,
    form: Annotated[
        FormName, typer.Option("--format", help="What to write.", show_default=False)
    ] = FormName.CSV,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here instead of to stdout."),
    ] = None,
    city: City = None,
    region: Region = None,
    country: Country = None,
    year: Year = None,
    year_mentioned: YearMentioned = None,
    source: Source = None,
    author: Author = None,
    language: Language = None,
    published_from: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Published then or later.")
    ] = None,
    published_to: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Published then or earlier.")
    ] = None,
    sort: Annotated[Order, typer.Option(help="The order of the pages.")] = Order.RELEVANCE,
    match: Annotated[HowMany, typer.Option(help="All the words, or any of them.")] = HowMany.ALL,
    archive: ArchiveDir = None,
) -> None:
    """Write all pages that a search finds, as CSV, JSON Lines, RIS, BibTeX or CSL-JSON."""
    from indexer.engine import Sort
    from indexer.exports import FORMS
    from indexer.index import open_index
    from indexer.search import Matching, Query, Searcher

    chosen = next(each for each in FORMS if each.name == form.value)
    first, last = between(published_from, published_to)
    asked = Query(
        text=typed_query(words or []),
        published_from=first,
        published_to=last,
        sort=Sort(sort.value),
        match=Matching(match.value),
    )
    typed = (city, region, country, year, year_mentioned, source, author, language)
    with open_archive(context, archive) as opened:
        engine = open_index(opened)
        try:
            searcher = Searcher(opened, engine)
            narrowed = selections(searcher, dict(zip(FIELDS, typed, strict=True)))
            found = searcher.documents(replace(asked, selections=narrowed), ledger=chosen.ledger)
            counted = Counted(found)
            write(chosen.write(counted), output)
        finally:
            engine.close()
    where = f" to {output}" if output else ""
    say(f"{counted.number:,} page{'' if counted.number == 1 else 's'} written{where}.")


class Counted:
    """Documents, counted as they go by."""

    def __init__(self, documents: "Iterator[Document]") -> None:
        self._documents = documents
        self.number = 0

    def __iter__(self) -> "Iterator[Document]":
        """Each in turn; `number` then tells how many came."""
        for document in self._documents:
            self.number += 1
            yield document


def write(pieces: Iterable[str], output: Path | None) -> None:
    """The pieces to a file or to stdout, bytes as they are: line ends and marks are the form's."""
    if output is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode())
        sys.stdout.buffer.flush()
        return
    try:
        with output.open("wb") as file:
            file.writelines(piece.encode() for piece in pieces)
    except OSError as error:
        raise UsageFault(f"{output} cannot be written: {error.strerror}") from error
