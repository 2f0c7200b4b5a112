"""What a backup says of itself: its last member, by which the others are checked."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import PurePosixPath

from archive.errors import BadBackup
from archive.long_numbers import long_number, most_digits

CONTENTS_NAME = "backup.json"
FORMAT = 1
# A list of files, each with a name and a digest: more is no list of ours.
MAX_CONTENTS_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of a backup.

    name:   its path from the archive's folder, with "/"
    sha256: of its bytes, 64 hex digits
    """

    name: str
    bytes_count: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds.

    made:       when (aware, UTC)
    sequence:   the number of the last change to a document that is in it
    left_out:   what stood in the folder and is not in it: links and the like
    """

    made: datetime
    documents: int
    captures: int
    sequence: int
    files: tuple[Kept, ...]
    left_out: tuple[str, ...] = ()


def as_bytes(backup: Backup) -> bytes:
    """A backup's account of itself, as JSON in UTF-8."""
    told = {"format": FORMAT, **asdict(backup), "made": backup.made.isoformat()}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def read_contents(body: bytes) -> Backup:
    """The account in a backup. Raise BadBackup where it is none, or one of a later Fonds."""
    try:
        told = json.loads(body)
        written_in = told.pop("format")
        files = tuple(Kept(**each) for each in told.pop("files"))
        made, left_out = datetime.fromisoformat(told.pop("made")), tuple(told.pop("left_out"))
        backup = Backup(made=made, files=files, left_out=left_out, **told)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        if long_number(body.decode("utf-8", "replace")) is not None:
            most = f"{most_digits():,}"
            raise BadBackup(
                f"A number in its {CONTENTS_NAME} has more than {most} digits: "
                "Fonds writes none so long; take another backup."
            ) from error
        raise BadBackup(f"Its {CONTENTS_NAME} cannot be read: {error}.") from error
    if written_in != FORMAT:
        raise BadBackup(f"It is of format {written_in}; this Fonds reads {FORMAT}: take a later.")
    return backup


def is_plain_name(name: str) -> bool:
    """Whether this names a file inside a folder, and in no other way than a backup does."""
    path = PurePosixPath(name)
    inside = not path.is_absolute() and ".." not in path.parts and "\\" not in name
    return inside and str(path) == name and "\0" not in name and ":" not in path.parts[0]
