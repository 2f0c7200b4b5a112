"""`fonds reprocess`: every page cleaned and described again."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from archive.joined import joined
from cli.failing import DONE, IN_PART, INTERRUPTED, UsageFault
from cli.indexing import index_at_end
from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import harmless, one_line, print_json, say
from cli.plain import plain
from cli.progress import bar, of_all

if TYPE_CHECKING:
    from archive import Archive
    from indexer.reprocessing import Amount, ReprocessReport

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
        bool, typer.Option("--dry-run", help="Say what would change; write nothing.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Do not ask before writing (terminals only).")
    ] = False,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Say what today's rules change, then clean and describe again; corrections stay."""
    is_whole = True
    with open_archive(context, archive) as opened:
        total = pages_of(opened, source)
        report = gone_over(opened, "Looking", total, source=source, dry_run=True, jobs=jobs)
        writes = not dry_run and not report.interrupted
        if writes:
            foretell(report, as_json=as_json)
            writes = not report.changed or yes or may_write()
        if writes:
            report = gone_over(opened, "Writing", total, source=source, dry_run=False, jobs=jobs)
            if not report.interrupted:
                is_whole = index_at_end(opened)
    if as_json:
        found = plain(report)
        print_json({**(found if isinstance(found, dict) else {}), "dry_run": not writes})
    elif writes or dry_run or report.interrupted:
        tell(report, dry_run=not writes, in_full=not writes or report.interrupted)
    if not writes and not dry_run:
        say("Nothing was written.")
    is_whole = is_whole and not report.refused
    raise typer.Exit(INTERRUPTED if report.interrupted else DONE if is_whole else IN_PART)


def gone_over(
    archive: "Archive", what: str, total: int, *, source: str | None, dry_run: bool, jobs: int
) -> "ReprocessReport":
    """Go over the pages once, with a bar."""
    from indexer.reprocessing import reprocess

    with bar(what, of_all(total)) as progress:
        return reprocess(archive, source=source, dry_run=dry_run, jobs=jobs, progress=progress)


def foretell(report: "ReprocessReport", *, as_json: bool) -> None:
    """Say what is about to change; beside JSON, which is alone on stdout, on stderr."""
    lines = harmless("\n".join(lines_of(report, dry_run=True)))
    if as_json:
        say(lines)
    else:
        sys.stdout.write(f"{lines}\n\n")
        sys.stdout.flush()


def may_write() -> bool:
    """Ask the person, where one sits at a terminal; elsewhere (cron, a pipe) the command is the
    answer.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        return True
    return typer.confirm("Write this?", default=False, err=True)


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


def tell(report: "ReprocessReport", *, dry_run: bool, in_full: bool) -> None:
    """What changed, for a person; in one line where the rest was said before."""
    lines = lines_of(report, dry_run=dry_run)
    sys.stdout.write(harmless("\n".join(lines if in_full else lines[:1])) + "\n")
    for refused in report.refused[:MOST_TOLD]:
        why = one_line(joined(refused.reason, refused.mend))
        say(f"  refused      {refused.origin}: {why}")
    for alike in report.too_alike[:MOST_TOLD]:
        say(
            f"{alike.source}: {alike.pages:,} pages, of which {alike.pages - alike.texts:,} are "
            "near-copies of others: too few different texts to see what it repeats"
        )
    for note in report.idle_orders[:MOST_TOLD]:
        say(note)
    if report.refused:
        say("Documents of refused pages stay as they were.")
    if report.interrupted and not dry_run:
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
        *amount("come back" if dry_run else "came back", report.comes_back),
        *amount("go" if dry_run else "went", report.goes),
        *table("Lines that go now", "taken", report.taken, samples),
        *table("Lines that are given back", "given back", report.given_back, samples),
        *table("Lines that go by another rule now", "renamed", report.renamed, samples),
        *table("Described otherwise", "", report.fields, samples),
    ]


def amount(what: str, of: "Amount") -> list[str]:
    """ "come back: 812 lines on 14 pages, 96,204 characters"; nothing where there are none."""
    if not of.lines:
        return []
    lines, pages = "" if of.lines == 1 else "s", "" if of.pages == 1 else "s"
    return [
        f"  {what}: {of.lines:,} line{lines} on {of.pages:,} page{pages}, "
        f"{of.characters:,} characters"
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
