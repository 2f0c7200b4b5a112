"""Backups: one file that holds everything, checked when it is written and when it is read.

    backup.tar.zst
      archive.db      the database as one commit left it
      fonds.toml, …   every other file of the archive's folder but its indexes
      backup.json     last: what is in it, each file with its SHA-256

An index is not kept: it is made again from the archive.
"""

from archive.backups.contents import Backup, Kept
from archive.backups.restoring import restore
from archive.backups.writing import write_backup

__all__ = ["Backup", "Kept", "restore", "write_backup"]
