"""`fonds batch`: search for each line of a list, and count."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.search import (
    FIELDS,
    Author,
    City,
    Country,
    From,
    Language,
    Region,
    Source,
    To,
    Year,
    YearMentioned,
    between,
    selections,
)
from cli.failing import IN_PART, UsageFault
from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import print_json, say

if TYPE_CHECKING:
    from indexer.terms_list import Counted, Read

STANDARD_INPUT = "-"


def command(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A .txt or .csv file; - reads lines from stdin.")
    ],
    as_queries: Annotated[
        bool, typer.Option("--queries", help="Read each line as a query, not as a phrase.")
    ] = False,
    as_table: Annotated[
        bool, typer.Option("--csv", help="The list is a CSV with headings, whatever its name.")
    ] = False,
    column: Annotated[
        str | None, typer.Option(metavar="HEADING", help="The column of a CSV to read.")
    ] = None,
    city: City = None,
    region: Region = None,
    country: Country = None,
    year: Year = None,
    year_mentioned: YearMentioned = None,
    source: Source = None,
    author: Author = None,
    language: Language = None,
    published_from: From = None,
    published_to: To = None,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Search for each line of a list of names, phrases or queries; print the counts as CSV.

    Exit status 3 where a line could not be counted, or more lines were given than are counted.
    """
    from indexer.index import open_index
    from indexer.search import Query, Searcher
    from indexer.terms_list import As, BadList, Counter, Kind, kind_of, read_list

    kind = Kind.CSV if as_table or column else kind_of(file)
    try:
        read = read_list(body_of(file), kind, column)
    except BadList as error:
        raise UsageFault(f"{file}: {error}") from error
    first, last = between(published_from, published_to)
    typed = (city, region, country, year, year_mentioned, source, author, language)
    with open_archive(context, archive) as opened:
        engine = open_index(opened)
        try:
            searcher = Searcher(opened, engine)
            chosen = selections(searcher, dict(zip(FIELDS, typed, strict=True)))
            narrowed = Query(selections=chosen, published_from=first, published_to=last)
            counter = Counter(searcher, narrowed, As.QUERY if as_queries else As.PHRASE)
            counted = counter.count(read.lines, patience_s=float("inf"))
        finally:
            engine.close()
    told(read, counted, as_json=as_json)


def body_of(file: str) -> bytes:
    """The bytes of the list."""
    return sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()


def told(read: "Read", counted: "Counted", *, as_json: bool) -> None:
    """Print the counts; leave with status 3 where some line has none."""
    from indexer.terms_list import counts_sheet
    from indexer.terms_list.as_json import counts_json

    if as_json:
        print_json(counts_json(read, counted))
    else:
        sys.stdout.writelines(counts_sheet(counted, lambda count: ""))
    faults = sum(bool(count.reason) for count in counted)
    if faults:
        say(f"{faults} of {len(counted)} lines could not be counted; the last columns say why.")
    if read.left_out:
        say(f"{len(read.left_out)} more lines were left out: give at most {len(counted)} at once.")
    if faults or read.left_out:
        raise typer.Exit(IN_PART)
