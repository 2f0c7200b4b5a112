"""`fonds verify`: fixity of the archive, soundness of the index."""

import sys
from typing import TYPE_CHECKING

import typer

from cli.failing import FAILED
from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import one_line, print_json
from cli.plain import plain

if TYPE_CHECKING:
    from archive import Archive
    from archive.records import Fault


def command(context: typer.Context, archive: ArchiveDir = None, as_json: AsJson = False) -> None:
    """Read everything back and compare; name each fault and its mend. Exit 1 where there is one."""
    with open_archive(context, archive) as opened:
        found = [*opened.verify(), *index_faults(opened)]
        stats = opened.stats()
    if as_json:
        counts = {"documents": stats.documents, "captures": stats.captures}
        print_json({"sound": not found, **counts, "faults": [plain(fault) for fault in found]})
    else:
        for fault in found:
            sys.stdout.write(f"{one_line(fault.where)}: {one_line(f'{fault.what} {fault.mend}')}\n")
        if not found:
            sys.stdout.write(
                f"Sound: {stats.captures:,} captures of {stats.documents:,} documents read back "
                "and compared; the index agrees.\n"
            )
    if found:
        raise typer.Exit(FAILED)


def index_faults(archive: "Archive") -> "tuple[Fault, ...]":
    """What is wrong with the index, after it was caught up."""
    from archive.records import Fault
    from indexer.errors import IndexerError
    from indexer.index import faults, open_index

    try:
        engine = open_index(archive)
    except IndexerError as error:
        return (Fault(str(error), "index", "Run `fonds reindex`."),)
    try:
        return tuple(Fault(fault, "index", "") for fault in faults(archive, engine))
    finally:
        engine.close()
