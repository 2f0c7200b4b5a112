"""A file that a command writes: there whole, or not at all, and nothing beside it."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from cli.new_files import for_the_person


def write_whole(pieces: Iterable[bytes], file: Path) -> None:
    """The pieces to a file beside it, which takes its name when all is on the disk. Raise OSError.

    A file that was there keeps its rights, and stays as it was where this fails. A pipe or a
    device (/dev/stdout) is written as it is: nothing can take its name.
    """
    from archive.backups.writing import sync

    if file.exists() and not file.is_file():
        with file.open("wb") as opened:
            opened.writelines(pieces)
        return
    target = Path(os.path.realpath(file))  # a link stays one
    part = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    try:
        with for_the_person():
            opened = part.open("xb")
        with opened:
            opened.writelines(pieces)
            opened.flush()
            os.fsync(opened.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        os.replace(part, target)
    except FileExistsError:
        raise  # of another process, which is not ours to remove
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync(target.parent)
