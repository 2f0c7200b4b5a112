"""`fonds verify`: fixity of the archive, soundness of the index."""

import sys
from contextlib import closing
from typing import TYPE_CHECKING

import typer

from cli.failing import FAILED
from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import one_line, print_json, say
from cli.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive import Archive
    from archive.records import Fault, Stats


def command(context: typer.Context, archive: ArchiveDir = None, as_json: AsJson = False) -> None:
    """Read everything back and compare; name each fault and its mend. Exit 1 where there is one."""
    from archive.store.sqlite_library import reset_fault

    found, stats = verified(context, archive)
    warning = reset_fault()
    if as_json:
        counts = {"documents": stats.documents, "captures": stats.captures} if stats else {}
        print_json(
            {"sound": not found, **counts, "faults": [plain(fault) for fault in found]}
            | {"warnings": [warning] if warning else []}
        )
    else:
        for fault in found:
            sys.stdout.write(f"{one_line(fault.where)}: {one_line(f'{fault.what} {fault.mend}')}\n")
        if stats and not found:
            sys.stdout.write(
                f"Sound: {stats.captures:,} captures of {stats.documents:,} documents read back "
                "and compared; the index agrees.\n"
            )
            tell_redacted(stats.redacted)
    if warning and not as_json:
        say(warning)
    if found:
        raise typer.Exit(FAILED)


def tell_redacted(count: int) -> None:
    """In how many pages words were blacked out: these are not as they came."""
    if count:
        pages = "1 page" if count == 1 else f"{count:,} pages"
        sys.stdout.write(
            f"In {pages} words were blacked out: their bytes are compared with the digests that "
            "they have since; `fonds show ID --captures` tells those that they had.\n"
        )


def verified(context: typer.Context, archive: str | None) -> "tuple[list[Fault], Stats | None]":
    """Every fault; what the archive holds, where it is whole. Raise ArchiveError."""
    from archive.errors import ArchiveDamaged
    from archive.records import Fault
    from archive.store.verifying import RESTORE

    try:
        with open_archive(context, archive) as opened:
            found = [*opened.verify()]
            stats = None if found else opened.stats()
            if stats:  # an index can only be held against an archive that is whole
                found += index_faults(opened)
            return found, stats
    except ArchiveDamaged as error:  # it cannot even be opened
        cause = getattr(error.__cause__, "orig", None) or error
        return [Fault(f"It cannot be read: {cause}.", "archive.db", RESTORE)], None


def index_faults(archive: "Archive") -> "Iterator[Fault]":
    """What was wrong with the index: one that is damaged is made anew by opening it."""
    from archive.records import Fault
    from indexer.errors import IndexerError
    from indexer.index import faults, generation, open_index, was_remade

    before = generation(archive)
    if lost := lost_changes(archive):
        yield Fault(lost, "archive.db", "")
    try:
        engine = open_index(archive)
    except IndexerError as error:
        yield Fault(str(error), "index", "")
        return
    with closing(engine):
        engine.check()
        if before and was_remade(archive, before):
            yield Fault(
                "The index was damaged, or of another version of Fonds.",
                f"index/{before.folder_name}",
                "It has been made anew from the archive; nothing is lost.",
            )
        yield from (Fault(fault, "index", "") for fault in faults(archive, engine))


def lost_changes(archive: "Archive") -> str | None:
    """What the index tells of changes that the archive has lost; None where it tells nothing."""
    from indexer.errors import EngineUnavailable
    from indexer.index import generations_of, opened, what_is_lost

    there = opened(generations_of(archive))
    if there is None:
        return None
    with closing(there):
        try:
            return what_is_lost(archive, there)
        except EngineUnavailable:  # it is damaged, and told so when it is opened to be mended
            return None
