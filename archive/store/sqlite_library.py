"""Which SQLite the archive is kept with: pysqlite3's where it is installed, else Python's own.

One process opens the archive with one of them only: two libraries do not see each other's locks.
"""

import importlib
from types import ModuleType


def chosen() -> ModuleType:
    """The driver: `fonds[sqlite]` brings a newer SQLite than many systems have."""
    try:
        return importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return importlib.import_module("sqlite3")


DRIVER = chosen()

# https://www.sqlite.org/wal.html, "The WAL-reset bug": mended in these and all later of their line.
MENDED_IN = ((3, 44, 6), (3, 50, 7), (3, 51, 3))
FIRST_WITH_FAULT = (3, 7, 0)


def has_reset_fault(version: tuple[int, ...]) -> bool:
    """Whether two processes that use a database at once can, very rarely, damage it."""
    if version < FIRST_WITH_FAULT or version >= MENDED_IN[-1]:
        return False
    return not any(version[:2] == good[:2] and version >= good for good in MENDED_IN)


def reset_fault() -> str | None:
    """What a person should know of the SQLite that is used, and the remedy; None where nothing."""
    if not has_reset_fault(DRIVER.sqlite_version_info):
        return None
    return (
        f"SQLite {DRIVER.sqlite_version} has a fault that can, very rarely, damage an archive that "
        "several processes use at once (a server and an ingest); 3.51.3 has it no longer. "
        "Install `fonds[sqlite]`, or a newer SQLite, and keep backups."
    )
