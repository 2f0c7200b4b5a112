"""`fonds restore`: an archive from a backup."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.options import ArchiveDir, AsJson, chosen, with_its_group
from cli.output import print_json
from cli.plain import plain


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="What `fonds backup` has written.")],
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Make an archive from a backup, in a folder that is absent or empty."""
    from archive import Archive
    from archive.backups import restore

    folder = chosen(context, archive).folder()
    backup = restore(file, folder)
    with_its_group(Archive.open(folder)).close()  # an older schema is brought to today's
    if as_json:
        print_json({"archive": str(folder), "backup": plain(backup)})
    else:
        sys.stdout.write(
            f"Restored {backup.captures:,} captures of {backup.documents:,} documents "
            f"to {folder}, as they were on {backup.made:%Y-%m-%d %H:%M} UTC.\n"
        )
