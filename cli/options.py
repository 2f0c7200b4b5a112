"""The options that many commands share, and the archive that they choose."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli import new_files
from cli.output import say

if TYPE_CHECKING:
    from archive import Archive

DEFAULT_FOLDER = "fonds-archive"
FOLDER_VARIABLE = "FONDS_ARCHIVE"
DATABASE_NAME = "archive.db"
ARCHIVE_HELP = f"The archive's folder; else ${FOLDER_VARIABLE}, else ./{DEFAULT_FOLDER}."

ArchiveDir = Annotated[str | None, typer.Option("--archive", metavar="DIR", help=ARCHIVE_HELP)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="A document's id, or how it begins.")]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The archive that is meant: what --archive said, or None."""

    said: str | None

    def folder(self) -> Path:
        """--archive DIR, else $FONDS_ARCHIVE, else ./fonds-archive."""
        return Path(self.said or os.environ.get(FOLDER_VARIABLE) or DEFAULT_FOLDER).expanduser()

    def is_there(self) -> bool:
        """Whether there is an archive in it."""
        return (self.folder() / DATABASE_NAME).exists()


def chosen(context: typer.Context, after: str | None) -> Chosen:
    """The archive named after the command, else before it, else by default."""
    before: Chosen = context.find_root().obj
    return Chosen(after) if after else before


def open_archive(context: typer.Context, after: str | None) -> "Archive":
    """Open the archive that is meant. Raise NoArchive, which says how to make one."""
    from archive import Archive

    return with_its_group(Archive.open(chosen(context, after).folder()))


def with_its_group(archive: "Archive") -> "Archive":
    """The archive, open; from here on its group may read what this process makes in its folder."""
    group = archive.settings.file_group
    if group:
        new_files.with_group()
    if archive.was_open:
        who = f"you and the group {group}" if group else "you"
        say(f"Others on this machine could read {archive.folder}; now only {who} can.")
    return archive
