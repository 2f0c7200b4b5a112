"""Reads and prepares all that is in a folder, in a process of its own, and tells what that took."""

import json
import resource
import sys
import time
from pathlib import Path

from archive.capture import Capture
from archive.document import Document, Refused
from indexer import prepare
from indexer.pdf.process import READER
from indexer.readers import read

MOST_PREPARED = 100


def main() -> None:
    """Print what became of the folder's files as JSON."""
    warm = Path(sys.argv[2])
    for _ in outcomes(warm):  # what is loaded once is no time of an input
        pass
    before, cpu_before = time.monotonic(), time.process_time()
    found = list(outcomes(Path(sys.argv[1])))
    READER.close()  # of children only those that ended are counted
    theirs = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1_024
    print(
        json.dumps(
            {
                "pages": [one.title for one in found if isinstance(one, Document)],
                "refused": [(one.origin, one.reason) for one in found if isinstance(one, Refused)],
                "took_s": time.monotonic() - before,
                "cpu_s": time.process_time() - cpu_before,
                "memory_bytes": peak_bytes() + theirs,
            }
        )
    )


def peak_bytes() -> int:
    """The most memory that this process had; rusage would count its parent's with it."""
    status = Path("/proc/self/status").read_text()
    (peak,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(peak.split()[1]) * 1_024


def outcomes(folder: Path):
    """What becomes of each page; of thousands, only the first are prepared."""
    for number, item in enumerate(read([folder])):
        beside = isinstance(item, Capture) and Path(item.origin).parent == folder
        wanted = isinstance(item, Capture) and (number < MOST_PREPARED or beside)
        yield prepare(item) if wanted and isinstance(item, Capture) else item


if __name__ == "__main__":
    main()
