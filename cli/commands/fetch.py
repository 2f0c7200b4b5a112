"""`fonds fetch`: pages from the web, politely, kept as a WARC beside the archive and ingested."""

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.ingest import make_gazetteer, report_json
from cli.commands.ingest import tell as tell_ingest
from cli.failing import DONE, FAILED, IN_PART, INTERRUPTED, UsageFault
from cli.indexing import index_folder_at_end
from cli.options import ArchiveDir, AsJson, Chosen, chosen, with_its_group
from cli.output import harmless, one_line, print_json, say
from cli.progress import bar, of_all

if TYPE_CHECKING:
    from indexer.fetching.asked import Manners
    from indexer.fetching.fetching import FetchReport, Wanted
    from indexer.ingest import IngestReport

# Addresses that are told one by one, where they are not brought.
MOST_TOLD = 20
MAX_DELAY_S = 3600.0


def command(
    context: typer.Context,
    urls: Annotated[
        list[str] | None, typer.Argument(metavar="URL...", help="Addresses of pages.")
    ] = None,
    sitemap: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="Bring what a sitemap lists.")
    ] = None,
    feed: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="Bring what an RSS or Atom feed lists.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published all of these pages.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Bring at most so many pages.")] = None,
    delay: Annotated[
        float,
        typer.Option(min=0.0, max=MAX_DELAY_S, help="Seconds between two requests to one host."),
    ] = 1.0,
    contact: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="How servers' owners reach you: told to them."),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Ask machines of your own network, too.")
    ] = False,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Bring pages from the web into the archive, as politely as robots.txt asks."""
    from indexer.fetching.asked import Manners
    from indexer.fetching.fetching import Wanted

    wanted = Wanted(tuple(urls or ()), tuple(sitemap or ()), tuple(feed or ()), limit)
    if not (wanted.urls or wanted.sitemaps or wanted.feeds):
        raise UsageFault("no address is given; type `fonds fetch URL`, or --sitemap or --feed")
    manners = Manners(agent(contact), delay_s=delay, allow_private=allow_private)
    where = chosen(context, archive)
    make_gazetteer()
    fetched = bring(where, wanted, manners)
    taken = take_in(where, fetched, source)
    is_indexed = taken is None or taken.interrupted or index_folder_at_end(where.folder())
    if as_json:
        print_json(as_object(fetched, taken))
    else:
        tell(fetched)
        if taken:
            tell_ingest(taken, where, dry_run=False)
    reached = status(fetched, taken)
    raise typer.Exit(IN_PART if reached == DONE and not is_indexed else reached)


def agent(contact: str | None) -> str:
    """How we call ourselves: "Fonds/0.1.0 (archiving; web@example.org)"."""
    from importlib.metadata import version

    told = f"; {contact.strip()}" if contact and contact.strip() else ""
    if not told.isascii() or not (told + " ").isprintable():
        raise UsageFault("--contact goes into a header of HTTP; write it in plain ASCII")
    return f"Fonds/{version('fonds')} (archiving{told})"


def bring(where: Chosen, wanted: "Wanted", manners: "Manners") -> "FetchReport":
    """Fetch into the archive's folder, which is made where there is none."""
    from archive import Archive
    from indexer.fetching.fetching import fetch
    from indexer.fetching.keeping import Keeper
    from indexer.fetching.visiting import Visitor

    with_its_group(Archive.open(where.folder(), create=True)).close()
    lists = bool(wanted.sitemaps or wanted.feeds)
    share = of_all(0 if lists else len(set(wanted.urls)))
    with (
        bar("Fetching pages", share) as progress,
        Keeper(where.folder(), manners.agent) as keeper,
    ):
        return fetch(wanted, Visitor(manners), keeper, progress)


def take_in(where: Chosen, fetched: "FetchReport", source: str | None) -> "IngestReport | None":
    """Ingest what was fetched; addresses are kept with the pages, not in the record of runs."""
    from archive import Archive
    from indexer.ingest import ingest
    from indexer.readers import origin_of, read

    if fetched.path is None:
        return None
    with with_its_group(Archive.open(where.folder())) as archive:
        items = read([fetched.path], source=source)
        inputs = [origin_of(fetched.path)]
        return ingest(archive, items, command="fonds fetch", inputs=inputs)


def status(fetched: "FetchReport", taken: "IngestReport | None") -> int:
    """The exit status."""
    if fetched.interrupted or (taken and taken.interrupted):
        return INTERRUPTED
    if taken is None or not taken.documents:
        return FAILED
    return IN_PART if fetched.left or taken.refused else DONE


def as_object(fetched: "FetchReport", taken: "IngestReport | None") -> dict[str, object]:
    """Both reports as JSON."""
    return {
        "brought": fetched.brought,
        "not_brought": [asdict(left) for left in fetched.left],
        "warc": str(fetched.path) if fetched.path else None,
        "interrupted": fetched.interrupted,
        "took_s": round(fetched.took_s, 3),
        "ingest": report_json(taken, dry_run=False) if taken else None,
    }


def tell(fetched: "FetchReport") -> None:
    """What came of the fetch, for a person."""
    number = fetched.brought
    pages = f"{number:,} page{'' if number == 1 else 's'}"
    left = f"; {len(fetched.left):,} not" if fetched.left else ""
    kept = f", kept in {fetched.path}" if fetched.path else ""
    sys.stdout.write(harmless(f"Brought {pages}{left} ({fetched.took_s:.1f} s){kept}") + "\n")
    for one in fetched.left[:MOST_TOLD]:
        say(f"  not brought  {one_line(one.url)}: {one_line(one.reason)}")
    if len(fetched.left) > MOST_TOLD:
        say(f"  and {len(fetched.left) - MOST_TOLD:,} more; --json lists all")
