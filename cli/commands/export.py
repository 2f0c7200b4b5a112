"""`fonds export`: everything that a search finds, as a file for another program."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

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
    Without,
    Year,
    YearMentioned,
    between,
    left_out,
    selections,
    typed_query,
)
from cli.failing import UsageFault
from cli.options import ArchiveDir, open_archive
from cli.output import one_line, say
from cli.written_whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive import Archive
    from indexer.search import Query

Each = TypeVar("Each")

# Withdrawn pages that are named one by one.
MOST_TOLD = 20


class FormName(StrEnum):
    """The forms that `indexer.exports` writes (a test holds the lists together), and WARC."""

    CSV = "csv"
    JSONL = "jsonl"
    RIS = "ris"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    WARC = "warc"


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
    without: Without = None,
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
    """Write all pages that a search finds, as CSV, JSON Lines, RIS, BibTeX or CSL-JSON.

    With --format warc every capture of them as it came in.
    """
    from indexer.engine import Sort
    from indexer.search import Matching, Query

    first, last = between(published_from, published_to)
    asked = Query(
        text=typed_query(words or []),
        published_from=first,
        published_to=last,
        sort=Sort(sort.value),
        match=Matching(match.value),
    )
    typed = (city, region, country, year, year_mentioned, source, author, language)
    narrowed = any((asked.text, first, last, without, *typed))
    with open_archive(context, archive) as opened:
        if form is FormName.WARC and not narrowed:
            number = write_captures(opened, None, output)
        else:
            chosen = dict(zip(FIELDS, typed, strict=True))
            number = write_found(opened, form, asked, (chosen, left_out(without)), output)
        withdrawn = [one.sentence for one in opened.withdrawals.all() if one.stands]
    what = "capture" if form is FormName.WARC else "page"
    where = f" to {output}" if output else ""
    say(f"{number:,} {what}{'' if number == 1 else 's'} written{where}.")
    tell_withdrawn(withdrawn)


def tell_withdrawn(sentences: "Sequence[str]") -> None:
    """The pages that no export holds: they were withdrawn, or are hidden for a time."""
    for sentence in sentences[:MOST_TOLD]:
        say(f"Not in it: {one_line(sentence)}")
    if len(sentences) > MOST_TOLD:
        say(f"Not in it: {len(sentences) - MOST_TOLD:,} more; `fonds log` lists them.")


def write_found(
    archive: "Archive",
    form: FormName,
    asked: "Query",
    typed: tuple[dict[str, list[str] | None], dict[str, list[str]]],
    output: Path | None,
) -> int:
    """Write what a search finds; how many. typed: values that narrow it, and that are left out."""
    from archive.characters import whole
    from indexer.exports import FORMS
    from indexer.index import open_index
    from indexer.search import Searcher

    chosen = next((each for each in FORMS if each.name == form.value), None)
    engine = open_index(archive)
    try:
        searcher = Searcher(archive, engine)
        asked = replace(asked, selections=selections(searcher, *typed))
        found = Counted(searcher.documents(asked, ledger=chosen is not None and chosen.ledger))
        if chosen is None:
            return write_captures(archive, frozenset(page.id for page in found), output)
        write((whole(piece).encode() for piece in chosen.write(found)), output)
        return found.number
    finally:
        engine.close()


def write_captures(archive: "Archive", ids: "frozenset[str] | None", output: Path | None) -> int:
    """Every capture of these documents, or of all, as a WARC file; how many."""
    from indexer.exports.web_archive import web_archive

    if output is None and sys.stdout.isatty():
        raise UsageFault("a WARC is no text for a terminal; name a file with --output FILE")
    counted = Counted(archive.captures.scan(ids))
    software = f"Fonds/{version('fonds')}"
    left = archive.withdrawals.all()
    write(web_archive(software, datetime.now(UTC), counted, left), output)
    return counted.number


class Counted(Generic[Each]):
    """Values, counted as they go by."""

    def __init__(self, values: "Iterator[Each]") -> None:
        self._values = values
        self.number = 0

    def __iter__(self) -> "Iterator[Each]":
        """Each in turn; `number` then tells how many came."""
        for value in self._values:
            self.number += 1
            yield value


def write(pieces: Iterable[bytes], output: Path | None) -> None:
    """The pieces to a file, whole or not at all, or to stdout."""
    if output is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    try:
        write_whole(pieces, output)
    except OSError as error:
        raise UsageFault(f"{output} cannot be written: {error.strerror}") from error
