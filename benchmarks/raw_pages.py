"""The rows of the real corpora as captures, as a reader would give them."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import zstandard

from archive.capture import Capture
from archive.supplied import SaidBy, supplied_by
from benchmarks.corpora import CORPORA

STATED = ("source", "date", "lang")


@dataclass(slots=True)
class RawPages:
    """The pages of a corpus; `without_text` counts rows that hold none, once they were read."""

    name: str
    without_text: int = field(default=0, init=False)

    def __iter__(self) -> Iterator[Capture]:
        """Title, blank line, text; with what the row states."""
        with open(CORPORA / f"{self.name}.jsonl.zst", "rb") as packed:
            stream = zstandard.ZstdDecompressor().stream_reader(packed)
            for line in io.TextIOWrapper(stream, "utf-8"):
                row: dict[str, str | None] = json.loads(line)
                if (row.get("text") or "").strip():
                    yield capture_of(row)
                else:
                    self.without_text += 1


def capture_of(row: dict[str, str | None]) -> Capture:
    """One row. Its own address is not taken: some rows share one."""
    body = f"{row.get('title') or ''}\n\n{row['text']}\n".encode()
    supplied = supplied_by(SaidBy.COLUMN, **{name: row.get(name) or "" for name in STATED})
    url = f"https://corpus.example/{row['id']}"
    return Capture(body, "text/plain", url, None, f"corpus#{row['id']}", supplied=supplied)
