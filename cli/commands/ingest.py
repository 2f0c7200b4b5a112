"""`fonds ingest`: pages into the archive, which is made where there is none."""

import os
import shlex
import sys
from dataclasses import asdict, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archive.joined import joined
from cli.failing import DONE, IN_PART, INTERRUPTED, UsageFault
from cli.indexing import index_folder_at_end
from cli.options import ArchiveDir, AsJson, Chosen, chosen, with_its_group
from cli.output import harmless, named, one_line, print_json, say
from cli.progress import bar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.records import Count
    from indexer.ingest import IngestReport, Progress
    from indexer.ingest.recalling import Read

# Refusals that are told one by one; the rest are in `fonds refusals`.
MOST_TOLD = 10
MAX_JOBS = 64


class DateOrder(StrEnum):
    """Of the parts of a date in figures, with the year last."""

    DMY = "dmy"
    MDY = "mdy"


def named_path(typed: str) -> Path:
    """The path that was typed; "" is a variable that was not set, not the folder we are in."""
    if not typed:
        raise UsageFault('"" names no path; to take the folder that you are in, type .')
    return Path(typed)


def command(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...",
            help='Files or folders of pages; "-" is standard input.',
            parser=named_path,
        ),
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published all of these pages.")
    ] = None,
    manifest: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A table (CSV, TOML or JSON) of files' facts."),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FACT=COLUMN,…", help="What the columns of tables state."),
    ] = None,
    dates: Annotated[
        DateOrder | None,
        typer.Option(help="Which is first in stated dates like 03/04/2017: day or month."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=MAX_JOBS, help="Worker processes.")] = 1,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would happen; write nothing.")
    ] = False,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Take pages into the archive. What is there already is not taken twice."""
    from indexer.readers import meter_of, read
    from indexer.readers.columns import read_mapping

    given = checked(paths or [], manifest)
    meter = meter_of(given)
    mapping = replace(read_mapping(columns or ()), order=dates.value if dates else "")
    items = read(given, source=source, manifest=manifest, columns=mapping, meter=meter)
    where = chosen(context, archive)
    make_gazetteer()
    with bar("Reading pages", lambda _: meter.share()) as progress:
        if dry_run:
            report = rehearsed(where, items, jobs, progress)
        else:
            report = ingested(where, items, jobs, progress, given)
    is_whole = not report.refused
    if not dry_run and not report.interrupted:
        is_whole &= index_folder_at_end(where.folder())
    if as_json:
        print_json(report_json(report, dry_run=dry_run))
    else:
        tell(report, where, dry_run=dry_run)
    raise typer.Exit(INTERRUPTED if report.interrupted else DONE if is_whole else IN_PART)


def make_gazetteer() -> None:
    """Build the gazetteer before the first page ever: else that page seems to hang."""
    from indexer.metadata.places import gazetteer, is_built

    if not is_built():
        say("Making the gazetteer of 235,000 places, once for all archives: some seconds")
        gazetteer()


def checked(paths: list[Path], manifest: Path | None) -> list[Path]:
    """The paths, all of which must be there: a slip of the pen is to be told before the work."""

    from indexer.errors import UnreadablePath
    from indexer.readers import origin_of
    from indexer.readers.reading import STANDARD_INPUT

    if not paths and not manifest:
        raise UsageFault("no path is given; type `fonds ingest PATH`, a file or folder of pages")
    for path in paths:
        if str(path) != STANDARD_INPUT and not os.path.lexists(path):
            raise UnreadablePath(f"{origin_of(path)}: no such file or folder; check the name")
    return paths


def ingested(
    where: Chosen,
    items: "Iterator[Read]",
    jobs: int,
    progress: "Progress",
    given: list[Path],
) -> "IngestReport":
    """Ingest into the archive, which is made where there is none."""
    from archive import Archive
    from indexer.ingest import ingest
    from indexer.readers import origin_of

    with with_its_group(Archive.open(where.folder(), create=True)) as archive:
        return ingest(
            archive,
            items,
            jobs=jobs,
            progress=progress,
            command=harmless(shlex.join(["fonds", *sys.argv[1:]])),
            inputs=[origin_of(path) for path in given],
        )


def rehearsed(
    where: Chosen, items: "Iterator[Read]", jobs: int, progress: "Progress"
) -> "IngestReport":
    """Tell what an ingest would do, without an archive as well."""
    from archive import Archive
    from indexer.ingest import rehearse

    if not where.is_there():
        return rehearse(None, items, jobs=jobs, progress=progress)
    with with_its_group(Archive.open(where.folder())) as archive:
        return rehearse(archive, items, jobs=jobs, progress=progress)


def report_json(report: "IngestReport", *, dry_run: bool) -> dict[str, object]:
    """The report as DESIGN shapes it."""
    return {
        "run": report.run,
        "documents": report.documents,
        "new": report.new,
        "changed": report.changed,
        "same": report.same,
        "refused": report.refused,
        "refused_for": dict(report.refused_for),
        "refusals": [asdict(refused) for refused in report.refusals],
        "passed_over_for": dict(report.passed_for),
        "passed_over": [asdict(passed) for passed in report.passed],
        "not_understood": list(report.not_heard),
        "not_understood_count": report.not_heard_count,
        "dry_run": dry_run,
        "interrupted": report.interrupted,
        "took_s": round(report.took_s, 3),
    }


def tell(report: "IngestReport", where: Chosen, *, dry_run: bool) -> None:
    """What became of the pages, for a person."""
    sys.stdout.write(harmless(summary(report, dry_run=dry_run)) + "\n")
    if report.passed_over <= MOST_TOLD:
        for passed in report.passed:
            say(f"  passed over  {named(passed.origin)}: {one_line(passed.reason)}")
    else:
        tell_reasons("passed over", report.passed_for)
    for refused in report.refusals[:MOST_TOLD]:
        why = one_line(joined(refused.reason, refused.mend))
        say(f"  refused      {named(refused.origin)}: {why}")
    if report.refused > MOST_TOLD:
        say("By reason:")
        tell_reasons("refused", report.refused_for)
        told = "; nothing of a dry run is kept" if dry_run else "; `fonds refusals` lists each"
        say(f"  {report.refused:,} in all{told}")
    if report.not_heard:
        count = report.not_heard_count
        say(f"{count:,} stated fact{'' if count == 1 else 's'} could not be understood:")
    for fact in report.not_heard[:MOST_TOLD]:
        say(f"  {one_line(fact)}")
    if report.interrupted:
        say("Interrupted. What is counted here is kept; the same command goes on from there.")
    elif not dry_run and report.documents:
        say(f'The archive is {where.folder()}. Next: `fonds search "words"` or `fonds serve`.')


def tell_reasons(fate: str, reasons: "Sequence[Count]") -> None:
    """How many pages met a fate for each reason, the first reasons one by one."""
    for reason, count in reasons[:MOST_TOLD]:
        say(f"  {fate:<12} {count:>7,}  {one_line(reason)}")
    if left := sum(count for _, count in reasons[MOST_TOLD:]):
        say(f"  {fate:<12} {left:>7,}  for {len(reasons) - MOST_TOLD} other reasons")


def summary(report: "IngestReport", *, dry_run: bool) -> str:
    """ "5 pages: 5 new, 0 changed, 0 known already; 1 refused, 2 passed over (0.4 s)"."""
    if report.documents and not (report.new or report.changed or report.refused):
        counts = f"Nothing changed: {pages(report.same)} known already"
    else:
        would = "Would take " if dry_run else "Took "
        counts = (
            f"{would}{pages(report.documents)}: {report.new} new, {report.changed} changed, "
            f"{report.same} known already; {report.refused} refused"
        )
    return f"{counts}, {report.passed_over} passed over ({report.took_s:.1f} s)"


def pages(number: int) -> str:
    """ "1 page", "5 pages"."""
    return f"{number:,} page{'' if number == 1 else 's'}"
