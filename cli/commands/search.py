"""`fonds search`: find pages, with counts by city, year and source."""

import re
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cli.dates import first_day, last_day
from cli.failing import UsageFault
from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import print_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive import Archive
    from indexer.engine import Results, Selection
    from indexer.search import Query, Searcher

City = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Only pages that name this city; may be given again."),
]
Region = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Only pages that name this region; may be given again."),
]
Country = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Only pages that name this country; may be given again."),
]
Year = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Only pages published in this year; may be given again."),
]
YearMentioned = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Only pages whose text names this year; may be given again."),
]
Source = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Only pages of this source; may be given again."),
]
Author = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Only pages by this author; may be given again."),
]
Language = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Only pages in this language; may be given again."),
]

# The facets, in the order of the options; without --json --facets shows SHOWN.
FIELDS = ("city", "region", "country", "year", "year_mentioned", "source", "author", "language")
SHOWN = ("city", "year", "source", "language")
MAX_LIMIT = 1000
NOT_UTF_8 = re.compile("[\ud800-\udfff]")


class Order(StrEnum):
    """How hits are sorted."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class HowMany(StrEnum):
    """How many of the words a page must have."""

    ALL = "all"
    ANY = "any"


def command(
    context: typer.Context,
    query: Annotated[
        str, typer.Argument(help='Words, "exact phrases", OR, NOT, title:word …')
    ] = "",
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
    sort: Annotated[Order, typer.Option(help="The order of the hits.")] = Order.RELEVANCE,
    match: Annotated[HowMany, typer.Option(help="All the words, or any of them.")] = HowMany.ALL,
    limit: Annotated[int, typer.Option(min=0, max=MAX_LIMIT, help="Hits to show.")] = 10,
    cursor: Annotated[
        str | None, typer.Option(metavar="CURSOR", help='The next page: "next" of the one before.')
    ] = None,
    facets: Annotated[
        bool, typer.Option("--facets", help="Show the counts of each facet.")
    ] = False,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Search the archive. Without words, every page that the options leave."""
    from cli.hits import print_results
    from indexer import wire
    from indexer.engine import Sort
    from indexer.search import Matching, Query

    if NOT_UTF_8.search(query):
        raise UsageFault("the query is not UTF-8; check the language settings of your terminal")
    first, last = first_day(published_from, "--from"), last_day(published_to, "--to")
    typed = (city, region, country, year, year_mentioned, source, author, language)
    asked = Query(
        text=query,
        published_from=first,
        published_to=last,
        sort=Sort(sort.value),
        limit=limit,
        cursor=cursor,
        facets=FIELDS if as_json else SHOWN if facets else (),
        match=Matching(match.value),
    )
    with open_archive(context, archive) as opened:
        results = answer(opened, asked, dict(zip(FIELDS, typed, strict=True)))
    if as_json:
        print_json(wire.results_json(results))
    else:
        print_results(results)


def answer(
    archive: "Archive", asked: "Query", narrowed: "Mapping[str, list[str] | None]"
) -> "Results":
    """Search the archive through its index."""
    from indexer.index import open_index
    from indexer.search import Searcher

    engine = open_index(archive)
    try:
        searcher = Searcher(archive, engine)
        return searcher.search(replace(asked, selections=selections(searcher, narrowed)))
    finally:
        engine.close()


def selections(
    searcher: "Searcher", narrowed: "Mapping[str, list[str] | None]"
) -> "tuple[Selection, ...]":
    """The facet values that a person named; several of one facet are alternatives."""
    from indexer.engine import Selection

    return tuple(
        Selection(
            field,
            frozenset(value for name in typed for value in searcher.select(field, name).values),
        )
        for field, typed in narrowed.items()
        if typed
    )
