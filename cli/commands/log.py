"""`fonds log`: what happened to the archive, oldest first."""

import sys
from typing import TYPE_CHECKING

import typer

from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import one_line, print_json, say
from cli.speaking import Spoken, Ui, tell

if TYPE_CHECKING:
    from archive.events import Event

# What is told of each kind of event.
MESSAGES = {
    "ingest": "ingest: {new} new, {changed} changed, {same} known already, {refused} refused",
    "reprocess": "reprocessing: {changed} changed, {same} as before, {refused} refused",
    "correction": "correction of {detail} in {document}",
    "undone correction": "correction of {detail} in {document} taken back",
    "withdrawn": "{document} withdrawn for good",
    "hidden": "{document} hidden until {detail}",
    "redacted": "words blacked out in {document}",
    "let back": "{document} let back",
    "backup": "backup: {detail}",
    "restore": "restored from {detail}",
}
HIDDEN_FOR_NOW = "{document} hidden until it is let back"
COUNTS = ("new", "changed", "same", "refused")


def command(
    context: typer.Context,
    ui: Ui = Spoken.ENGLISH,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """List ingests, reprocessing, corrections, withdrawals, backups and restores, oldest first.

    Nothing of a page that was withdrawn is shown: it is named by its id.
    """
    from archive.events import events

    with open_archive(context, archive) as opened:
        found = events(opened)
    if as_json:
        print_json({"events": [event_json(event) for event in found]})
        return
    for event in found:
        sys.stdout.write(f"{event.when:%Y-%m-%d %H:%M %Z}  {one_line(line_of(event))}\n")
    if not found:
        say(tell("Nothing has happened yet."))


def line_of(event: "Event") -> str:
    """What happened, who did it, and why."""
    message = MESSAGES[event.what.value]
    if event.what.value == "hidden" and not event.detail:
        message = HIDDEN_FOR_NOW
    counts = dict(zip(COUNTS, event.counts, strict=False))
    told = tell(message, document=event.document, detail=event.detail, **counts)
    by = tell("by {who}", who=event.who) if event.who else ""
    line = ", ".join(filter(None, (told, by)))
    return line + tell(": ") + event.reason if event.reason else line


def event_json(event: "Event") -> dict[str, object]:
    """The event; what does not belong to its kind is left out."""
    counts = dict(zip(COUNTS, event.counts, strict=False))
    known = {
        "who": event.who,
        "document": event.document,
        "reason": event.reason,
        "detail": event.detail,
    }
    told = {name: value for name, value in known.items() if value}
    return {"when": event.when.isoformat(), "what": event.what.value, **told, **counts}
