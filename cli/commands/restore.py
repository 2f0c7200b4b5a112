"""`fonds restore`: an archive from a backup."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.failing import DONE, IN_PART, UsageFault
from cli.options import ArchiveDir, AsJson, Chosen, chosen, with_its_group
from cli.output import print_json, say
from cli.plain import plain
from cli.withdrawal.telling import tell_remains

if TYPE_CHECKING:
    from archive import Archive
    from archive.backups import Backup
    from indexer.withdrawing.applying import Applied

BACK = (
    "Pages that were withdrawn after that are back in it, and so are words that were blacked out. "
    "Restore with --withdrawals DIR, the archive that knows of them, or withdraw them again."
)


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="What `fonds backup` has written.")],
    withdrawals: Annotated[
        str | None,
        typer.Option(
            metavar="DIR", help="Withdraw what the archive in this folder knows to be withdrawn."
        ),
    ] = None,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Make an archive from a backup, in a folder that is absent or empty.

    A backup does not know what was withdrawn after it was made: see docs/withdraw.md.
    """
    from archive import Archive
    from archive.backups import restore
    from archive.backups.recording import recorded

    if withdrawals is not None and not Chosen(withdrawals).is_there():
        raise UsageFault(f"there is no archive in {withdrawals}; name the one that was in use")
    folder = chosen(context, archive).folder()
    backup = restore(file, folder)
    applied: Applied | None = None
    remains: tuple[str, ...] = ()
    with with_its_group(Archive.open(folder)) as opened:  # an older schema is brought to today's
        opened.withdrawals.record(recorded("restore", backup, file, file.absolute()))
        if withdrawals is not None:
            applied, remains = done_again(opened, Chosen(withdrawals).folder())
    if as_json:
        again = plain(applied) if applied else None
        told = {"withdrawn_again": again, "remains": list(remains)}
        print_json({"archive": str(folder), "backup": plain(backup), **told})
    else:
        tell(backup, folder, applied, remains)
    raise typer.Exit(IN_PART if remains or (applied and applied.uncovered) else DONE)


def done_again(archive: "Archive", other: Path) -> "tuple[Applied, tuple[str, ...]]":
    """Withdraw here what another archive knows to be withdrawn; what could not be erased."""
    from archive import Archive
    from indexer.withdrawing.applying import apply
    from indexer.withdrawing.erasing import erase

    with Archive.open(other) as known:
        tombstones = known.withdrawals.all()
    return apply(archive, tombstones), erase(archive)


def tell(
    backup: "Backup", folder: Path, applied: "Applied | None", remains: tuple[str, ...]
) -> None:
    """What is there now, and what may be back that was withdrawn."""
    sys.stdout.write(
        f"Restored {backup.captures:,} captures of {backup.documents:,} documents "
        f"to {folder}, as they were on {backup.made:%Y-%m-%d %H:%M} UTC.\n"
    )
    if applied is None:
        say(BACK)
        return
    sys.stdout.write(
        f"Withdrawn again: {len(applied.withdrawn):,} for good, "
        f"{len(applied.hidden):,} for a time.\n"
    )
    for id in applied.uncovered:
        say(
            f"{id} is hidden: words were blacked out in it, and stood in this backup. Black them "
            f"out again: `fonds withdraw --undo {id}`, then `fonds withdraw {id} --words`."
        )
    tell_remains(remains)
