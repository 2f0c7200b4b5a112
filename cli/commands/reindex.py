"""`fonds reindex`: the index made anew from the archive."""

import sys
import time
from typing import Annotated

import typer

from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import print_json
from cli.progress import bar, of_all


def command(
    context: typer.Context,
    engine: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="whoosh or tantivy; else what fonds.toml says."),
    ] = None,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Make the index anew, aside; searches go on meanwhile."""
    from indexer.index import rebuild

    began = time.monotonic()
    with open_archive(context, archive) as opened:
        name = engine or opened.settings.engine
        total = opened.stats().documents
        with bar("Indexing", of_all(total)) as update:
            indexed = rebuild(opened, engine, lambda done: update(done, 0, ""))
    took_s = round(time.monotonic() - began, 3)
    if as_json:
        print_json({"engine": name, "documents": indexed, "took_s": took_s})
    else:
        sys.stdout.write(f"Indexed {indexed:,} documents with {name} ({took_s:.1f} s)\n")
