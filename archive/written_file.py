"""The small files that an archivist writes beside an archive, read with their faults told."""

from collections.abc import Callable
from pathlib import Path


def read_written(path: Path, most_bytes: int, fault: Callable[[str], Exception]) -> str | None:
    """The file's text, or None where there is no file. Raise what `fault` makes of a message.

    A byte order mark is left out; lines end with a newline alone.
    """
    try:
        with path.open("rb") as file:
            body = file.read(most_bytes + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise fault(f"{path}: {error.strerror}; make it a file that is readable") from error
    if len(body) > most_bytes:
        raise fault(f"{path}: larger than {most_bytes:,} bytes; write fewer entries")
    try:
        return body.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise fault(f"{path}: {error}; save it as UTF-8") from error
