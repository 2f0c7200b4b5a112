"""The names of members of an archive: those that must not be, and those that are no pages."""

import re
from pathlib import PurePosixPath

from indexer.readers.broken import Broken
from indexer.readers.folder import why_passed_over_by_name

OF_A_DRIVE = re.compile(r"[A-Za-z]:")
MAX_CHARACTERS = 4_096
RENAME = "Unpack it by hand, look what it is, and ingest that."
OF_MAC = "__MACOSX"


def check(name: str) -> None:
    """Raise Broken for a name that no honest archive has.

    Nothing is written under a member's name; but one that leads out of an archive is made to harm.
    """
    if name.startswith(("/", "\\")) or OF_A_DRIVE.match(name) or ".." in re.split(r"[/\\]", name):
        raise Broken("Its name leads out of the archive.", RENAME)
    if not name.strip("/. ") or not name.isprintable():
        raise Broken("Its name is empty, or has characters that cannot be seen.", RENAME)
    if len(name) > MAX_CHARACTERS:
        raise Broken(f"Its name has more than {MAX_CHARACTERS:,} characters.", RENAME)


def why_no_page(name: str) -> str | None:
    """Why a member is not tried as pages, told by its name alone; None where it is."""
    path = PurePosixPath(name)
    if path.parts[0] == OF_MAC:
        return "It belongs to the file manager."
    if any(part.startswith(".") for part in path.parts[:-1]):
        return "It is hidden."
    return why_passed_over_by_name(path.name)


class Names:
    """The names met in one archive, by their hashes: there can be a million."""

    def __init__(self) -> None:
        self._met: set[int] = set()

    def meet(self, name: str) -> None:
        """Raise Broken for a name that was met before."""
        before = len(self._met)
        self._met.add(hash(name))
        if len(self._met) == before:
            raise Broken(
                "Another member before it has its name; which is meant cannot be told.", RENAME
            )


def shown(origin: str) -> str:
    r"""An origin that can be shown: what cannot be seen becomes "\x00"; cut where it is long."""
    shown = origin if len(origin) < 1_000 else f"{origin[:1_000]}…"
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in shown)
