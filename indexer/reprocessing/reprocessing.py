"""Every document of an archive, or of one source, made again of its raw capture."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import metadata

from archive import Archive
from archive.capture import Capture
from archive.identity import digest_of
from indexer.cleaning.version import CLEANING_VERSION
from indexer.copies.keeping import Groups
from indexer.ingest.ingesting import Progress, take
from indexer.repeats.idle import idle_orders
from indexer.reprocessing.remaking import Remaker
from indexer.reprocessing.report import ReprocessReport
from indexer.reprocessing.rereading import Reread

COMMAND = "fonds reprocess"
IDS_AT_ONCE = 100


def reprocess(
    archive: Archive,
    *,
    source: str | None = None,
    dry_run: bool = False,
    jobs: int = 1,
    progress: Progress | None = None,
) -> ReprocessReport:
    """Clean and describe again, by today's rules and what the sources repeat; a run of its own.

    source:  only pages of this one, as `Archive.sources` names it
    dry_run: only tell what would change; of what an interrupted run left, where there is one

    Corrections stay. The result does not hang on the order in which pages came in, and the same
    again changes nothing. Ctrl-C ends it early: what is done by then is kept, the report says so,
    and the same again goes on from there, unless pages were taken in meanwhile or Fonds or the
    archivist's orders are others by then.
    Raise BadOverrides, or ArchiveError where the archive cannot be written; earlier batches are
    kept.
    """
    profiles = Reread(archive)
    sources = named(archive, source)
    left_by = unfinished(archive, source)
    run = None if dry_run else left_by or begin(archive, source)
    count = archive.sources.count
    skipped = sum(count(name) - count(name, not_in=left_by) for name in sources) if left_by else 0
    if run is not None:
        Groups(archive).update()  # of texts that an older Fonds left waiting
        archive.sources.forget_profiles(sources)  # the next ingest is to look anew
    remaker = Remaker(archive, run)
    pages = captures(archive, sources, left_by)
    taken = take(remaker, pages, profiles, jobs=jobs, progress=progress)
    if run is not None and not taken.interrupted:
        archive.finish_run(run)
    return replace(
        remaker.tally.report(taken, skipped),
        too_alike=tuple(profiles.too_alike.values()),
        idle_orders=idle_orders(archive),
    )


def named(archive: Archive, source: str | None) -> list[str]:
    """The sources to be gone over, by name; none where there is none of that name."""
    names = [name for name, _ in archive.sources.counts()]
    return names if source is None else [name for name in names if name == source]


def unfinished(archive: Archive, source: str | None) -> int | None:
    """The last run, where it was the same and was interrupted; else None."""
    runs = archive.runs()
    last = runs[-1] if runs else None
    same = last is not None and (last.command, last.inputs) == (COMMAND, inputs(archive, source))
    return last.id if last is not None and same and last.finished is None else None


def begin(archive: Archive, source: str | None) -> int:
    """A new run."""
    return archive.begin_run(COMMAND, inputs(archive, source))


def inputs(archive: Archive, source: str | None) -> tuple[str, str]:
    """Which pages a run goes over, and under which rules."""
    return source or "every source", f"under {rules_now(archive)}"


def rules_now(archive: Archive) -> str:
    """What changes when Fonds or its cleaning is another or the archivist orders something else."""
    files = sorted(archive.folder.glob("*.toml"))
    orders = b"".join(path.name.encode() + path.read_bytes() for path in files)
    version = metadata.version("fonds")
    return f"Fonds {version}, cleaning {CLEANING_VERSION}, orders {digest_of(orders)[:8]}"


def captures(archive: Archive, sources: list[str], run: int | None) -> Iterator[Capture]:
    """The current captures that this run has not gone over yet, source by source."""
    for source in sources:
        after = ""
        while ids := archive.sources.ids(source, after=after, most=IDS_AT_ONCE, not_in=run):
            for id in ids:
                yield archive.original(id)
            after = ids[-1]
