"""Feeds what Atheris invents to a reader: `python -m tests.fuzz.read zip -max_total_time=600`."""

import io
import sys
import tempfile
from pathlib import Path

from archive.document import Refused
from indexer.readers.frame import items_of
from indexer.readers.source import Source
from tests.faults.mutations import SEEDS

# Named so, an input is told to be of that format where its bytes do not say it.
NAMES = {
    "jsonl": "pages.jsonl",
    "json": "pages.json",
    "csv": "pages.csv",
    "zip": "pages.zip",
    "tar": "pages.tar",
    "warc": "pages.warc",
    "html": "page.html",
    "any": "input",
}


def one(name: str, body: bytes) -> None:
    """Read an input; whatever it is, nothing may be raised."""
    for item in items_of(Source(io.BytesIO(body), name, size_bytes=len(body))):
        if isinstance(item, Refused) and "fault of Fonds" in item.mend:
            raise AssertionError(item.reason)


def main() -> None:
    """Begin with the seeds of the format, and go on until a limit of Atheris is met."""
    import atheris

    target = sys.argv.pop(1)
    name = NAMES[target]
    corpus = Path(tempfile.mkdtemp(prefix=f"fonds-fuzz-{target}-"))
    for seed, body in SEEDS:
        if target == "any" or seed.startswith(name):
            (corpus / seed).write_bytes(body)
    atheris.instrument_all()
    atheris.Setup([*sys.argv, str(corpus)], lambda body: one(name, body))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
