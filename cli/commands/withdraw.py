"""`fonds withdraw`: pages leave the archive for good or for a time, or lose some words."""

import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.correct import whoever
from cli.failing import IN_PART, UsageFault
from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import print_json
from cli.speaking import Spoken, Ui, tell, tell_many
from cli.withdrawal.asking import Asking
from cli.withdrawal.naming import named_pages
from cli.withdrawal.taking import withdrawn
from cli.withdrawal.telling import tell_remains
from cli.withdrawal.words import blacken

if TYPE_CHECKING:
    from archive import Archive
    from archive.withdrawals import Order


def command(
    context: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID...", help="Ids, or how they begin.")
    ] = None,
    url: Annotated[
        str | None, typer.Option(metavar="PREFIX", help="Every page whose address begins so.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="Every page of this source.")
    ] = None,
    reason: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why; readers of the site see it.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Hide only; back on this day: 2027-01-31.")
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help='Black out these words only; "-" reads them from stdin.'),
    ] = None,
    near_copies: Annotated[
        bool, typer.Option("--near-copies", help="Near-copies and the same text elsewhere, too.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Let hidden pages back.")] = False,
    finish: Annotated[
        bool, typer.Option("--finish", help="Erase what an earlier withdrawal had to leave.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who says so; else your login name.")
    ] = None,
    ui: Ui = Spoken.ENGLISH,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Withdraw pages for good, hide them until a day, or black out words in them.

    A page that is withdrawn is gone: its bytes, its text, what was removed from it, the index. A
    tombstone with the reason is left, and the page is not taken in again. See docs/withdraw.md.
    """
    asking = Asking(yes=yes, quiet=as_json)
    by = " ".join((whoever() if who is None else who).split())
    with open_archive(context, archive) as opened:
        if finish:
            exclusive("--finish", ids, url, source, reason, until, words, undo)
            status = finished(opened, as_json)
        elif undo:
            exclusive("--undo", url, source, reason, until, words)
            status = undone(opened, ids or [], by, as_json)
        else:
            order = ordered(reason, by, until)
            named = named_pages(opened, ids or [], url, source)
            if words is not None:
                exclusive("--words", until, near_copies)
                status = blacken(opened, named, words, order, asking)
            else:
                status = withdrawn(opened, named, order, asking, near_copies=near_copies)
    raise typer.Exit(status)


def ordered(reason: str | None, who: str, until: str | None) -> "Order":
    """What is to be done, by whom and why. Raise UsageFault."""
    from archive.withdrawals import Order

    because = " ".join((reason or "").split())
    if not because:
        raise UsageFault("say why with --reason TEXT: it is kept, and readers see it")
    return Order(because, who, datetime.now(UTC), day_of(until))


def exclusive(option: str, *others: object) -> None:
    """Raise UsageFault where an option stands beside others that it cannot mean."""
    if any(others):
        raise UsageFault(f"{option} cannot stand beside that; see `fonds withdraw --help`")


def day_of(typed: str | None) -> date | None:
    """The day that was typed. Raise UsageFault where it is none, or not to come."""
    if typed is None:
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError as error:
        raise UsageFault(f'"{typed}" is no day; write it like 2027-01-31') from error
    if day <= date.today():
        raise UsageFault(f"{day} is not to come; a page is hidden until a later day")
    return day


def undone(archive: "Archive", typed: list[str], who: str, as_json: bool) -> int:
    """Let hidden pages back; the exit status."""
    from cli.commands.show import whole_id
    from indexer.index import open_index
    from indexer.withdrawing.taking_out import let_back

    if not typed:
        raise UsageFault("name the pages: `fonds withdraw --undo ID`; `fonds log` lists them")
    ids = list(dict.fromkeys(whole_id(archive, one) for one in typed))
    let_back(archive, ids, who)
    open_index(archive).close()
    if as_json:
        print_json({"let_back": ids})
    else:
        told = tell_many(
            "{count} page let back, as before.", "{count} pages let back, as before.", len(ids)
        )
        sys.stdout.write(f"{told}\n")
    return 0


def finished(archive: "Archive", as_json: bool) -> int:
    """Erase what is left of earlier withdrawals; the exit status."""
    from indexer.withdrawing.erasing import erase

    pending = archive.withdrawals.pending()
    remains = erase(archive) if pending else ()
    if as_json:
        print_json({"erased": 0 if remains else len(pending), "remains": list(remains)})
    elif not pending:
        sys.stdout.write(f"{tell('Nothing was left to erase.')}\n")
    else:
        if not remains:
            told = tell_many(
                "Erased what was left of {count} page.",
                "Erased what was left of {count} pages.",
                len(pending),
            )
            sys.stdout.write(f"{told}\n")
        tell_remains(remains)
    return IN_PART if remains else 0
