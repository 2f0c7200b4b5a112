"""The files of a folder, in one order, with those that are not meant as pages passed over."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from archive.document import PassedOver, Refused
from indexer.readers.files import origin_of, refused, why_unreadable

ABOUT_THE_FOLDER = frozenset(
    {"readme", "license", "licence", "copying", "changelog", "lisez-moi", "lisezmoi"}
)
ABOUT_SUFFIXES = frozenset({"", ".md", ".txt", ".rst", ".markdown", ".html"})
DATA_SUFFIXES = frozenset(
    {".toml", ".yaml", ".yml", ".xml", ".xsl"} | {".ini", ".cfg", ".conf", ".lock", ".log"}
)
# Data as well, where they hold no pages; what is in them tells.
TABLE_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".csv", ".tsv"})
CODE_SUFFIXES = frozenset({".css", ".js", ".mjs", ".map", ".py", ".sh"})
SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})

DATA = "It is data or configuration by its name; name it on the command line to take it."

# What tells an archive's own folder: `fonds ingest .` is not to eat it.
ARCHIVE_FILE = "archive.db"

# What browsers put beside "page.html" when they save a page whole.
SAVED_SUFFIXES = ("_files", "_fichiers", "_archivos", "-Dateien")

LEADS_OUT = (
    "It is a link that leads out of the folder; name its target on the command line to take it."
)

Found = Path | Refused | PassedOver


def files_of(folder: Path) -> Iterator[Found]:
    """Every file below a folder, in the order of the names; what is not a page says why.

    Each folder is read once, however many links lead to it, so links cannot lead us in circles;
    a link that leads out of the folder is not followed: nobody asked for what lies there.
    """
    read_already: set[tuple[int, int]] = set()
    root = os.path.realpath(folder)
    # A stack, not a recursion: folders can nest deeper than calls can.
    waiting: list[Found] = [folder]
    while waiting:
        found = waiting.pop()
        if isinstance(found, Path) and found is not folder and leads_out(found, root):
            yield PassedOver(origin_of(found), LEADS_OUT)
            continue
        if not isinstance(found, Path) or not os.path.isdir(found):
            yield found
            continue
        try:
            status = os.stat(found)
            identity = (status.st_dev, status.st_ino)
            if identity in read_already:
                yield PassedOver(origin_of(found), "It is a link to a folder that is read already.")
                continue
            read_already.add(identity)
            waiting.extend(reversed(list(entries(found))))
        except OSError as error:
            yield refused(found, why_unreadable(found, error))


def leads_out(path: Path, root: str) -> bool:
    """Whether this is a link to something that is there, and not below the root (a real path)."""
    if not os.path.islink(path) or not os.path.exists(path):
        return False
    target = os.path.realpath(path)
    return target != root and not target.startswith(os.path.join(root, ""))


def entries(folder: Path) -> Iterator[Path | PassedOver]:
    """What lies in a folder, sorted by name. Raise OSError where it cannot be listed."""
    names = sorted(os.listdir(folder), key=os.fsencode)
    beside = frozenset(names)
    for name in names:
        path = folder / name
        reason = why_passed_over(path, beside)
        yield PassedOver(origin_of(path), reason) if reason else path


def why_passed_over(path: Path, beside: frozenset[str]) -> str | None:
    """Why a file or folder is not tried as pages, or None; told by names alone."""
    if path.name.startswith("."):
        return "It is hidden."
    if is_of_saved_page(path.name, beside):
        return "It holds what a browser saved with a page: images, styles, scripts."
    if os.path.isdir(path):
        is_archive = os.path.isfile(path / ARCHIVE_FILE)
        return "It is an archive of Fonds, not pages." if is_archive else None
    return why_passed_over_by_name(path.name)


def why_passed_over_by_name(name: str) -> str | None:
    """Why a file of a folder or an archive is not tried as pages, or None."""
    suffix = PurePath(name).suffix.lower()
    if name.startswith("."):
        return "It is hidden."
    if name.lower() in SYSTEM_FILES:
        return "It belongs to the file manager."
    if name.split(".")[0].lower() in ABOUT_THE_FOLDER and suffix in ABOUT_SUFFIXES:
        return "It is about the folder; name it on the command line to take it."
    if suffix in DATA_SUFFIXES:
        return DATA
    if suffix in CODE_SUFFIXES:
        return "It is code or style by its name; name it on the command line to take it."
    return None


def is_of_saved_page(name: str, beside: frozenset[str]) -> bool:
    """Whether a folder was saved with a page that lies beside it."""
    return any(
        name.endswith(suffix) and {f"{stem}.html", f"{stem}.htm"} & beside
        for suffix in SAVED_SUFFIXES
        for stem in [name.removesuffix(suffix)]
    )
