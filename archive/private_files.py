"""Who may read an archive's files: their owner alone, and a group where fonds.toml names one.

A file is made with its mode, never narrowed after: there is no moment in which others may read it.
SQLite gives its journals the mode of their database (findCreateFileMode in its os_unix.c).
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.errors import ArchiveUnwritable, BadSettings
from archive.records import Fault
from archive.settings import FILE_NAME, Settings

# Windows has no such modes: there, the folder's own list of who may read it decides.
HAS_MODES = os.name == "posix"
OWNER_FILE, OWNER_FOLDER = 0o600, 0o700
# With the group's bit on a folder, what is made in it belongs to the group.
GROUP_FILE, GROUP_FOLDER = 0o640, 0o2750
PERMISSIONS = 0o7777


@dataclass(frozen=True, slots=True)
class Modes:
    """How an archive's files and folders are made.

    group: the number of the group that may read them, or None
    """

    file: int = OWNER_FILE
    folder: int = OWNER_FOLDER
    group: int | None = None


def modes_of(settings: Settings) -> Modes:
    """The modes that the settings ask for. Raise BadSettings where no group is called so."""
    if not settings.file_group or not HAS_MODES:
        return Modes()
    import grp

    try:
        group = grp.getgrnam(settings.file_group).gr_gid
    except KeyError as error:
        raise BadSettings(
            f"{FILE_NAME}: file_group: no group of this system is called "
            f"{settings.file_group!r}; `getent group` lists them."
        ) from error
    return Modes(GROUP_FILE, GROUP_FOLDER, group)


def private(path: str, flags: int) -> int:
    """An opener for `open`: a file that it makes is its owner's alone."""
    return os.open(path, flags, OWNER_FILE)


def make_file(path: Path, modes: Modes) -> None:
    """Make an empty file, unless there is one."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_FILE)
    except FileExistsError:
        return
    os.close(descriptor)
    if modes.group is not None:
        give(path, modes.file, modes)


def make_private_folder(folder: Path, modes: Modes) -> None:
    """Make a folder, or take one that is empty."""
    folder.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
    if HAS_MODES and is_ours(folder) and not any(folder.iterdir()):
        give(folder, modes.folder, modes)


def bring_to(folder: Path, database: Path, modes: Modes) -> bool:
    """Give everything in an archive's folder its mode, where the database has another.

    True where others than those who should could read it before. Files of another owner, and a
    folder that is more than an archive's (a home, /tmp), stay as they are.
    """
    if not HAS_MODES or not is_ours(database) or not os.access(folder, os.W_OK):
        return False  # a read-only medium is read as it is
    was = database.stat()
    fits = stat.S_IMODE(was.st_mode) == modes.file
    if fits and modes.group in (None, was.st_gid):
        return False
    if is_archives_own(folder):
        give(folder, modes.folder, modes)
    for path, mode in within(folder, modes):
        if is_ours(path):
            give(path, mode, modes)
    return bool(stat.S_IMODE(was.st_mode) & ~modes.file & 0o077)


def within(folder: Path, modes: Modes) -> Iterator[tuple[Path, int]]:
    """Every file and folder of an archive's folder with its mode; links are left alone."""
    for root, folders, files in os.walk(folder):
        for names, mode in ((folders, modes.folder), (files, modes.file)):
            for name in names:
                path = Path(root, name)
                if not path.is_symlink():
                    yield path, mode


def give(path: Path, mode: int, modes: Modes) -> None:
    """Set group, then mode. Raise ArchiveUnwritable where that may not be, with its own remedy."""
    try:
        if modes.group is not None and path.stat().st_gid != modes.group:
            os.chown(path, -1, modes.group)
        path.chmod(mode)
    except FileNotFoundError:
        return  # another process has removed it meanwhile
    except OSError as error:
        raise ArchiveUnwritable(f"{path}: {error.strerror}; {remedy(modes)}") from error


def remedy(modes: Modes) -> str:
    """What to do where group or mode of a file cannot be set.

    Root may give any group, its owner one that he is in; everything else is the file's own.
    """
    ours = {os.getegid(), *os.getgroups()}
    if modes.group is not None and os.geteuid() != 0 and modes.group not in ours:
        return (
            f"join the group that file_group in {FILE_NAME} names (and log in anew), "
            "or name one that you are in."
        )
    return (
        "its rights cannot be set. If it is immutable (`lsattr -d` shows an i), run `chattr -i` on "
        "it; if its file system keeps no rights or is read-only, choose another place."
    )


def is_ours(path: Path) -> bool:
    """Whether it is there, and belongs to who runs this process."""
    try:
        return path.stat().st_uid == os.geteuid()
    except OSError:
        return False


def is_archives_own(folder: Path) -> bool:
    """Whether a folder is there for the archive alone, as far as can be told."""
    shared = folder.stat().st_mode & stat.S_ISVTX
    return is_ours(folder) and not shared and folder.resolve() != Path.home().resolve()


def open_files(folder: Path, settings: Settings) -> Iterator[Fault]:
    """The first file of an archive that others may read, where its folder lets them."""
    modes = modes_of(settings)
    if not HAS_MODES or not folder.stat().st_mode & (0o077 & ~modes.folder):
        return
    for path, mode in within(folder, modes):
        if path.stat().st_mode & 0o077 & ~mode:
            mend = f"Run `chmod -R o-rwx,g-w {folder}`, or set file_group in {FILE_NAME}."
            yield Fault("Others on this machine can read it.", path.name, mend)
            return
