"""`fonds correct`: an archivist's word, which wins over what was found."""

import getpass
import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from cli.commands.show import whole_id
from cli.facts import fact_lines
from cli.options import ArchiveDir, AsJson, Id, open_archive
from cli.output import print_json, print_text
from cli.plain import plain


def command(
    context: typer.Context,
    id: Id,
    stated: Annotated[
        str, typer.Argument(metavar="FIELD=VALUE", help="For example date=2017-02-20.")
    ],
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why, and how you know.")] = "",
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Correct a fact: title, source, author, date, language or place. An empty VALUE says none."""
    from indexer.corrections import parse

    with open_archive(context, archive) as opened:
        whole = whole_id(opened, id)
        correction = parse(whole, stated, note=note, who=whoever(), made=datetime.now(UTC))
        opened.correct(correction)
        document = opened.get(whole)
    if as_json:
        print_json({"id": whole, "correction": plain(correction)})
    else:
        print_text("\n".join(fact_lines(document)))
        sys.stdout.write("Kept, with who and why; it holds for later captures too.\n")


def whoever() -> str:
    """The name of the one who types, as the system knows it; empty where it does not."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no entry for this user id, as in some containers
        return ""
