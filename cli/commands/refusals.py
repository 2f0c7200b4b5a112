"""`fonds refusals`: the pages that could not be taken, and why."""

import sys
from collections import Counter

import typer

from archive.joined import joined
from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import named, one_line, print_json, say
from cli.plain import plain
from cli.speaking import Spoken, Ui, said, tell
from indexer.reason_kinds import kind_of


def command(
    context: typer.Context,
    ui: Ui = Spoken.ENGLISH,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """List every refused page with its reason and what to do about it."""
    with open_archive(context, archive) as opened:
        refusals = opened.refusals()
    if as_json:
        print_json({"refusals": [plain(refusal) for refusal in refusals]})
        return
    for refusal in refusals:
        where = named(refusal.origin)
        if refusal.offset is not None:
            where = tell("{origin} at byte {offset}", origin=where, offset=refusal.offset)
        sys.stdout.write(f"{where}\n")
        sys.stdout.write(f"  {one_line(joined(said(refusal.reason), said(refusal.mend)))}\n")
    if not refusals:
        say(tell("No page was refused."))
    for reason, number in Counter(kind_of(refusal.reason) for refusal in refusals).most_common():
        say(f"{number:6,}  {one_line(said(reason))}")
