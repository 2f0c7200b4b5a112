"""`fonds correct`: an archivist's word, which wins over what was found."""

import getpass
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.show import whole_id
from cli.facts import fact_lines
from cli.failing import DONE, IN_PART, UsageFault
from cli.indexing import index_at_end
from cli.options import ArchiveDir, AsJson, Id, open_archive
from cli.output import print_json, print_text, say

if TYPE_CHECKING:
    from archive import Archive
    from archive.corrections import Correction

FORM = "For example date=2017-02-20; an empty VALUE says that there is none."


def command(
    context: typer.Context,
    id: Id,
    stated: Annotated[str | None, typer.Argument(metavar="FIELD=VALUE", help=FORM)] = None,
    undo: Annotated[
        str | None,
        typer.Option(metavar="FIELD", help="Take back what was stated: what was found holds."),
    ] = None,
    withdraw: Annotated[str | None, typer.Option(metavar="FIELD", hidden=True)] = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why, and how you know.")] = "",
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who says so; else your login name.")
    ] = None,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Correct a fact: title, source, author, date, language or place."""
    from indexer import wire

    undo = renamed(undo, withdraw)
    with open_archive(context, archive) as opened:
        whole = whole_id(opened, id)
        correction = read(whole, stated, undo, note, whoever() if who is None else who, opened)
        opened.correct(correction)
        document = opened.get(whole)
        is_indexed = index_at_end(opened)
    if as_json:
        print_json({"id": whole, "correction": wire.correction_json(correction)})
    else:
        print_text("\n".join(fact_lines(document)))
        kept = "Taken back; the history keeps both" if undo else "Kept, with who and why"
        sys.stdout.write(f"{kept}; it holds for later captures too.\n")
    raise typer.Exit(DONE if is_indexed else IN_PART)


def read(
    id: str,
    stated: str | None,
    undo: str | None,
    note: str,
    who: str,
    opened: "Archive",
) -> "Correction":
    """What was typed. Raise UsageFault, BadCorrection, BadSources."""
    from archive.source_names import read_source_names
    from indexer.corrections import parse, withdrawal

    made = datetime.now(UTC)
    if (stated is None) == (undo is None):
        raise UsageFault("type either FIELD=VALUE or --undo FIELD; see `fonds correct --help`")
    if stated is None:
        return withdrawal(id, undo or "", note=note, who=who, made=made)
    names = read_source_names(opened.folder)
    return parse(id, stated, note=note, who=who, made=made, names=names)


def renamed(undo: str | None, withdraw: str | None) -> str | None:
    """The field of --undo, or of the name that it had; said so. Raise UsageFault for both."""
    if withdraw is None:
        return undo
    if undo is not None:
        raise UsageFault("--withdraw is the old name of --undo; say it once")
    say("--withdraw is called --undo now; the old name goes with the next version.")
    return withdraw


def whoever() -> str:
    """The name of the one who types, as the system knows it; empty where it does not."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no entry for this user id, as in some containers
        return ""
