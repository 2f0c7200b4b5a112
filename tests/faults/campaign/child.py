"""A command in a process of its own, which writes down what was acknowledged to it.

In the folder `notes` a file `begun` appears when all is imported, each document that an ingest has
stored is a line of `stored`, and what is printed goes to `out` and `err`. By itself, for a program
that watches it: `python -m tests.faults.campaign.child NOTES MOST_BYTES fonds' words`.
"""

import os
import signal
import sys
from pathlib import Path

from cli.main import run
from indexer.ingest import batches, ingesting
from tests.faults.ingests import BATCH, Journal


def command(notes: Path, most_bytes: int, words: list[str]) -> None:
    """The command, to its end.

    most_bytes: beyond this no file may grow, as on a full disk; 0 is no bound
    """
    batches.BATCH_PAGES = BATCH
    ingesting.StoreWriter, Journal.file = Journal, notes / "stored"
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if most_bytes:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
    sys.exit(run(words))


def forked(notes: Path, most_bytes: int, words: list[str]) -> None:
    """The same in a process that was forked: what it prints goes into files."""
    for name, number in (("out", 1), ("err", 2)):
        os.dup2(os.open(notes / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    (notes / "begun").touch()
    command(notes, most_bytes, words)


if __name__ == "__main__":
    command(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
