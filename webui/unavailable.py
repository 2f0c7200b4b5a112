"""What a reader is told while the archive or its index cannot answer: what, and the remedy.

Where the archive lies is for the operator alone: it stands in the log, not on the page.
"""

from pathlib import Path

from archive.errors import ArchiveBusy, ArchiveDamaged, ArchiveGone, ArchiveUnwritable
from archive.joined import joined
from webui.problems import Problem
from webui.words import later, t

LATER = later("Try again in a minute. If it goes on, the operator can run “fonds verify”.")

# Of each kind of error what is said of it, and the remedy. The first that fits counts.
SAID: tuple[tuple[type[Exception], str, str], ...] = (
    (
        ArchiveGone,
        later("The archive’s folder is not where it was when this site was started."),
        later("The operator can put it back, or mount its disk, and then start the site again."),
    ),
    (
        ArchiveDamaged,
        later("The archive’s database is damaged, and what was asked for cannot be read."),
        later("The operator can run “fonds verify” and restore a backup."),
    ),
    (
        ArchiveUnwritable,
        later("The archive’s disk is full, or its folder may not be written."),
        later("The operator can free some space, or let the folder be written."),
    ),
    (
        ArchiveBusy,
        later("Something else is writing to the archive and has not ended."),
        later("Try again in a minute."),
    ),
    (Exception, later("The archive or its index does not answer at the moment."), LATER),
)


def unavailable(error: Exception) -> Problem:
    """The answer to a request that met such an error."""
    detail, mend = next((what, how) for kind, what, how in SAID if isinstance(error, kind))
    return Problem(503, t("Not available"), t(detail), "unavailable", t(mend))


def for_the_log(error: Exception, folder: Path) -> str:
    """What the operator is told: what, where and the remedy; nothing of a query or a page.

    The messages of other errors may hold what a library said, and so a word of either.
    """
    if isinstance(error, ArchiveGone | ArchiveUnwritable | ArchiveBusy):
        return str(error)
    detail, mend = next((what, how) for kind, what, how in SAID if isinstance(error, kind))
    return joined(f"{folder}: {detail} ({type(error).__name__})", mend)
