"""`fonds backup`: everything in one file, while the archive is in use."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import one_line, print_json, say
from cli.plain import plain


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file to write: archive.backup.tar.zst")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace a file of this name, once all is written.")
    ] = False,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Write the whole archive into one file, of one moment, and check it."""
    with open_archive(context, archive) as opened:
        made = opened.backup(file, over=replace)
    size = file.stat().st_size
    for name in made.left_out:
        say(f"Left out, for it is a link or no file: {one_line(name)}")
    if as_json:
        print_json({"file": str(file), "bytes_count": size, "backup": plain(made)})
    else:
        sys.stdout.write(
            f"Backed up {made.captures:,} captures of {made.documents:,} documents "
            f"to {file} ({size / 1e6:,.1f} MB); read back and compared.\n"
        )
