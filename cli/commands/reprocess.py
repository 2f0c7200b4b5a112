"""`fonds reprocess`: every page cleaned and described again."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from cli.failing import DONE, IN_PART, INTERRUPTED, UsageFault
from cli.indexing import index_at_end
from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import harmless, one_line, print_json, say
from cli.plain import plain
from cli.progress import bar, of_all

if TYPE_CHECKING:
    from archive import Archive
    from indexer.reprocessing import ReprocessReport

MOST_TOLD = 10
MOST_SHOWN = 100
MAX_JOBS = 64


def command(
    context: typer.Context,
    source: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only pages of this host, or source without one."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=MAX_JOBS, help="Worker processes.")] = 1,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would change; write nothing.")
    ] = False,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Clean and describe again by today's rules; corrections stay."""
    from indexer.reprocessing import reprocess

    with open_archive(context, archive) as opened:
        total = pages_of(opened, source)
        with bar("Reprocessing", of_all(total)) as progress:
            report = reprocess(opened, source=source, dry_run=dry_run, jobs=jobs, progress=progress)
        is_whole = not report.refused
        if not dry_run and not report.interrupted:
            is_whole &= index_at_end(opened)
    if as_json:
        found = plain(report)
        print_json({**(found if isinstance(found, dict) else {}), "dry_run": dry_run})
    else:
        tell(report, dry_run=dry_run)
    raise typer.Exit(INTERRUPTED if report.interrupted else DONE if is_whole else IN_PART)


def pages_of(archive: "Archive", source: str | None) -> int:
    """How many documents are gone over. Raise UsageFault where there is no such source."""
    counts = dict(archive.sources.counts())
    if source is None:
        return sum(counts.values())
    if source not in counts:
        alike = [name for name in counts if name and source.lower() in name.lower()]
        names = ", ".join(sorted(alike or filter(None, counts))[:MOST_TOLD])
        raise UsageFault(
            f'no page is of "{source}"; --source takes a host without www., or the source that '
            f"pages without an address state: {names or 'there is none yet'}"
        )
    return counts[source]


def tell(report: "ReprocessReport", *, dry_run: bool) -> None:
    """What changed, for a person."""
    sys.stdout.write(harmless("\n".join(lines_of(report, dry_run=dry_run))) + "\n")
    for refused in report.refused[:MOST_TOLD]:
        say(f"  refused      {refused.origin}: {one_line(f'{refused.reason} {refused.mend}')}")
    for alike in report.too_alike[:MOST_TOLD]:
        say(
            f"{alike.source}: {alike.pages:,} pages, of which {alike.pages - alike.texts:,} are "
            "near-copies of others: too few different texts to see what it repeats"
        )
    for note in report.idle_orders[:MOST_TOLD]:
        say(note)
    if report.refused:
        say("Documents of refused pages stay as they were.")
    if report.interrupted:
        say("Interrupted. What is counted here is kept; the same command goes on from there.")


def lines_of(report: "ReprocessReport", *, dry_run: bool) -> list[str]:
    """ "52 pages: 41 changed", then what changed, with samples."""
    would = "would change" if dry_run else "changed"
    changed = f"{report.changed:,} {would}" if report.changed else "nothing changed"
    skipped = f", {report.skipped:,} done before" if report.skipped else ""
    heads = [
        f"{report.documents:,} page{'' if report.documents == 1 else 's'}: {changed}{skipped}"
        f" ({report.took_s:.1f} s)"
    ]
    samples = report.samples
    return [
        *heads,
        *table("Lines that go now", "taken", report.taken, samples),
        *table("Lines that are given back", "given back", report.given_back, samples),
        *table("Lines that go by another rule now", "renamed", report.renamed, samples),
        *table("Described otherwise", "", report.fields, samples),
    ]


def table(
    heading: str, kind: str, counts: Mapping[str, int], samples: Mapping[str, tuple[str, ...]]
) -> list[str]:
    """Counts with their samples under a heading; nothing where there are none."""
    rows = []
    for name, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        rows.append(f"{count:10,}  {name}")
        shown = samples.get(f"{kind} {name}".strip(), ())
        rows += [f"{'':12}  {one_line(text)[:MOST_SHOWN]}" for text in shown]
    return ["", heading, *rows] if rows else []
