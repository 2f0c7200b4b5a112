"""`fonds stats`: what the archive holds, in numbers."""

import sys
from typing import TYPE_CHECKING

import typer

from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import one_line, print_json
from cli.plain import plain

if TYPE_CHECKING:
    from archive.records import Count, Stats

MOST_LISTED = 10


def command(context: typer.Context, archive: ArchiveDir = None, as_json: AsJson = False) -> None:
    """Count what the archive holds."""
    with open_archive(context, archive) as opened:
        stats = opened.stats()
    if as_json:
        print_json(stats_json(stats))
    else:
        sys.stdout.write("\n".join(lines_of(stats)) + "\n")


def stats_json(stats: "Stats") -> dict[str, object]:
    """The counts, with languages and sources as lists of value and count."""
    counted = {
        name: [{"value": value, "count": count} for value, count in getattr(stats, name)]
        for name in ("languages", "sources")
    }
    found = plain(stats)
    return {**(found if isinstance(found, dict) else {}), **counted}


def lines_of(stats: "Stats") -> list[str]:
    """The counts, one a line."""
    share = f", {stats.bytes_stored / stats.bytes_raw:.0%} of it stored" if stats.bytes_raw else ""
    first, last = stats.first_date or "…", stats.last_date or "…"
    return [
        f"{stats.documents:10,}  documents",
        f"{stats.captures:10,}  captures ({stats.bytes_raw / 1_000_000:,.1f} MB{share})",
        f"{stats.removed_lines:10,}  removed lines, each with its reason",
        f"{stats.refusals:10,}  refused pages (`fonds refusals`)",
        *left_lines(stats),
        f"{stats.exact_dates:10,}  dated to the day",
        f"{stats.ranged_dates:10,}  dated to a range",
        f"{stats.undated:10,}  undated",
        f"            published {first} to {last}",
        *counted("Languages (the main one of each page)", stats.languages),
        *counted("Sources", stats.sources),
        *([f"{stats.unsourced:10,}  without a source"] if stats.unsourced else []),
    ]


def left_lines(stats: "Stats") -> list[str]:
    """What was withdrawn, as far as there is any."""
    lines = (
        (stats.withdrawn, "withdrawn pages (`fonds log`)"),
        (stats.hidden, "pages hidden for a time (`fonds log`)"),
        (stats.redacted, "pages in which words were blacked out (`fonds log`)"),
    )
    return [f"{count:10,}  {what}" for count, what in lines if count]


def counted(heading: str, counts: "tuple[Count, ...]") -> list[str]:
    """A small table, and how much of it is not shown."""
    if not counts:
        return []
    left = counts[MOST_LISTED:]
    rows = [f"{count:10,}  {one_line(value)}" for value, count in counts[:MOST_LISTED]]
    rest = [f"{sum(count for _, count in left):10,}  in {len(left)} more"] if left else []
    return ["", heading, *rows, *rest]
