"""Schemas through time: how an older archive becomes one of today, in one transaction.

A step brings an archive from one version to the next. To change the tables: change `schema`,
add a step here with the SQL that does the same to an archive of yesterday, and keep a small
archive of yesterday in the tests.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, inspect, select

from archive.errors import ArchiveDamaged, ArchiveTooNew
from archive.store.migrations.copy_groups import MAKE_COPY_GROUPS
from archive.store.migrations.seals import ADD_SEALS, seal_documents, seal_ledgers
from archive.store.migrations.source_pages import MAKE_SOURCE_PAGES, find_sources
from archive.store.migrations.source_profiles import MAKE_SOURCE_PROFILES
from archive.store.migrations.supplied import RENAME, clean_sources, index_anew, tell_who_says
from archive.store.migrations.withdrawals import MAKE_WITHDRAWALS
from archive.store.schema import metadata, schema_versions


@dataclass(frozen=True, slots=True)
class Step:
    """What brings an archive to `version` from the one before.

    statements: SQL, run in order; a function is called with the connection
    """

    version: int
    why: str
    statements: Sequence[str | Callable[[Connection], None]]


# Version 1 is the first schema; steps follow in order.
STEPS: tuple[Step, ...] = (
    Step(
        2,
        "It is known which source each document is of, and which lines its pages have.",
        (*MAKE_SOURCE_PAGES, find_sources),
    ),
    Step(3, "Documents with nearly the same text form groups.", MAKE_COPY_GROUPS),
    Step(4, "It is kept what an ingest knew of each source.", MAKE_SOURCE_PROFILES),
    Step(5, "Documents and ledgers are sealed.", (*ADD_SEALS, seal_documents, seal_ledgers)),
    Step(
        6,
        "What was supplied with a capture names who says it.",
        (*RENAME, tell_who_says, clean_sources, index_anew),
    ),
    Step(7, "What is withdrawn leaves a tombstone; backups are recorded.", MAKE_WITHDRAWALS),
)


def newest() -> int:
    """The schema of today."""
    return 1 + len(STEPS)


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever made in this database."""
    return not inspect(connection).get_table_names()


def make_tables(connection: Connection) -> None:
    """All tables of today, in an empty database."""
    metadata.create_all(connection)
    note_version(connection, newest())


def version_of(connection: Connection, where: str) -> int:
    """The schema of an archive.

    Raise ArchiveDamaged where this is none of ours, ArchiveTooNew for a schema of tomorrow.
    """
    if not inspect(connection).has_table(schema_versions.name):
        raise ArchiveDamaged(f"{where} is no archive of Fonds; move it away, or choose another.")
    version: int | None = connection.scalar(select(func.max(schema_versions.c.version)))
    if version is None:
        raise ArchiveDamaged(f"{where} does not say which schema it has; restore a backup.")
    if version > newest():
        raise ArchiveTooNew(
            f"{where} has schema {version}, and this Fonds knows up to {newest()}; "
            "install a later Fonds."
        )
    return version


def migrate(connection: Connection, where: str) -> None:
    """Bring an archive to today's schema."""
    version = version_of(connection, where)
    for step in STEPS:
        if step.version > version:
            take(connection, step)


def take(connection: Connection, step: Step) -> None:
    """Take one step."""
    for statement in step.statements:
        if isinstance(statement, str):
            connection.exec_driver_sql(statement)
        else:
            statement(connection)
    note_version(connection, step.version)


def note_version(connection: Connection, version: int) -> None:
    """Write down that the archive has this schema now."""
    connection.execute(schema_versions.insert(), {"version": version, "made": datetime.now(UTC)})
