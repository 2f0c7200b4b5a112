"""An archive's folder: made, found, opened."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL

from archive.errors import ArchiveExists, ArchiveUnwritable, NoArchive
from archive.private_files import Modes, bring_to, make_file, make_private_folder, modes_of
from archive.settings import FILE_NAME, Settings, read_settings, settings_text
from archive.store import migrations
from archive.store.database import Database
from archive.store.read_only import is_read_only

DATABASE_NAME = "archive.db"


@dataclass(frozen=True, slots=True)
class Opened:
    """What an archive is made of; `was_open`: others could read its files until now."""

    settings: Settings
    database: Database
    was_open: bool


def open_folder(folder: Path, *, create: bool, new: bool) -> Opened:
    """Open the archive in a folder, whose files nobody else may read from here on.

    Raise as `open_database` does; BadSettings.
    """
    settings = read_settings(folder)
    modes = modes_of(settings)
    if create:
        make_folder(folder, modes)
    was_open = bring_to(folder, folder / DATABASE_NAME, modes)
    return Opened(settings, open_database(folder, settings, create=create, new=new), was_open)


def make_folder(folder: Path, modes: Modes) -> None:
    """A folder with a fonds.toml, which is left as it is where there is one."""
    try:
        make_private_folder(folder, modes)
        if not (folder / FILE_NAME).exists():
            make_file(folder / FILE_NAME, modes)
            (folder / FILE_NAME).write_text(settings_text(), "utf-8")
    except OSError as error:
        raise ArchiveUnwritable(
            f"{folder}: {error.strerror}; choose a folder that may be written."
        ) from error


def open_database(folder: Path, settings: Settings, *, create: bool, new: bool) -> Database:
    """The database in a folder, with today's tables.

    create: make the tables in an empty or absent database; new: it must be so.
    Raise NoArchive, ArchiveExists, ArchiveTooNew, ArchiveDamaged, ArchiveBusy.
    """
    path = folder / DATABASE_NAME
    if not create and not path.is_file():
        raise none_here(folder)
    if create:
        make_database_file(path, modes_of(settings))
    where = str(path)
    url = URL.create("sqlite", database=where)
    database = Database(url, where=where, write_wait_s=settings.write_wait_s)
    try:
        bring_to_today(database, folder, create=create, new=new)
    except BaseException:
        database.close()
        raise
    return database


def make_database_file(path: Path, modes: Modes) -> None:
    """An empty database that nobody else may read; what SQLite puts beside it takes its mode."""
    try:
        make_file(path, modes)
    except OSError as error:
        raise ArchiveUnwritable(
            f"{path}: {error.strerror}; let the folder be written, or choose another."
        ) from error


def bring_to_today(database: Database, folder: Path, *, create: bool, new: bool) -> None:
    """Make or migrate the tables, in one transaction; write nothing where nothing is to do."""
    where = str(folder / DATABASE_NAME)
    with database.reading() as connection:
        empty = migrations.is_empty(connection)
        current = not empty and migrations.version_of(connection, where) == migrations.newest()
    if new and not empty:
        raise exists(folder)
    if empty and not create:
        raise none_here(folder)
    if current and is_read_only(folder / DATABASE_NAME):
        return
    database.prepare()
    if current:
        return
    with database.writing() as writing:
        connection = writing.connection
        if not migrations.is_empty(connection):  # another process may have made it meanwhile
            migrations.migrate(connection, where)
        else:
            migrations.make_tables(connection)


def none_here(folder: Path) -> NoArchive:
    """The error for a folder without an archive."""
    return NoArchive(
        f"There is no archive in {folder}. Make one with `fonds ingest PATH`, "
        "or name another with --archive DIR or $FONDS_ARCHIVE."
    )


def exists(folder: Path) -> ArchiveExists:
    """The error for a folder that has an archive already."""
    return ArchiveExists(f"There is an archive in {folder} already; open it, or choose another.")
