"""`fonds search`: find pages, with counts by city, year and source."""

import re
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cli.dates import first_day, last_day
from cli.failing import UsageFault
from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import print_json, say
from cli.speaking import Spoken, Ui, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

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
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUERY", help="Words, \"exact phrases\", OR, NOT, title:word … in '…'."),
]
From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="Published then or later.")
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Published then or earlier.")]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--not",
        metavar="FACET=NAME",
        help="Leave out pages with this value: --not city=Hamilton; may be given again.",
    ),
]
Facets = Annotated[bool, typer.Option("--facets", help="Show the counts of each facet.")]

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
    words: Words = None,
    city: City = None,
    region: Region = None,
    country: Country = None,
    year: Year = None,
    year_mentioned: YearMentioned = None,
    source: Source = None,
    author: Author = None,
    language: Language = None,
    without: Without = None,
    published_from: From = None,
    published_to: To = None,
    sort: Annotated[Order, typer.Option(help="The order of the hits.")] = Order.RELEVANCE,
    match: Annotated[HowMany, typer.Option(help="All the words, or any of them.")] = HowMany.ALL,
    limit: Annotated[int, typer.Option(min=0, max=MAX_LIMIT, help="Hits to show.")] = 10,
    cursor: Annotated[
        str | None, typer.Option(metavar="CURSOR", help='The next page: "next" of the one before.')
    ] = None,
    facets: Facets = False,
    fold: Annotated[bool, typer.Option("--fold", help="Show near-copies as one hit.")] = False,
    histogram: Annotated[
        bool, typer.Option("--histogram", help="Count by year, or by month of a chosen year.")
    ] = False,
    ui: Ui = Spoken.ENGLISH,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Search the archive. Without words, every page that the options leave."""
    from cli.hits import print_results
    from indexer import wire
    from indexer.engine import Sort
    from indexer.query.wording import WORDINGS
    from indexer.search import Matching, Query

    first, last = between(published_from, published_to)
    typed = (city, region, country, year, year_mentioned, source, author, language)
    asked = Query(
        text=typed_query(words or []),
        published_from=first,
        published_to=last,
        sort=Sort(sort.value),
        limit=limit,
        cursor=cursor,
        facets=FIELDS,
        match=Matching(match.value),
        fold=fold,
        histogram=histogram,
        wording=WORDINGS[ui.value],
    )
    with open_archive(context, archive) as opened:
        results = answer(opened, asked, dict(zip(FIELDS, typed, strict=True)), left_out(without))
    if as_json:
        print_json(wire.results_json(results))
    else:
        print_results(results, SHOWN if facets else ())


def typed_query(words: list[str]) -> str:
    """The query, in however many arguments the shell gave it."""
    query = " ".join(words)
    if NOT_UTF_8.search(query):
        raise UsageFault("the query is not UTF-8; check the language settings of your terminal")
    return query


def between(first: str | None, last: str | None) -> "tuple[date | None, date | None]":
    """The two days that are named, in order."""
    earliest, latest = first_day(first, "--from"), last_day(last, "--to")
    if earliest and latest and earliest > latest:
        raise UsageFault(f"--from {first} is after --to {last}; change them round")
    return earliest, latest


def left_out(without: list[str] | None) -> dict[str, list[str]]:
    """The names to leave out by facet, of options like "city=Hamilton"."""
    found: dict[str, list[str]] = {}
    for typed in without or ():
        field, sign, name = typed.partition("=")
        field = field.strip().replace("-", "_")
        if not sign or not name.strip() or field not in FIELDS:
            raise UsageFault(
                f"--not takes FACET=NAME, not {typed!r}; the facets are {', '.join(FIELDS)}"
            )
        found.setdefault(field, []).append(name.strip())
    return found


def answer(
    archive: "Archive",
    asked: "Query",
    narrowed: "Mapping[str, list[str] | None]",
    without: "Mapping[str, list[str]]",
) -> "Results":
    """Search the archive through its index."""
    from indexer.index import open_index
    from indexer.search import Searcher

    engine = open_index(archive)
    try:
        searcher = Searcher(archive, engine)
        chosen = selections(searcher, narrowed, without)
        return searcher.search(replace(asked, selections=chosen))
    finally:
        engine.close()


def selections(
    searcher: "Searcher",
    narrowed: "Mapping[str, list[str] | None]",
    without: "Mapping[str, list[str]] | None" = None,
) -> "tuple[Selection, ...]":
    """The facet values that a person named; several of one facet are alternatives.

    without: those of which none may hold
    """
    from indexer.engine import Selection

    chosen = []
    for field in FIELDS:
        values = values_of(searcher, field, narrowed.get(field) or ())
        excluded = values_of(searcher, field, (without or {}).get(field, ()))
        if values or excluded:
            chosen.append(Selection(field, values, excluded))
    return tuple(chosen)


def values_of(searcher: "Searcher", field: str, typed: "Iterable[str]") -> frozenset[str]:
    """The values of a facet that are meant; a name that no page has is told."""
    values: set[str] = set()
    for name in typed:
        selection = searcher.select(field, name)
        values |= selection.values
        if not searcher.knows(selection):
            like = searcher.like(field, name)
            absent = 'No page here has the {field} "{name}".'
            told = tell(absent, field=field.replace("_", " "), name=name)
            say(f"{told} {tell('Did you mean {place}?', place=like)}" if like else told)
    return frozenset(values)
